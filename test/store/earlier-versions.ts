/** Of texts, as a database's own tables have it. */
export type TextType = "text" | 'text collate "C"';

/** The tables as the first version left them, with rows in each: frozen, as that version is. */
export function firstVersion(text: TextType): string {
  return `
create table footnote_schema (version integer not null);
insert into footnote_schema values (1);

create table feedback (person ${text} not null, topic ${text} not null, server ${text}, question ${text} not null,
  verdict ${text} not null check (verdict in ('helpful', 'not-right')), reason ${text}, shown ${text} not null,
  corpus_version ${text} not null, at ${text} not null, constraint feedback_key primary key (person, topic));
create index feedback_at on feedback (at);
create index feedback_server_at on feedback (server, at);
insert into feedback values
  ('100', 'Hze_S94Ik189ulkJEeRKqu9WwzXVQKTG9N6IjseYVKI', '7', 'Who paid?', 'not-right', 'it was the other one',
    '["abc:12"]', '0123456789ab', '2026-05-01T10:00:00.000Z'),
  ('101', 'Hze_S94Ik189ulkJEeRKqu9WwzXVQKTG9N6IjseYVKI', null, 'who paid?', 'helpful', null,
    '[]', '0123456789ab', '2026-05-02T10:00:00.000Z');

create table questions (topic ${text} not null, server ${text} not null, day ${text} not null,
  outcome ${text} not null check (outcome in ('answered', 'not-in-articles')), text ${text} not null,
  times integer not null, confidence double precision not null, corpus_version ${text} not null,
  constraint questions_key primary key (topic, server, day, outcome));
create index questions_day on questions (day);
insert into questions values
  ('LAxFzh3mK8Bwi5jpB5Pl5dFPhp_cIdaGzfv3F_hPSO4', '7', '2026-05-01', 'not-in-articles',
    'How deep is the harbour?', 3, 0.25, '0123456789ab'),
  ('LAxFzh3mK8Bwi5jpB5Pl5dFPhp_cIdaGzfv3F_hPSO4', '', '2026-05-01', 'not-in-articles',
    'How deep is the harbour?', 2, 0.5, '0123456789ab'),
  ('aGh1qB_TMfGCcAZPN96ExjzVSaCpmeCmEz2xqp387io', '7', '2026-05-01', 'not-in-articles',
    'Who left?', 1, 0.25, '0123456789ab'),
  ('aGh1qB_TMfGCcAZPN96ExjzVSaCpmeCmEz2xqp387io', '7', '2026-05-02', 'answered', 'Who left?', 4, 0.75, '0123456789ab');

create table follows (id ${text} primary key, person ${text} not null, topic ${text} not null,
  question ${text} not null, context ${text} not null, seen ${text} not null, language ${text} not null,
  since ${text} not null, constraint follows_person_topic unique (person, topic));
insert into follows values
  ('f-1', '100', 'prR4P8jeL3cKD2NPxiznFsxMFh0X3J2a_PVanv6rvBQ',
    'Who sank the ferry?', '["Was there a ferry?"]', 'seen', 'de', '2026-05-01T10:00:00.000Z'),
  ('f-2', '101', 'prR4P8jeL3cKD2NPxiznFsxMFh0X3J2a_PVanv6rvBQ',
    'Who sank the ferry?', '["Was there a ferry?"]', 'seen', 'fr', '2026-05-02T10:00:00.000Z');

create table people (person ${text} primary key, language ${text} not null);
insert into people values ('100', 'it');
create table servers (server ${text} primary key, language ${text} not null);
insert into servers values ('7', 'fr');
`;
}

/** As the second version left them, with rows in each. */
export function secondVersion(text: TextType): string {
  return `${firstVersion(text)}
update footnote_schema set version = 2;

alter table servers add column settings ${text} default '{}' not null;
insert into servers values ('8', '', '{"approval":true,"moderatorRoles":["1"]}');

create table publications (id ${text} primary key, server ${text} not null, channel ${text} not null,
  kind ${text} not null, topic ${text}, since ${text}, until ${text}, language ${text} not null, title ${text},
  note ${text}, lines ${text} not null, corpus_version ${text} not null, author ${text}, approver ${text},
  state ${text} not null, revision integer not null, message ${text}, slot ${text} unique, created_at ${text} not null,
  changed_at ${text} not null, posted_at ${text});
create index publications_server_changed on publications (server, changed_at, id);
create index publications_message on publications (message, server);
create index publications_state on publications (state, id);
insert into publications values ('p-1', '7', '70', 'digest', 'the ferry', '2021-05', null, 'de', 'Ferry', null, '[]',
  '0123456789ab', '100', '101', 'posted', 3, '900', 'd-1 2026-05-01', '2026-05-01T10:00:00.000Z',
  '2026-05-02T10:00:00.000Z', '2026-05-02T10:00:00.000Z');

create table digests (id ${text} primary key, server ${text} not null, number integer not null, channel ${text} not null,
  days ${text} not null, hour integer not null, time_zone ${text} not null, topic ${text}, language ${text} not null,
  paused integer not null, even_if_nothing integer not null, told_until ${text} not null, author ${text},
  revision integer not null, constraint digests_server_number unique (server, number));
insert into digests values ('d-1', '7', 1, '70', '[1,5]', 8, 'Europe/Tirane', null, 'sq', 0, 1,
  '2026-05-01T10:00:00.000Z', '100', 2);

create table log (id ${text} primary key, server ${text} not null, number integer not null, at ${text} not null,
  person ${text}, deed ${text} not null, subject ${text}, detail ${text},
  constraint log_server_number unique (server, number));
create index log_server_subject on log (server, subject, number);
create index log_person on log (person, at);
insert into log values ('e-1', '7', 1, '2026-05-01T10:00:00.000Z', '100', 'digest-set-up', 'd-1', null);

create table articles_seen (event ${text} not null, article ${text} not null, first_seen ${text} not null,
  constraint articles_seen_key primary key (event, article));
create index articles_seen_first on articles_seen (event, first_seen);
insert into articles_seen values ('ferry', 'one', '2026-05-01T10:00:00.000Z');

create table leases (name ${text} primary key, owner ${text} not null, until ${text} not null);
insert into leases values ('digests', 'a', '2026-05-01T10:10:00.000Z');
`;
}

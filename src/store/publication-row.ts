import { z } from "zod";
import type {
  Citation,
  Heading,
  Publication,
  PublicationChange,
  PublicationLine,
  PublicationState,
} from "../domain/publication.ts";
import type { DateMention } from "../domain/sentence.ts";
import { clip, dayOf, idOf, ifGiven, instantOf, readKept } from "./border.ts";
import { LIMITS } from "./limits.ts";
import type { Tables } from "./tables.ts";

const STATES = {
  draft: "draft",
  "awaiting-approval": "awaiting-approval",
  posting: "posting",
  posted: "posted",
  removed: "removed",
  discarded: "discarded",
  failed: "failed",
} as const satisfies { readonly [S in PublicationState]: S };

const CITATION = z.object({
  article: z.string(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  text: z.string(),
  dates: z
    .array(
      z.object({
        text: z.string(),
        start: z.int().nonnegative(),
        end: z.int().nonnegative(),
        from: z.string(),
        to: z.string(),
        precision: z.enum(["day", "month", "year", "range"]),
        relative: z.boolean(),
      }),
    )
    .max(LIMITS.dates),
  source: z.object({
    title: z.string(),
    publisher: z.string(),
    agency: z.string().nullable(),
    url: z.string().nullable(),
    published: z.string().nullable(),
    language: z.string(),
    kind: z.enum(["brief", "original"]),
    passageUrl: z.string().nullable(),
  }),
});

const HEADING = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("date"),
    from: z.string(),
    to: z.string(),
    precision: z.enum(["day", "month", "year", "range"]),
    otherDates: z.array(z.string()),
  }),
  z.object({ type: z.literal("shared") }),
  z.object({ type: z.literal("single"), publisher: z.string() }),
  z.object({
    type: z.literal("contradiction"),
    about: z.enum(["date", "number", "name", "stance"]),
    value: z.string(),
  }),
]);

const LINES = z.array(
  z.object({
    id: z.string().regex(/^[a-z0-9]{1,4}$/u),
    cited: CITATION,
    also: z.array(CITATION),
    heading: HEADING.nullable(),
    contested: z.array(z.string()),
    correction: z.object({ how: z.enum(["withdrawn", "changed", "struck"]), at: z.string() }).nullable(),
  }),
);

const KIND = z.enum(["summary", "timeline", "comparison", "digest"]);
const STATE = z.enum(STATES);

/** A row as the contract has it. @throws Error where it is damaged */
export function publicationOf(row: Tables["publications"]): Publication {
  const { corpus_version: corpusVersion, created_at: createdAt, changed_at: changedAt, posted_at: postedAt } = row;
  return {
    id: row.id,
    server: row.server,
    event: row.event,
    channel: row.channel,
    topic: row.topic,
    since: row.since,
    until: row.until,
    language: row.language,
    title: row.title,
    note: row.note,
    author: row.author,
    approver: row.approver,
    revision: row.revision,
    message: row.message,
    slot: row.slot,
    corpusVersion,
    createdAt,
    changedAt,
    postedAt,
    ...readKept(
      () => ({ kind: KIND.parse(row.kind), state: STATE.parse(row.state), lines: LINES.parse(JSON.parse(row.lines)) }),
      "a publication",
    ),
  };
}

/** A new publication as its row. @throws RangeError where an id, a day, an instant or a line is none */
export function newRowOf(
  id: string,
  given: Omit<Publication, "id" | "revision" | "changedAt">,
): Tables["publications"] {
  return {
    id,
    server: idOf(given.server),
    event: ifGiven(given.event, (event) => clip(event, LIMITS.name)),
    channel: idOf(given.channel),
    kind: KIND.parse(given.kind),
    topic: ifGiven(given.topic, (topic) => clip(topic, LIMITS.topic)),
    since: ifGiven(given.since, dayOf),
    until: ifGiven(given.until, dayOf),
    language: clip(given.language, LIMITS.language),
    title: ifGiven(given.title, (title) => clip(title, LIMITS.title)),
    note: ifGiven(given.note, (note) => clip(note, LIMITS.note)),
    lines: linesOf(given.lines),
    corpus_version: clip(given.corpusVersion, LIMITS.corpusVersion),
    author: ifGiven(given.author, idOf),
    approver: ifGiven(given.approver, idOf),
    state: STATES[given.state],
    revision: 1,
    message: ifGiven(given.message, idOf),
    slot: ifGiven(given.slot, (slot) => clip(slot, LIMITS.name)),
    created_at: instantOf(given.createdAt),
    changed_at: instantOf(given.createdAt),
    posted_at: ifGiven(given.postedAt, instantOf),
  };
}

/** The columns that a change names. @throws RangeError as {@link newRowOf} */
export function changedColumnsOf(change: PublicationChange): Partial<Tables["publications"]> {
  const { channel, topic, title, note, lines, corpusVersion, approver, state, message, postedAt, language } = change;
  return {
    ...(channel !== undefined && { channel: idOf(channel) }),
    ...(topic !== undefined && { topic: ifGiven(topic, (text) => clip(text, LIMITS.topic)) }),
    ...(title !== undefined && { title: ifGiven(title, (text) => clip(text, LIMITS.title)) }),
    ...(note !== undefined && { note: ifGiven(note, (text) => clip(text, LIMITS.note)) }),
    ...(lines !== undefined && { lines: linesOf(lines) }),
    ...(corpusVersion !== undefined && { corpus_version: clip(corpusVersion, LIMITS.corpusVersion) }),
    ...(approver !== undefined && { approver: ifGiven(approver, idOf) }),
    ...(state !== undefined && { state: STATES[state] }),
    ...(message !== undefined && { message: ifGiven(message, idOf) }),
    ...(postedAt !== undefined && { posted_at: ifGiven(postedAt, instantOf) }),
    ...(language !== undefined && { language: clip(language, LIMITS.language) }),
  };
}

/** As they are kept; checked as they will be when they are read, or nobody could read what was written. */
function linesOf(given: readonly PublicationLine[]): string {
  if (given.length > LIMITS.list) throw new RangeError(`at most ${LIMITS.list} lines were expected`);
  const lines = given.map((line) => ({
    id: line.id,
    cited: citationOf(line.cited),
    also: line.also.slice(0, LIMITS.also).map((one) => citationOf(one)),
    heading: ifGiven(line.heading, headingOf),
    contested: line.contested.slice(0, LIMITS.list).map((id) => clip(id, LIMITS.ref)),
    correction: ifGiven(line.correction, ({ how, at }) => ({ how, at: instantOf(at) })),
  }));
  if (!LINES.safeParse(lines).success) throw new RangeError("lines with an id and a source were expected");
  return JSON.stringify(lines);
}

/** Where the text is cut, so is the passage: the article must still hold the one at the other. */
function citationOf({ article, start, end, text, dates, source }: Citation): Citation {
  const kept = clip(text, LIMITS.sentence);
  return {
    article: clip(article, LIMITS.name),
    start,
    end: text.length > LIMITS.sentence ? start + kept.length : end,
    text: kept,
    dates: dates
      .filter((date) => date.end <= kept.length)
      .slice(0, LIMITS.dates)
      .map((date) => dateOf(date)),
    source: {
      title: clip(source.title, LIMITS.articleTitle),
      publisher: clip(source.publisher, LIMITS.name),
      agency: ifGiven(source.agency, (agency) => clip(agency, LIMITS.name)),
      url: ifGiven(source.url, (url) => clip(url, LIMITS.address)),
      published: ifGiven(source.published, (day) => clip(day, LIMITS.name)),
      language: clip(source.language, LIMITS.language),
      kind: source.kind,
      passageUrl: ifGiven(source.passageUrl, (url) => clip(url, LIMITS.address)),
    },
  };
}

function dateOf({ text, ...date }: DateMention): DateMention {
  return { ...date, text: clip(text, LIMITS.name) };
}

function headingOf(given: Heading): Heading {
  switch (given.type) {
    case "date":
      return {
        ...given,
        from: dayOf(given.from),
        to: dayOf(given.to),
        otherDates: given.otherDates.slice(0, LIMITS.otherDates).map((day) => dayOf(day)),
      };
    case "shared":
      return given;
    case "single":
      return { ...given, publisher: clip(given.publisher, LIMITS.name) };
    case "contradiction":
      return { ...given, value: clip(given.value, LIMITS.name) };
  }
}

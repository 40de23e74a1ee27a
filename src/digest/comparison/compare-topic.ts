import { setImmediate } from "node:timers/promises";
import { datesAgree, differences } from "../../answer/differences.ts";
import { agree, countTheSame } from "../../answer/quantities.ts";
import { readStatement, type Statement } from "../../answer/statement.ts";
import type { Evidence, Point } from "../../domain/answer.ts";
import type { Article } from "../../domain/article.ts";
import type { Comparison, Contradiction } from "../../domain/digest.ts";
import type { RetellingSource } from "../retelling.ts";
import { type Clash, clashesAmong, joinClashes } from "./contradictions.ts";
import { type Overlap, overlapAmong } from "./overlap.ts";

/** Sentences that are compared, each with each. */
const MOST_SENTENCES = 80;
/** Overlap from which on two sentences say the same, where one holds all dates, numbers and names of the other. */
const SAME_OVERLAP = 0.5;
/** Share of a statement's words that another must have to bear it out. */
const BORNE_OUT = 0.65;
const MOST_SHARED = 5;
const MOST_PUBLISHERS = 5;
const MOST_SINGLE = 3;
const MOST_CONTRADICTIONS = 4;
/** Overlap with a sentence about the topic that makes another one about it, whatever words it has for it. */
const ABOUT_OVERLAP = 0.5;
/** Share of the topic's words that a sentence must have; what stands beside it, or means about the same, counts in part. */
const TOPIC_SHARE = 0.6;
const FIELD_SHARES = { sentence: 1, title: 0.7, neighbours: 0.5 } as const;
const MEANING_SHARE = 0.6;

/** How the articles differ on a topic. What is shown of it is verbatim; two sentences are held to say the same, or not, by their words. */
export async function compareTopic(source: RetellingSource, topic: string, signal: AbortSignal): Promise<Comparison> {
  signal.throwIfAborted();
  const { index, answerer } = source;
  const page = answerer.search({ text: topic, context: [] }, { offset: 0, limit: MOST_SENTENCES, quotes: "preferred" });
  if (page.unusable !== null) return { status: "unusable-topic", reason: page.unusable };
  await setImmediate();
  signal.throwIfAborted();
  const answer = answerer.ask({ text: topic, context: [] });
  const unknownWords = answer.status === "not-in-articles" ? answer.unknownWords : [];
  const found = page.hits.map((hit) => readStatement(index.analyzer, hit));
  const overlap = overlapAmong(found);
  const statements = aboutTopic(found, unknownWords.length, overlap);
  const about = statements.map(({ evidence }) => evidence);
  const publishers = publishersOf(about);
  const [only, ...others] = publishers;
  if (only === undefined) {
    return {
      status: "not-in-articles",
      closest: answer.status === "not-in-articles" ? answer.closest : [],
      unknownWords,
    };
  }
  if (others.length === 0) {
    const points = about.slice(0, MOST_SINGLE).map((evidence) => pointOf(evidence));
    return { status: "one-publisher", publisher: only.name, points };
  }
  const contradictions = joinClashes(clashesAmong(statements, overlap)).slice(0, MOST_CONTRADICTIONS);
  await setImmediate();
  signal.throwIfAborted();
  const groups = groupsOf(statements, overlap);
  const disputed = new Set(contradictions.flat().flatMap((clash) => clash.statements));
  const shared = groups
    .filter((group) => !group.some((one) => disputed.has(one)))
    .flatMap((group) => {
      const told = sharedPoint(group);
      const count = told === null ? 0 : source.independence.count(told.behind);
      return told !== null && count > 1 ? [{ group, count, point: told.point }] : [];
    })
    .toSorted((a, b) => b.count - a.count)
    .slice(0, MOST_SHARED);
  const used = new Set([...disputed, ...shared.flatMap(({ group }) => group)]);
  return {
    status: "compared",
    topic,
    publishers,
    shared: shared.map(({ point }) => point),
    single: singleOf(
      groups,
      used,
      publishers.map(({ name }) => name),
    ),
    contradictions: contradictions.map((clashes) => contradictionOf(clashes)),
    corrections: page.corrections,
  };
}

function articleOf({ evidence }: Statement): Article {
  return evidence.sentence.article;
}

function pointOf(evidence: Evidence, also: readonly Evidence[] = []): Point {
  return { evidence, also, stance: null };
}

/**
 * Statements about the topic, rather than about some word of it: they have most of what any has of it, or say much the
 * same as one that has.
 *
 * @param unknown how many words of the topic nothing has
 */
function aboutTopic(found: readonly Statement[], unknown: number, overlap: Overlap): readonly Statement[] {
  const asked = new Set(found.flatMap(({ evidence }) => evidence.contributions.map((one) => one.asked)));
  const sure = found.filter(({ evidence }) => topicShare(evidence) >= (asked.size + unknown) * TOPIC_SHARE);
  return found.filter((one) => sure.some((other) => one === other || overlap(one, other) >= ABOUT_OVERLAP));
}

/** How many of the topic's words a passage has. */
function topicShare({ contributions }: Evidence): number {
  if (!contributions.some(({ field }) => field === "sentence")) return 0;
  const shares = new Map<string, number>();
  for (const { asked, field, how } of contributions) {
    const share = FIELD_SHARES[field] * (how === "meaning" ? MEANING_SHARE : 1);
    shares.set(asked, Math.max(share, shares.get(asked) ?? 0));
  }
  return [...shares.values()].reduce((sum, share) => sum + share, 0);
}

/** Those with most articles first. */
function publishersOf(
  found: readonly Evidence[],
): readonly { readonly name: string; readonly articles: readonly Article[] }[] {
  const articles = new Map<string, Set<Article>>();
  for (const { sentence } of found) {
    const { publisher } = sentence.article;
    const known = articles.get(publisher) ?? new Set();
    articles.set(publisher, known.add(sentence.article));
  }
  return [...articles]
    .map(([name, own]) => ({ name, articles: [...own] }))
    .toSorted((a, b) => b.articles.length - a.articles.length);
}

/** Puts together what says the same, best first; a sentence belongs to the first group whose best it resembles. */
function groupsOf(statements: readonly Statement[], overlap: Overlap): readonly (readonly Statement[])[] {
  const groups: Statement[][] = [];
  for (const statement of statements) {
    const group = groups.find(([best]) => best !== undefined && saysTheSame(statement, best, overlap));
    if (group === undefined) groups.push([statement]);
    else group.push(statement);
  }
  return groups;
}

function saysTheSame(a: Statement, b: Statement, overlap: Overlap): boolean {
  return overlap(a, b) >= SAME_OVERLAP && differences(a, b).size === 0 && (bearsOut(a, b) || bearsOut(b, a));
}

/** Whether a footnote to one statement can name the other: most of its words and all that can be checked stand there. */
function bearsOut(other: Statement, quoted: Statement): boolean {
  return (
    shareHeld(quoted, other) >= BORNE_OUT &&
    quoted.dates.every((one) => other.dates.some((its) => datesAgree(one, its))) &&
    quoted.quantities.every((one) => other.quantities.some((its) => countTheSame(one, its) && agree(one, its))) &&
    namesWithin(quoted).every((term) => other.words.has(term))
  );
}

/** Share of a statement's words that another has. */
function shareHeld({ words }: Statement, other: Statement): number {
  return [...words].filter((word) => other.words.has(word)).length / Math.max(1, words.size);
}

/** Names of a statement, without those of who reports it. */
function namesWithin({ names, evidence }: Statement): readonly string[] {
  const { publisher } = evidence.sentence.article;
  return names.filter(({ surface }) => !publisher.includes(surface)).map(({ term }) => term);
}

/** What a group says, in the sentence that most of the others bear out, with one of each of their articles. */
function sharedPoint(
  group: readonly Statement[],
): { readonly point: Point; readonly behind: readonly Article[] } | null {
  const supported = group.map((quoted) => ({
    quoted,
    others: group.filter(
      (other) => other !== quoted && articleOf(other) !== articleOf(quoted) && bearsOut(other, quoted),
    ),
  }));
  const [best] = supported.toSorted((a, b) => b.others.length - a.others.length);
  if (best === undefined) return null;
  const { quoted, others } = best;
  const also = new Map(others.toReversed().map((one) => [articleOf(one), one.evidence]));
  return {
    point: { evidence: quoted.evidence, also: [...also.values()].toReversed(), stance: quoted.stance },
    behind: [articleOf(quoted), ...also.keys()],
  };
}

function singleOf(
  groups: readonly (readonly Statement[])[],
  used: ReadonlySet<Statement>,
  publishers: readonly string[],
): readonly { readonly publisher: string; readonly points: readonly Point[] }[] {
  const alone = groups.filter(
    (group) => !group.some((one) => used.has(one)) && new Set(group.map((one) => articleOf(one).publisher)).size === 1,
  );
  return publishers
    .map((publisher) => ({
      publisher,
      points: alone
        .flatMap(([best]) => (best !== undefined && articleOf(best).publisher === publisher ? [best] : []))
        .slice(0, MOST_SINGLE)
        .map(({ evidence, stance }) => ({ evidence, also: [], stance })),
    }))
    .filter(({ points }) => points.length > 0)
    .slice(0, MOST_PUBLISHERS);
}

/** Who gives what, each value with all that give it. */
function contradictionOf(clashes: readonly Clash[]): Contradiction {
  const sides = new Map<string, { readonly value: string; readonly of: Set<Statement> }>();
  for (const { statements, values } of clashes) {
    for (const [place, statement] of statements.entries()) {
      const value = values[place] ?? "";
      const key = value.toLowerCase();
      const side = sides.get(key) ?? { value, of: new Set() };
      side.of.add(statement);
      sides.set(key, side);
    }
  }
  return {
    about: clashes[0]?.about ?? "name",
    sides: [...sides.values()].map(({ value, of }) => ({
      value,
      points: [...of].map(({ evidence, stance }) => ({ evidence, also: [], stance })),
    })),
  };
}

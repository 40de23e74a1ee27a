import { setImmediate } from "node:timers/promises";
import { readStatement, type Statement } from "../../answer/statement.ts";
import type { Evidence, Point } from "../../domain/answer.ts";
import type { Article } from "../../domain/article.ts";
import type { Comparison, Contradiction } from "../../domain/digest.ts";
import type { RetellingSource } from "../retelling.ts";
import { aboutTopic } from "./about-topic.ts";
import { type Clash, clashesAmong, joinClashes } from "./contradictions.ts";
import { overlapAmong } from "./overlap.ts";
import { articleOf, groupsOf, sharedPoint } from "./shared-points.ts";

/** Sentences that are compared, each with each. */
const MOST_SENTENCES = 80;
const MOST_SHARED = 5;
const MOST_PUBLISHERS = 5;
const MOST_SINGLE = 3;
const MOST_CONTRADICTIONS = 4;

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

function pointOf(evidence: Evidence, also: readonly Evidence[] = []): Point {
  return { evidence, also, stance: null };
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

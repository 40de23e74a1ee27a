import type { Contribution, Correction, Evidence, Point, UnusableReason } from "../../domain/answer.ts";
import { askedOf } from "../../answer/contradiction.ts";
import { type Idea, ideasOf, textsOf } from "../../answer/ideas.ts";
import { readQuestion } from "../../answer/reading.ts";
import { tellClosest } from "../../answer/tell.ts";
import { placeNames } from "../../question/place-names.ts";
import { readAskedQuestion } from "../../question/read-question.ts";
import { spelledPeriods } from "../../question/spelled-periods.ts";
import { buildQuery } from "../../search/query.ts";
import { ownWordsOf, withoutQuotes } from "../../search/syntax.ts";
import type { RetellingSource } from "../retelling.ts";

/** A sentence about a topic, and how far it is, 0 to 1. */
export interface OnTopic {
  readonly evidence: Evidence;
  readonly relevance: number;
}

/** What the articles hold on a topic. */
export type TopicFound =
  | {
      readonly status: "found";
      /** Sentences about it, best first; at least one. */
      readonly sentences: readonly OnTopic[];
      readonly corrections: readonly Correction[];
    }
  | { readonly status: "not-in-articles"; readonly closest: readonly Point[]; readonly unknownWords: readonly string[] }
  | { readonly status: "unusable-topic"; readonly reason: UnusableReason };

/** Sentences looked at: far more than a summary has, far fewer than a common word is in. */
const LOOKED_AT = 240;
/** How many of the nearest are read for what is offered in place of a summary. */
const CONSIDERED = 12;

/** What a word of the topic counts where the sentence itself holds it, and where only its title or neighbours do. */
const HELD = { sentence: 1, title: 0.9, neighbours: 0.6 } as const;
/** A word of about the same meaning is not the word; and none stands for a name. */
const MEANT = 0.25;
/** Share of the topic from which on a sentence is about it, and how much of that it must say itself. */
const ABOUT = 0.6;
const SAYS_ITSELF = 0.25;
/** Share from which on it is at least close. */
const CLOSE = 0.3;
/** Share of what the best sentence holds from which on another is about the same. */
const OF_BEST = 0.75;

/**
 * Finds what is about a topic. A sentence is where it holds most of the topic's ideas, weighed by how telling they are, so
 * that "the price of bananas" is no topic of articles that speak of prices.
 *
 * @param within ids of the articles to look in; null for all
 */
export function findTopic(
  { index, answerer }: Pick<RetellingSource, "index" | "answerer">,
  topic: string,
  within: ReadonlySet<string> | null,
): TopicFound {
  const reading = readQuestion(index, topic);
  if (!reading.ok) return { status: "unusable-topic", reason: reading.error };
  const syntax = withoutQuotes(reading.value.syntax);
  const { hits, unusable, corrections } = answerer.search(
    { text: topic, context: [] },
    { offset: 0, limit: LOOKED_AT, quotes: "preferred", ...(within === null ? {} : { within }) },
  );
  if (unusable !== null) return { status: "unusable-topic", reason: unusable };
  const asked = readAskedQuestion(ownWordsOf(topic, syntax), null);
  const english = [...asked.english, ...spelledPeriods(topic, asked)];
  const query = buildQuery(index, topic, { syntax, empty: asked.empty, english, related: true });
  const ideas = ideasOf(index, query, {
    asked: textsOf(topic, asked.names),
    known: placeNames(),
    written: new Set(),
  });
  const ideaOf = new Map(ideas.map((idea) => [idea.concept.asked.toLowerCase(), idea]));
  const weighed = hits.map((evidence) => sharesOf(evidence, ideaOf));
  const about = weighed.filter(({ share, own }) => share >= ABOUT && own >= SAYS_ITSELF);
  const best = about.reduce((most, { share }) => Math.max(most, share), 0);
  const sentences = about
    .filter(({ share }) => share >= OF_BEST * best)
    .map(({ evidence, share, own }) => ({ evidence, relevance: ((share * (1 + own)) / 2) ** 2 }));
  if (sentences.length > 0) return { status: "found", sentences, corrections };
  const near = weighed.flatMap(({ evidence, share }) => (share >= CLOSE ? [evidence] : []));
  return {
    status: "not-in-articles",
    closest: tellClosest(index.analyzer, askedOf(topic, query), near.slice(0, CONSIDERED)).closest,
    // In another language hardly any word is known, which says nothing of the articles.
    unknownWords: asked.language === "en" ? query.unknownWords : [],
  };
}

/** How much of the topic a sentence holds with what stands around it, and how much by itself. */
function sharesOf(
  evidence: Evidence,
  ideas: ReadonlyMap<string, Idea>,
): { readonly evidence: Evidence; readonly share: number; readonly own: number } {
  const { contributions } = evidence;
  const own = contributions.filter(({ field, how }) => field === "sentence" && how !== "meaning");
  const shareOf = (of: readonly Contribution[]): number =>
    [...ideas].reduce((sum, [asked, idea]) => {
      const its = of.filter((one) => one.asked.toLowerCase() === asked);
      return sum + idea.weight * heldOf(idea, its);
    }, 0);
  return { evidence, share: shareOf(contributions), own: shareOf(own) };
}

/** How much of an idea is held, 0 to 1: of a name of several words by its own words, the share of them. */
function heldOf({ concept, isName }: Idea, contributions: readonly Contribution[]): number {
  const words = new Map<string, number>();
  let best = 0;
  for (const { how, field, matched } of contributions) {
    if (how === "exact") words.set(matched, Math.max(words.get(matched) ?? 0, HELD[field]));
    else if (how !== "meaning") best = Math.max(best, HELD[field]);
    else if (!isName) best = Math.max(best, HELD[field] * MEANT);
  }
  const exact = concept.alternatives.find((terms) => terms.every(({ how }) => how === "exact"))?.length ?? 1;
  return Math.max(best, [...words.values()].reduce((sum, worth) => sum + worth, 0) / Math.max(exact, words.size));
}

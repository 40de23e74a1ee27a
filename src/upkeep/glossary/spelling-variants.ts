import distances from "natural/lib/natural/distance/levenshtein_distance.js";
import { isDerived } from "../../answer/name-forms.ts";
import type { Article } from "../../domain/article.ts";
import { fold } from "../../text/fold.ts";
import { stem } from "../../text/stems.ts";
import { grouped } from "../grouped.ts";
import { type MetName, sentenceWith } from "./met-names.ts";
import { MAX_EVIDENCE, type NamePair } from "./suggestion.ts";

/** Shorter names differ in few letters by chance ("Iran", "Iraq"). */
const MIN_LENGTH = 5;
/** Letters in which two spellings may differ, by the length of the shorter. */
const allowed = (length: number): number => (length < 8 ? 1 : length < 14 ? 2 : 3);
/** Names with the same consonants that are compared with each other. */
const MAX_GROUP = 50;
const TRUST = 0.8;

/** A name with what of it is compared. */
interface Spelling extends MetName {
  /** Its letters and numbers, folded. */
  readonly letters: string;
  readonly words: readonly string[];
}

/**
 * Names that differ in few letters, vowels or doubled ones ("Carsten Hoel", "Karsten Høl"), and hardly ever stand in one
 * article: whoever writes a name two ways at once means two. What folding or stemming makes equal is no variant.
 *
 * @param names those of most articles first
 */
export function spellingVariants(names: readonly MetName[], articles: readonly Article[]): readonly NamePair[] {
  const spellings = names.map((met): Spelling => {
    const words = fold(met.name).match(/[\p{L}\p{N}]+/gu) ?? [];
    return { ...met, words, letters: words.join("") };
  });
  const long = spellings.filter(({ letters }) => letters.length >= MIN_LENGTH);
  return [...grouped(long, skeletonOf).values()].flatMap((group) =>
    group.slice(0, MAX_GROUP).flatMap((rarer, place) => {
      const commoner = group.slice(0, place).find((other) => areVariants(rarer, other));
      return commoner === undefined ? [] : [pairOf(commoner, rarer, articles)];
    }),
  );
}

/** Consonants, as they sound: "Kanaani" and "Kenani" are "knn" cut to "kn", "Carsten" is "krstn". */
function skeletonOf({ letters }: Spelling): string {
  return letters
    .replaceAll(/ck?|q/gu, "k")
    .replaceAll(/ph/gu, "f")
    .replaceAll(/z/gu, "s")
    .replaceAll(/w/gu, "v")
    .replaceAll(/[aeiouyhj]/gu, "")
    .replaceAll(/(.)\1+/gu, "$1");
}

function areVariants(a: Spelling, b: Spelling): boolean {
  if (a.letters === b.letters) return a.words.length !== b.words.length;
  if (/\d/u.test(a.letters) || /\d/u.test(b.letters)) return false;
  const [last, other] = [a.words.at(-1) ?? "", b.words.at(-1) ?? ""];
  if (stem(last) === stem(other) && a.words.length === b.words.length && sharesRest(a, b)) return false;
  if (isDerived(last, other) || isDerived(a.words[0] ?? "", b.words[0] ?? "")) {
    if (a.words.length === b.words.length) return false;
  }
  const distance = distances.DamerauLevenshteinDistance(a.letters, b.letters, { restricted: true });
  if (distance > allowed(Math.min(a.letters.length, b.letters.length))) return false;
  const together = a.articles.filter((order) => b.articles.includes(order)).length;
  return together * 2 < Math.min(a.articles.length, b.articles.length);
}

function sharesRest(a: Spelling, b: Spelling): boolean {
  return a.words.slice(0, -1).join(" ") === b.words.slice(0, -1).join(" ");
}

function pairOf(commoner: MetName, rarer: MetName, articles: readonly Article[]): NamePair {
  const evidence = [
    ...sentenceWith(articles[commoner.articles[0] ?? -1], commoner.name),
    ...rarer.articles.slice(0, MAX_EVIDENCE - 1).flatMap((order) => sentenceWith(articles[order], rarer.name)),
  ];
  const count = new Set([...commoner.articles, ...rarer.articles]).size;
  return { reason: "spelling", term: commoner.name, alias: rarer.name, evidence, articles: count, trust: TRUST };
}

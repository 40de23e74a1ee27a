import type { Article } from "../../domain/article.ts";
import { fold } from "../../text/fold.ts";
import { type MetName, sentenceWith } from "./met-names.ts";
import { MAX_EVIDENCE, type NamePair } from "./suggestion.ts";

/** Articles that have both forms. */
const MIN_TOGETHER = 2;
/** Share of the articles with the short form that have the long one too. */
const MIN_SHARE = 0.5;
const TRUST = 0.7;

/**
 * Names of which articles use the end alone after they have named it in full ("Karsten Hoel", "Hoel"), or for a body the
 * beginning ("Ministry of Transport and Trade", "Ministry of Transport"). A form that several names share stands for none.
 *
 * @param names those of most articles first
 */
export function shorterForms(names: readonly MetName[], articles: readonly Article[]): readonly NamePair[] {
  const known = new Map(names.map((met) => [fold(met.name), met]));
  const longer = new Map<string, MetName[]>();
  for (const met of names) {
    if (met.articles.length < MIN_TOGETHER) continue;
    for (const form of formsOf(fold(met.name))) {
      if (known.has(form)) longer.set(form, [...(longer.get(form) ?? []), met]);
    }
  }
  return [...longer].flatMap(([form, candidates]) => {
    const [full, ...others] = candidates;
    const short = known.get(form);
    // "Prime Minister Ida Brandt" beside "Ida Brandt" is one and the same.
    const isShared = others.some((other) => !areNested(full, other));
    if (full === undefined || short === undefined || isShared) return [];
    const together = short.articles.filter((order) => full.articles.includes(order));
    if (together.length < Math.max(MIN_TOGETHER, short.articles.length * MIN_SHARE)) return [];
    const evidence = together.slice(0, MAX_EVIDENCE).flatMap((order) => sentenceWith(articles[order], full.name));
    const { name: alias } = short;
    return [{ reason: "form", term: full.name, alias, evidence, articles: together.length, trust: TRUST }];
  });
}

function areNested(a: MetName | undefined, b: MetName): boolean {
  const [own, its] = [fold(a?.name ?? ""), fold(b.name)];
  return own.includes(its) || its.includes(own);
}

/** A surname, or a body's name up to what only few add. */
function formsOf(folded: string): readonly string[] {
  const words = folded.split(" ");
  if (words.length < 2) return [];
  const last = words.at(-1) ?? "";
  const isBody = / (?:of|for|and|de|du|des|von|für|e|y|et|und) /u.test(folded);
  if (!isBody) return words.length <= 3 && last.length >= 3 && words[0] !== "the" ? [last] : [];
  return words.flatMap((word, place) =>
    place >= 2 && /^(?:and|for|e|y|et|und|für)$/u.test(word) ? [words.slice(0, place).join(" ")] : [],
  );
}

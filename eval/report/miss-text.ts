import type { Miss, MissKind } from "./misses.ts";

const HEADINGS: Readonly<Record<MissKind, string>> = {
  "confident-and-wrong": "Confident and wrong",
  "silent-though-right": "Silent, though the right sentence was first",
  "not-found": "Not among the ten best",
};

/** The worst misses for a terminal: question, what was shown and why, what would have been right. */
export function missText(misses: readonly Miss[], limit: number): string {
  return (["confident-and-wrong", "silent-though-right", "not-found"] as const)
    .flatMap((kind) => {
      const worst = misses.filter((miss) => miss.kind === kind).slice(0, limit);
      return worst.length === 0 ? [] : [HEADINGS[kind]].concat(worst.map((miss) => oneMiss(miss)));
    })
    .join("\n\n");
}

function oneMiss({ id, question, context, confidence, shown, gold, unanswerable }: Miss): string {
  return [
    `  ${confidence.toFixed(2)}  ${oneLine(question)}  [${oneLine(id)}]`,
    ...context.map((turn) => `        after: ${oneLine(turn)}`),
    ...shown
      .slice(0, 1)
      .flatMap(({ article, text, contributions }) => [
        `        shown: ${oneLine(text)} (${oneLine(article)})`,
        `          why: ${reasons(contributions)}`,
      ]),
    ...(unanswerable
      ? ["         gold: none, it cannot be answered"]
      : gold.map((text) => `         gold: ${oneLine(text)}`)),
  ].join("\n");
}

function reasons(contributions: Miss["shown"][number]["contributions"]): string {
  return contributions
    .toSorted((a, b) => b.score - a.score)
    .map(({ asked, matched, how, field, score }) => {
      const word = how === "exact" ? asked : `${asked} → ${matched} (${how})`;
      return `${oneLine(word)} ${score.toFixed(1)}${field === "sentence" ? "" : ` in ${field}`}`;
    })
    .join(", ");
}

/** Texts come from outside: on a terminal they stay on their line and give it no orders. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
}

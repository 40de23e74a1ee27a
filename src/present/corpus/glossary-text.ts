import { cleanText } from "../text/clean.ts";
import { count } from "../text/count.ts";
import { cut } from "../text/cut.ts";

/** What a suggestion for the glossary is told by. */
export interface SuggestedNames {
  readonly reason: "abbreviation" | "spelling" | "form";
  readonly term: string;
  readonly isKnown: boolean;
  readonly aliases: readonly string[];
  readonly evidence: readonly { readonly articleId: string; readonly sentence: string }[];
  readonly articles: number;
}

const REASONS = {
  abbreviation: "an article explains it",
  spelling: "spelled almost alike",
  form: "a shorter form of it",
} as const;

/** Enough of a sentence to judge by. */
const SHOWN_LENGTH = 200;

/** A suggestion for the glossary on a terminal: the names, why they may be one, and sentences that show it. */
export function suggestedText({ reason, term, isKnown, aliases, evidence, articles }: SuggestedNames): string {
  const added = isKnown ? " (is in the glossary)" : "";
  const head = `${line(term)}${added} = ${aliases.map(line).join(", ")}: ${REASONS[reason]}, ${count(articles, "article")}`;
  return [head, ...evidence.map(({ articleId, sentence }) => `  ${line(articleId)}: “${line(sentence)}”`)].join("\n");
}

function line(text: string): string {
  return cut(cleanText(text).replaceAll(/\s+/gu, " ").trim(), SHOWN_LENGTH);
}

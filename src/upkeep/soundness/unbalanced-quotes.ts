import type { Article } from "../../domain/article.ts";
import type { Problem } from "../../domain/problem.ts";
import { bodyDoubt } from "./doubt.ts";

/** Paragraphs told of one article. */
const MAX_TOLD = 3;
const PARAGRAPH = /\S[^]*?(?=\n\s*\n|$)/gu;
/** Inches and seconds are no quotes, nor is the mark within Hebrew abbreviations. */
const STRAIGHT = /(?<!\d)(?<!\p{L}(?="\p{L}))"/gu;
const OPENS_AGAIN = /^\s*["“„«]/u;

/**
 * Paragraphs with a quotation mark too many or too few, so that nobody can tell where somebody's words end. A quotation may
 * go on in the next paragraph, which then begins with a mark of its own, and sentences within one need none.
 */
export function unbalancedQuotes(article: Article): readonly Problem[] {
  const problems: Problem[] = [];
  const paragraphs = [...article.body.matchAll(PARAGRAPH)];
  for (const [place, { 0: text, index }] of paragraphs.entries()) {
    if (problems.length >= MAX_TOLD) break;
    const goesOn = OPENS_AGAIN.test(paragraphs[place + 1]?.[0] ?? "");
    if (goesOn || isBalanced(text)) continue;
    problems.push(bodyDoubt(article, index, { id: "quotes-unbalanced", text }));
  }
  return problems;
}

function isBalanced(text: string): boolean {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  if (count(STRAIGHT) % 2 !== 0 || count(/«/gu) !== count(/»/gu)) return false;
  // German closes with the mark that opens in English; Swedish opens with the one that closes.
  const [low, left, right] = [count(/„/gu), count(/“/gu), count(/”/gu)];
  return low > 0 ? (low + left + right) % 2 === 0 : left === right || (left === 0 && right % 2 === 0);
}

import type { FurnitureReason, LeftOut } from "../domain/import-report.ts";
import { foldPhrase, isByline, knownFurniture, looksLikeCaption } from "./known-furniture.ts";
import { endsAsSentence, pageParagraphs, type PageParagraph } from "./page-paragraphs.ts";

/** A saved page without its furniture. */
export interface CleanPage {
  /** The headline found at its top, or null. */
  readonly headline: string | null;
  /** Paragraphs parted by a blank line; empty where nothing was text. */
  readonly body: string;
  readonly leftOut: readonly LeftOut[];
}

type Verdict = FurnitureReason | null;

/**
 * Leaves out what a saved page has besides its article. It leaves out only what it knows: listed phrases, the headline,
 * paragraphs that stand there twice, and short labels at either end. In doubt a paragraph stays.
 * @param givenTitle the article's title where it is known, so that its repetition can be told
 */
export function cleanPage(text: string, givenTitle: string | null): CleanPage {
  const paragraphs = pageParagraphs(text);
  const verdicts: Verdict[] = paragraphs.map((paragraph) => knownFurniture(paragraph.text));
  const headline = findHeadline(paragraphs, verdicts);
  const phrasesOnly = [...verdicts];
  judgeHeadlines(paragraphs, verdicts, [givenTitle, headline]);
  judgeRepetitions(paragraphs, verdicts);
  judgeEdges(paragraphs, verdicts);
  // A page on which nothing but furniture is found was misjudged.
  const final = verdicts.includes(null) ? verdicts : phrasesOnly;
  const kept = paragraphs.filter((_, index) => final[index] === null);
  const leftOut = paragraphs.flatMap(({ text, line }, index) => {
    const reason = final[index] ?? null;
    return reason === null ? [] : [{ line, text, reason }];
  });
  const body = kept.map((paragraph) => paragraph.text.replace(/^#{1,6} /u, "")).join("\n\n");
  return { headline: final === verdicts ? headline : null, body, leftOut };
}

/** The first heading, or the first line at the top that reads like a headline: several words, no full stop. */
function findHeadline(paragraphs: readonly PageParagraph[], verdicts: readonly Verdict[]): string | null {
  const firstSentence = paragraphs.findIndex(({ text }, index) => verdicts[index] === null && isReporting(text));
  if (firstSentence === -1) return null;
  const top = paragraphs.slice(0, firstSentence).filter((_, index) => verdicts[index] === null);
  const heading = top.find(({ text }) => text.startsWith("# "));
  const words = ({ text }: PageParagraph) => text.split(" ").length;
  const likely = top.filter((one) => words(one) >= 3 && one.text.length <= 250 && !isByline(one.text));
  const chosen = heading ?? likely.find((one) => words(one) >= 4) ?? likely[0];
  return chosen?.text.replace(/^#{1,6} /u, "") ?? null;
}

function judgeHeadlines(
  paragraphs: readonly PageParagraph[],
  verdicts: Verdict[],
  titles: readonly (string | null)[],
): void {
  const known = new Set(titles.flatMap((title) => (title === null ? [] : [foldPhrase(title)])));
  for (const [index, { text }] of paragraphs.entries()) {
    // With a full stop it may as well be the lead, of which somebody made the title.
    const isLead = /[.。]["'”’»)\]]*$/u.test(text);
    if (verdicts[index] === null && !isLead && known.has(foldPhrase(text))) verdicts[index] = "headline";
  }
}

/**
 * Of a paragraph that stands there twice the first stays. A caption is often saved once for the picture and once for its
 * description; it reports what the picture shows, so it stays once too.
 */
function judgeRepetitions(paragraphs: readonly PageParagraph[], verdicts: Verdict[]): void {
  const first = new Map<string, number>();
  const hasBlocks = (paragraphs.at(-1)?.block ?? 0) > 0;
  for (const [index, { text, block }] of paragraphs.entries()) {
    if (verdicts[index] !== null) continue;
    const key = foldPhrase(text);
    const half = halfOfDouble(text);
    const earlier = first.get(key);
    if (half !== null && looksLikeCaption(half)) verdicts[index] = "caption";
    else if (earlier === undefined) first.set(key, index);
    else if (looksLikeCaption(text) || (hasBlocks && earlier === index - 1 && paragraphs[earlier]?.block === block)) {
      verdicts[index] = "caption";
    } else if (text.length >= 40 || !endsAsSentence(text)) verdicts[index] = "repeated";
  }
}

function judgeEdges(paragraphs: readonly PageParagraph[], verdicts: Verdict[]): void {
  const first = paragraphs.findIndex(({ text }, index) => verdicts[index] === null && isReporting(text));
  if (first === -1) return;
  for (const [index, { text }] of paragraphs.slice(0, first).entries()) {
    if (verdicts[index] === null && isByline(text)) verdicts[index] = "byline";
  }
  const fromTop = [...paragraphs.entries()];
  for (const edge of [fromTop, fromTop.toReversed()]) {
    for (const [index, { text }] of edge) {
      if (verdicts[index] !== null) continue;
      if (!isLabel(text)) break;
      verdicts[index] = "navigation";
    }
  }
}

/** Several words and punctuated: what an article's own paragraphs are like. */
function isReporting(text: string): boolean {
  return endsAsSentence(text) && text.split(" ").length >= 4;
}

/** At most five words without digits, quotation or punctuation. */
function isLabel(text: string): boolean {
  return text.length <= 45 && /^[\p{L}\p{M}&'’/|-]+( [\p{L}\p{M}&'’/|-]+){0,4}$/u.test(text) && /^\p{L}/u.test(text);
}

/** The text that stands there twice with nothing between: "A.A." gives "A.". */
function halfOfDouble(text: string): string | null {
  const middle = Math.ceil(text.length / 2);
  const [left, right] = [text.slice(0, middle).trim(), text.slice(middle).trim()];
  return left.length >= 20 && left === right ? left : null;
}

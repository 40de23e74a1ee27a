import type { FurnitureReason, LeftOut } from "../../domain/import-report.ts";
import { foldPhrase, isByline, knownFurniture, looksLikeCaption } from "../../corpus/known-furniture.ts";
import { isReporting } from "./find-container.ts";
import { isPullQuote } from "./furniture-elements.ts";
import { foldText } from "./plain-text.ts";
import type { Block } from "./blocks.ts";
import { isInvitation } from "./teaser.ts";
import { holds, holdersOf, type PageElement } from "./tree.ts";

/** What a stretch of a page has in it: its paragraphs, and what is none. */
export interface Selection {
  readonly kept: readonly Block[];
  readonly leftOut: readonly LeftOut[];
  /** Another article begins below this one, which was left out. */
  readonly goesOn: boolean;
}

export interface SelectionHints {
  /** The article's titles; headings that say them again are left out. */
  readonly titles: readonly string[];
  readonly authors: readonly string[];
  /** As metadata has it: a paragraph that stands in it is no furniture. Empty where there is none. */
  readonly articleBody: string;
}

type Verdict = FurnitureReason | null;

/** Tells the paragraphs of an article from what stands between and below them. In doubt a paragraph stays. */
export function selectParagraphs(blocks: readonly Block[], hints: SelectionHints): Selection {
  const end = nextArticle(blocks, hints.titles);
  const own = blocks.slice(0, end);
  const quoted = foldText(hints.articleBody);
  const verdicts: Verdict[] = own.map((block) => judge(block, hints, quoted));
  judgeLinkedLists(own, verdicts);
  judgeRepetitions(own, verdicts);
  judgeTop(own, verdicts);
  keepCaptionsOfGallery(own, verdicts);
  judgeTail(own, verdicts);
  judgeHeadings(own, verdicts);
  return {
    kept: own.filter((_, index) => verdicts[index] === null),
    leftOut: own.flatMap(({ text, element }, index) => {
      const reason = verdicts[index] ?? null;
      return reason === null ? [] : [{ line: element.line, text, reason }];
    }),
    goesOn: end < blocks.length && blocks.slice(end).filter((block) => isReporting(block)).length > 1,
  };
}

/**
 * Where a second headline begins another article: the number of the block, or their count. A headline within what holds
 * the first one and the paragraphs below it heads a section.
 */
function nextArticle(blocks: readonly Block[], titles: readonly string[]): number {
  const known = new Set(titles.map((title) => foldText(title)));
  let own: PageElement | null = null;
  let paragraphs = 0;
  for (const [index, block] of blocks.entries()) {
    const { element, text } = block;
    const isHeadline = element.name === "h1";
    const isOther = isHeadline && paragraphs >= 2 && !known.has(foldText(text));
    if (isOther && own !== null && !holds(own, element)) return index;
    const isText = isReporting(block) && block.furniture === null;
    if (isText) paragraphs += 1;
    if (isText || (isHeadline && paragraphs === 0))
      own = own === null ? (element.parent ?? element) : commonHolder(own, element);
  }
  return blocks.length;
}

function commonHolder(one: PageElement, other: PageElement): PageElement {
  if (holds(one, other)) return one;
  for (const holder of holdersOf(one)) if (holds(holder, other)) return holder;
  return one;
}

function judge(block: Block, { titles, authors }: SelectionHints, quoted: string): Verdict {
  const { text, kind, furniture } = block;
  const bare = text.replace(/^- /u, "");
  const folded = foldText(text);
  const isQuoted = text.length >= 40 && quoted.includes(folded);
  // A sentence does not become a byline by its own class.
  const isSentence = furniture?.reason === "byline" && furniture.element.name === "p" && isReporting(block);
  if (furniture !== null && !isQuoted && !isSentence) return furniture.reason;
  const known = knownFurniture(bare);
  if (known !== null) return known;
  if (isInvitation(bare)) return "advertising";
  if (kind === "heading" || bare.length <= 200) {
    if (titles.some((title) => foldText(title) === folded)) return "headline";
  }
  if (authors.some((author) => isAuthorLine(bare, author))) return "byline";
  if (isQuoted) return null;
  return isWayOut(block) ? "navigation" : null;
}

/** Only a link, and no sentence. */
function isWayOut({ text, linkShare }: Block): boolean {
  return linkShare > 0.9 && !/[.!?…؟]["'”’»)]*$/u.test(text);
}

/** An author's name alone, or with a word or two: "By Ada Nib", "Ada Nib, reporter in Quillburg". */
function isAuthorLine(text: string, author: string): boolean {
  return text.includes(author) && text.length <= author.length + 45 && !/[.!?…]["'”’»)]*$/u.test(text);
}

/** A list of nothing but links leads away, whole sentences or not. */
function judgeLinkedLists(blocks: readonly Block[], verdicts: Verdict[]): void {
  const lists = new Map<PageElement, number[]>();
  for (const [index, { kind, element }] of blocks.entries()) {
    const list = kind === "item" ? listOf(element) : null;
    if (list !== null) lists.set(list, [...(lists.get(list) ?? []), index]);
  }
  for (const items of lists.values()) {
    if (!items.every((index) => (blocks[index]?.linkShare ?? 0) > 0.9)) continue;
    for (const index of items) verdicts[index] ??= "navigation";
  }
}

function listOf(item: PageElement): PageElement | null {
  for (const holder of holdersOf(item)) if (["ul", "ol"].includes(holder.name)) return holder;
  return null;
}

/** What stands there twice stays where it is part of the text: a pull quote and a second caption go. */
function judgeRepetitions(blocks: readonly Block[], verdicts: Verdict[]): void {
  const isPulled = (block: Block): boolean => {
    if (isPullQuote(block.element)) return true;
    for (const holder of holdersOf(block.element)) if (isPullQuote(holder)) return true;
    return false;
  };
  const folded = blocks.map(({ text }) => foldText(text));
  const running = blocks
    .map((block, index) => (verdicts[index] === null && !isPulled(block) ? (folded[index] ?? "") : ""))
    .join("\n");
  const seen = new Set<string>();
  for (const [index, block] of blocks.entries()) {
    if (verdicts[index] !== null) continue;
    const key = folded[index] ?? "";
    const isRepeated = seen.has(key) && (block.text.length >= 40 || looksLikeCaption(block.text));
    if (isRepeated) verdicts[index] = looksLikeCaption(block.text) ? "caption" : "repeated";
    else if (isPulled(block) && running.includes(key)) verdicts[index] = "repeated";
    else if (isEchoedQuote(block, key, index, folded, verdicts)) verdicts[index] = "repeated";
    seen.add(key);
  }
}

/** A quotation set off by its element alone, whose words stand in a longer paragraph near it. */
function isEchoedQuote(
  { element, text }: Block,
  key: string,
  index: number,
  folded: readonly string[],
  verdicts: readonly Verdict[],
): boolean {
  const isSetOff = [element, ...holdersOf(element)].some(({ name }) => name === "blockquote" || name === "q");
  if (!isSetOff || text.length < 25) return false;
  return folded.some(
    (other, at) => at !== index && verdicts[at] === null && other.length > key.length && other.includes(key),
  );
}

/** Above the first paragraph stand who wrote it and when. */
function judgeTop(blocks: readonly Block[], verdicts: Verdict[]): void {
  const first = blocks.findIndex((block, index) => verdicts[index] === null && isReporting(block));
  for (const [index, { text, kind, element }] of blocks.slice(0, Math.max(first, 0)).entries()) {
    if (verdicts[index] !== null || kind === "item") continue;
    const isDated = kind !== "heading" && /\d/u.test(text) && text.length <= 80 && !/[.!?…]$/u.test(text);
    const isLabel = kind !== "heading" && text.split(" ").length <= 5 && !/[.!?…:"”»]$/u.test(text);
    if (element.name === "h1") verdicts[index] = "headline";
    else if (isByline(text) || isDated) verdicts[index] = "byline";
    else if (isLabel) verdicts[index] = "navigation";
  }
}

/** Captions are left out, except where they are the article: a gallery, whose pictures carry more text than is left. */
function keepCaptionsOfGallery(blocks: readonly Block[], verdicts: Verdict[]): void {
  const length = (reason: Verdict) =>
    blocks.reduce((sum, { text }, index) => (verdicts[index] === reason ? sum + text.length : sum), 0);
  const reports = blocks.filter((block, index) => verdicts[index] === "caption" && isReporting(block));
  if (reports.length < 3 || length("caption") <= length(null)) return;
  const seen = new Set<string>();
  for (const [index, block] of blocks.entries()) {
    const key = foldPhrase(block.text);
    if (verdicts[index] !== "caption" || !isReporting(block) || seen.has(key)) continue;
    seen.add(key);
    verdicts[index] = null;
  }
}

/** Labels and links below the last paragraph. */
function judgeTail(blocks: readonly Block[], verdicts: Verdict[]): void {
  for (let index = blocks.length - 1; index >= 0; index -= 1) {
    const block = blocks[index];
    if (block === undefined || verdicts[index] !== null) continue;
    const isLabel =
      block.kind === "paragraph" && /^\p{L}[\p{L}\p{M}&'’/|-]*(?: [\p{L}\p{M}&'’/|-]+){0,4}$/u.test(block.text);
    if (!isLabel && !isWayOut(block)) return;
    verdicts[index] = "navigation";
  }
}

/** A heading under which nothing was kept has nothing to head. */
function judgeHeadings(blocks: readonly Block[], verdicts: Verdict[]): void {
  let hasText = false;
  let below = 7;
  for (let index = blocks.length - 1; index >= 0; index -= 1) {
    const block = blocks[index];
    if (block === undefined || verdicts[index] !== null) continue;
    const level = block.kind === "heading" ? levelOf(block.element) : null;
    if (level === null) {
      hasText = true;
      below = 7;
    } else if (hasText || level < below) {
      if (!hasText && below === 7) verdicts[index] = "navigation";
      else {
        below = level;
        hasText = false;
      }
    } else verdicts[index] = "navigation";
  }
}

function levelOf(element: PageElement): number {
  for (const one of [element, ...holdersOf(element)]) {
    const level = /^h([1-6])$/u.exec(one.name)?.[1];
    if (level !== undefined) return Number(level);
  }
  return 6;
}

import type { LeftOut } from "../../domain/import-report.ts";
import type { ProblemDetail } from "../../domain/problem.ts";
import { blocksOf, type Block } from "./blocks.ts";
import { findContainer, isReporting } from "./find-container.ts";
import { isStandfirst } from "./furniture-elements.ts";
import type { JsonLdArticle } from "./json-ld-article.ts";
import { livePosts, postsFromMetadata, readLivePost } from "./live-posts.ts";
import { foldText } from "./plain-text.ts";
import { selectParagraphs, type SelectionHints } from "./select-paragraphs.ts";
import { elementsOf, holds, holdersOf, type PageElement } from "./tree.ts";
import { isTeaser } from "./teaser.ts";

/** The text of a page's article. */
export interface PageBody {
  readonly paragraphs: readonly string[];
  readonly leftOut: readonly LeftOut[];
  readonly doubts: readonly ProblemDetail[];
  /** What stands above the first paragraph, for bylines and dates. */
  readonly head: readonly Block[];
}

/** Metadata has the text where it holds so many times more than was found on the page. */
const MUCH_MORE = 1.5;

/** Finds the paragraphs of the page's article; null where there is no article. */
export function readBody(root: PageElement, article: JsonLdArticle | null, titles: readonly string[]): PageBody | null {
  const all = blocksOf(root);
  const authors = article?.authors.map(({ name }) => name) ?? [];
  const hints = { titles, authors, articleBody: article?.paragraphs.join("\n") ?? "" };
  const posts = livePosts(root);
  if (posts.length > 0 && holdMost(posts, all)) return readLive(posts, all, hints, article);
  const container = findContainer(root, all, hints);
  const blocks = container === null ? [] : blocksOf(container);
  const { kept, leftOut, goesOn } = selectParagraphs(blocks, hints);
  const first = kept[0];
  const head = headOf(all, first, blocks);
  const standfirst = container === null ? [] : standfirstOf(all, container, [...kept], titles);
  const texts = [...standfirst, ...kept].map(({ text }) => text);
  const reporting = kept.filter((block) => isReporting(block)).length;
  const metadata = textOfMetadata(article);
  const isFromMetadata = lengthOf(metadata) > Math.max(lengthOf(texts) * MUCH_MORE, 200);
  if (!isFromMetadata && (reporting === 0 || isIndex(kept, leftOut, blocks, reporting))) return null;
  const paragraphs = isFromMetadata ? metadata : texts;
  const doubts: ProblemDetail[] = [];
  if (goesOn || hasOtherArticles(root, all, container)) doubts.push({ id: "several-articles" });
  if (isTeaser(article?.isFree ?? null, paragraphs, leftOut)) doubts.push({ id: "teaser" });
  if (article?.isLive === true) doubts.push({ id: "live-coverage" });
  if (isFromMetadata) doubts.push({ id: "text-from-metadata" });
  return { paragraphs, leftOut, doubts, head };
}

/** Whether the page holds a further `article` with a headline and a text of its own. */
function hasOtherArticles(root: PageElement, all: readonly Block[], container: PageElement | null): boolean {
  return [...elementsOf(root)].some((element) => {
    if (element.name !== "article" || container === null || holds(element, container) || holds(container, element))
      return false;
    const inside = all.filter((block) => block.furniture === null && holds(element, block.element));
    const hasHeadline = inside.some(({ kind, linkShare }) => kind === "heading" && linkShare < 0.9);
    return hasHeadline && inside.filter((block) => isReporting(block)).length >= 2;
  });
}

function textOfMetadata(article: JsonLdArticle | null): readonly string[] {
  if (article === null) return [];
  return article.isLive ? [...article.paragraphs, ...postsFromMetadata(article)] : article.paragraphs;
}

/** Beside an article, a box with the latest news looks like live coverage too. */
function holdMost(posts: readonly PageElement[], all: readonly Block[]): boolean {
  const reporting = all.filter((block) => block.furniture === null && isReporting(block));
  const inPosts = reporting.filter(({ element }) => posts.some((post) => holds(post, element)));
  return inPosts.length * 2 >= reporting.length;
}

function readLive(
  posts: readonly PageElement[],
  all: readonly Block[],
  hints: SelectionHints,
  article: JsonLdArticle | null,
): PageBody | null {
  const [top] = posts;
  const start = all.findIndex(({ element }) => top !== undefined && holds(top, element));
  const before = all.slice(0, Math.max(start, 0)).filter((block) => block.furniture === null && isReporting(block));
  const intro = selectParagraphs(before, hints).kept.map(({ text }) => text);
  const read = posts.map((post) => readLivePost(post, hints));
  const doubts: ProblemDetail[] = [{ id: "live-coverage" }];
  if (article?.isFree === false) doubts.push({ id: "teaser" });
  const paragraphs = [...intro, ...read.flatMap((post) => post.paragraphs)];
  if (paragraphs.length === 0) return null;
  return {
    paragraphs,
    leftOut: read.flatMap(({ leftOut }) => leftOut),
    doubts,
    head: all.slice(0, Math.max(start, 0)),
  };
}

/** What stands above the first paragraph, page and place of the article alike. */
function headOf(all: readonly Block[], first: Block | undefined, blocks: readonly Block[]): readonly Block[] {
  if (first === undefined) return all.slice(0, 40);
  const start = all.findIndex(({ element, text }) => element === first.element && text === first.text);
  const above = all.slice(0, Math.max(start, 0)).slice(-40);
  // A byline may also stand below the text.
  const byline = /^(?:posted|submitted|written|text|reporting) by /iu;
  const below = all.slice(start).filter(({ text, furniture }) => furniture !== null && byline.test(text));
  return [
    ...blocks.filter(({ furniture }) => furniture?.reason === "byline").slice(0, 5),
    ...below.slice(0, 1),
    ...above,
  ];
}

/** The summary below the headline where it stands outside of the article's own place and says something of its own. */
function standfirstOf(
  all: readonly Block[],
  container: PageElement,
  kept: readonly Block[],
  titles: readonly string[],
): readonly Block[] {
  const [first] = kept;
  const start = all.findIndex(({ element }) => holds(container, element));
  if (first === undefined || start < 1) return [];
  const running = kept.map(({ text }) => foldText(text)).join("\n");
  return all.slice(Math.max(start - 12, 0), start).filter((block) => {
    const isMarked = [block.element, ...holdersOf(block.element)].slice(0, 3).some((element) => isStandfirst(element));
    const folded = foldText(block.text);
    return (
      isMarked &&
      block.furniture === null &&
      block.text.split(" ").length >= 6 &&
      block.linkShare < 0.5 &&
      !running.includes(folded) &&
      !titles.some((title) => foldText(title) === folded)
    );
  });
}

/** A list of articles: most of its headings and items only lead to others. */
function isIndex(
  kept: readonly Block[],
  leftOut: readonly LeftOut[],
  blocks: readonly Block[],
  reporting: number,
): boolean {
  const links = blocks.filter(({ kind, linkShare }) => kind === "heading" && linkShare > 0.9).length;
  return links >= 3 && links >= reporting && leftOut.length >= kept.length / 2;
}

function lengthOf(texts: readonly string[]): number {
  return texts.reduce((sum, { length }) => sum + length, 0);
}

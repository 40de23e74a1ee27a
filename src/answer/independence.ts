import type { Article } from "../domain/article.ts";
import type { Analyzer } from "../text/analyzer.ts";
import { cleanWords } from "./clean-words.ts";

/** Words of a shingle. */
const SHINGLE = 4;
/** Share of the shorter text's shingles in the longer one from which on one is made of the other. */
const NEARLY_SAME = 0.5;
/** A text with fewer shingles is too short to tell. */
const FEW_SHINGLES = 12;
/** Characters of a body that are compared. */
const MAX_BODY = 20_000;
/** More articles than this are behind no answer; the rest count as one each at most, and are left out. */
const MAX_ARTICLES = 64;

/** Tells how many articles are independent of each other, and remembers what it has read of them. */
export class Independence {
  readonly #analyzer: Analyzer;
  readonly #shingles = new WeakMap<Article, ReadonlySet<string>>();

  constructor(analyzer: Analyzer) {
    this.#analyzer = analyzer;
  }

  /**
   * The size of a set of articles none of which depends on another: relays of one agency, articles of one publisher and
   * nearly the same texts do, as do a reprint and its origin, and two reprints of one. Never more than the largest such set, since those with the fewest ties are taken first.
   */
  count(articles: readonly Article[]): number {
    const distinct = [...new Map(articles.map((article) => [article.id, article])).values()].slice(0, MAX_ARTICLES);
    const ties = distinct.map((one) => distinct.filter((other) => other !== one && this.#depend(one, other)));
    const byTies = distinct
      .map((article, place) => ({ article, tied: ties[place] ?? [] }))
      .toSorted((a, b) => a.tied.length - b.tied.length);
    const chosen = new Set<Article>();
    for (const { article, tied } of byTies) if (!tied.some((other) => chosen.has(other))) chosen.add(article);
    return chosen.size;
  }

  #depend(a: Article, b: Article): boolean {
    if (originOf(a) === originOf(b)) return true;
    const [own, its] = [this.#housesOf(a), this.#housesOf(b)];
    return own.some((house) => its.includes(house)) || this.#areNearlySame(a, b);
  }

  /** Who stands behind an article: its publisher, and the agency whose reporting it relays. */
  #housesOf({ publisher, agency }: Article): readonly string[] {
    return [publisher, ...(agency === null ? [] : [agency])].map((name) => {
      // "AP" and "The Associated Press" are one where the glossary knows it.
      const alias = this.#analyzer.analyze(name).find(({ kind }) => kind === "alias");
      return alias !== undefined && alias.surface.length >= name.length / 2 ? alias.term : cleanWords(name).join(" ");
    });
  }

  /** Containment of shingles (Broder 1997): a reprint is often cut, or has a paragraph of its own. */
  #areNearlySame(a: Article, b: Article): boolean {
    const [own, its] = [this.#shinglesOf(a), this.#shinglesOf(b)];
    const [shorter, longer] = own.size <= its.size ? [own, its] : [its, own];
    if (shorter.size < FEW_SHINGLES) return false;
    let common = 0;
    for (const shingle of shorter) if (longer.has(shingle)) common += 1;
    return common >= shorter.size * NEARLY_SAME;
  }

  #shinglesOf(article: Article): ReadonlySet<string> {
    const known = this.#shingles.get(article);
    if (known !== undefined) return known;
    const words = cleanWords(article.body.slice(0, MAX_BODY));
    const shingles = new Set<string>();
    for (let at = 0; at + SHINGLE <= words.length; at += 1) shingles.add(words.slice(at, at + SHINGLE).join(" "));
    this.#shingles.set(article, shingles);
    return shingles;
  }
}

/** Id of what an article prints again, else its own. */
function originOf({ id, reprintOf }: Article): string {
  return reprintOf ?? id;
}

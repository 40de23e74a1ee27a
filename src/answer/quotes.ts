import { setImmediate as otherWork } from "node:timers/promises";
import type { PageRequest } from "../domain/command.ts";
import type { Quote, QuotePage } from "../domain/reading.ts";
import type { Sentence, Span } from "../domain/sentence.ts";
import { type SentenceIndex, sentencesOfArticle } from "../search/sentence-index.ts";
import { STOP_WORDS } from "../text/stop-words.ts";
import type { Answerer } from "./answerer.ts";
import { cleanWords } from "./clean-words.ts";
import { plainEvidence } from "./evidence.ts";
import type { FoundName, NameFinder } from "./names/find-name.ts";
import { groupPoints } from "./points.ts";
import { readStance } from "./stance.ts";
import { readStatement } from "./statement.ts";

/** Sentences looked at for words of somebody, or about something. */
const MAX_READ = 600;
/** Most words of people told in one list. */
const MAX_QUOTES = 200;
/** Sentences read in one go before others have their turn. */
const TURN = 20;

/** Tells whether a sentence reports the words of somebody wanted, by who it says speaks. */
type IsWanted = (speaker: string) => boolean;

export interface QuotesWanted {
  /** Whose words; anybody's for null. */
  readonly by: string | null;
  /** What about; anything for null. */
  readonly about: string | null;
}

/** A sentence with what of it to set off. */
interface Found {
  readonly sentence: Sentence;
  readonly matches: readonly Span[];
}

/** Tells who said what. */
export class Quotes {
  readonly #index: SentenceIndex;
  readonly #answerer: Answerer;
  readonly #finder: NameFinder;

  constructor(index: SentenceIndex, answerer: Answerer, finder: NameFinder) {
    this.#index = index;
    this.#answerer = answerer;
    this.#finder = finder;
  }

  /**
   * Sentences that report somebody's words, by whom and about what is wanted: as a search ranks them where a topic is given,
   * else newest first. An outlet that reports is nobody who speaks, unless it is asked for.
   */
  async page(wanted: QuotesWanted, { offset, limit }: PageRequest): Promise<QuotePage> {
    const by = wanted.by === null || wanted.by.trim() === "" ? null : wanted.by;
    const about = wanted.about === null || wanted.about.trim() === "" ? null : wanted.about;
    const found = this.#sentences(by, about);
    const quotes = await this.#quotesIn(found, by === null ? null : this.#speakers(by));
    const ordered =
      about === null
        ? quotes.toSorted((a, b) => (publishedOf(b) < publishedOf(a) ? -1 : Number(publishedOf(b) > publishedOf(a))))
        : quotes;
    return { quotes: ordered.slice(offset, offset + limit), offset, total: ordered.length };
  }

  /** Lazily, since the newest are enough where nothing is asked for. */
  *#sentences(by: string | null, about: string | null): Generator<Found> {
    if (about !== null) {
      const { hits } = this.#answerer.search({ text: about, context: [] }, { offset: 0, limit: MAX_READ });
      for (const { sentence, matches, contributions } of hits) {
        // In a small corpus everything is compared, whether it holds a word of the topic or not.
        if (contributions.some(({ field }) => field === "sentence")) yield { sentence, matches };
      }
      return;
    }
    if (by !== null) {
      yield* this.#namesakes(by);
      return;
    }
    for (const order of this.#index.articles.keys()) {
      for (const sentence of sentencesOfArticle(this.#index, order)) yield { sentence, matches: [] };
    }
  }

  /** Sentences that hold a speaker's name, or at least the words typed. */
  *#namesakes(by: string): Generator<Found> {
    const name = this.#nameOf(by);
    if (name !== null) {
      for (const { sentence } of name.sentences(MAX_READ)) yield { sentence, matches: name.spansIn(sentence.text) };
      return;
    }
    const page = { offset: 0, limit: MAX_READ, ownWordsOnly: true };
    const { hits } = this.#answerer.search({ text: cleanWords(by).join(" "), context: [] }, page);
    for (const { sentence, matches } of hits) yield { sentence, matches };
  }

  /** Who is meant by what was typed: somebody known by all of their names, else whoever is called by these words. */
  #speakers(by: string): IsWanted {
    const name = this.#nameOf(by);
    if (name !== null) return (speaker) => name.spansIn(speaker).length > 0;
    const words = cleanWords(by).filter((word) => !STOP_WORDS.has(word));
    return (speaker) => {
      const held = cleanWords(speaker);
      return words.length > 0 && words.every((word) => held.includes(word));
    };
  }

  /** Words that the articles use, "the ministry", are taken as they stand; only others may be a slip or a beginning. */
  #nameOf(by: string): FoundName | null {
    const { vocabulary } = this.#index;
    const isKnown = cleanWords(by).every((word) => STOP_WORDS.has(word) || vocabulary.count(word) > 0);
    return this.#finder.asItStands(by) ?? (isKnown ? null : this.#finder.find(by));
  }

  async #quotesIn(found: Iterable<Found>, isWanted: IsWanted | null): Promise<readonly Quote[]> {
    const read = [];
    let looked = 0;
    for (const { sentence, matches } of found) {
      looked += 1;
      if (looked % TURN === 0) await otherWork();
      if (read.length >= MAX_QUOTES || looked > MAX_READ * 2) break;
      const speaker = speakerIn(sentence);
      if (speaker === null || NOBODY.test(speaker)) continue;
      if (isWanted === null ? isOutlet(sentence, speaker) : !isWanted(speaker)) continue;
      read.push(readStatement(this.#index.analyzer, plainEvidence(sentence, matches)));
    }
    return groupPoints(read).flatMap(({ point: { evidence, also, stance } }): readonly Quote[] => {
      if (stance === null || stance.speaker === null) return [];
      const { start, end } = stance.speaker;
      return [{ speaker: evidence.sentence.text.slice(start, end), how: stance.how, evidence, also }];
    });
  }
}

function speakerIn({ text }: Sentence): string | null {
  const speaker = readStance(text)?.speaker ?? null;
  return speaker === null ? null : text.slice(speaker.start, speaker.end);
}

/** "According to the title of the text": nobody's words. */
const NOBODY = /^(?:the |an? |its )?(?:title|relays?|transcript|interview|readout|text|caption|article)\b/iu;

/** Whether who speaks is only the newspaper or agency of the article, or another that relays. */
function isOutlet({ article, text }: Sentence, speaker: string): boolean {
  const words = cleanWords(speaker).join(" ");
  const houses = [article.publisher, article.agency ?? ""].map((name) => cleanWords(name).join(" "));
  if (houses.some((house) => house !== "" && (house.includes(words) || words.includes(house)))) return true;
  const place = text.indexOf(speaker);
  return /^\s+(?:reported|reports|wrote|writes)\b/u.test(text.slice(place + speaker.length));
}

function publishedOf({ evidence }: Quote): string {
  return evidence.sentence.article.published ?? "";
}

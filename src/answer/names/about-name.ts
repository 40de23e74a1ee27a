import { setImmediate as otherWork } from "node:timers/promises";
import type { PartialDate } from "../../domain/article.ts";
import type { PageRequest } from "../../domain/command.ts";
import type { DatedPoint, NamePage } from "../../domain/reading.ts";
import type { Sentence, Span } from "../../domain/sentence.ts";
import type { SentenceIndex } from "../../search/sentence-index.ts";
import { ArticleSentences } from "../article-sentences.ts";
import { plainEvidence } from "../evidence.ts";
import { groupPoints } from "../points.ts";
import { type Statement, readStatement } from "../statement.ts";
import { acts, carriesOn } from "./acting.ts";
import type { FoundName, NameFinder } from "./find-name.ts";

/** Sentences that are looked at for one name. */
const MAX_READ = 1_000;
/** A list of more is long: sentences in which the name acts come first, and mentions fill it up. */
const MAX_TOLD = 200;
/** Sentences read in one go before others have their turn. */
const TURN = 20;
/** Names whose pages are remembered, for whoever turns them. */
const REMEMBERED = 16;

/** A name's sentence, and whether the name acts in it. */
interface Telling {
  readonly sentence: Sentence;
  readonly spans: readonly Span[];
  readonly acts: boolean;
}

/** Tells what the articles say about names. */
export class NamePages {
  readonly #index: SentenceIndex;
  readonly #finder: NameFinder;
  readonly #sentences: ArticleSentences;
  readonly #told = new Map<string, Promise<readonly DatedPoint[]>>();

  constructor(index: SentenceIndex, finder: NameFinder) {
    this.#index = index;
    this.#finder = finder;
    this.#sentences = new ArticleSentences(index);
  }

  async page(typed: string, { offset, limit }: PageRequest): Promise<NamePage | null> {
    const found = this.#finder.find(typed);
    if (found === null) return null;
    const { name, aliases } = found;
    const points = await this.#pointsOf(found);
    return { name, aliases, points: points.slice(offset, offset + limit), offset, total: points.length };
  }

  async #pointsOf(found: FoundName): Promise<readonly DatedPoint[]> {
    const known = this.#told.get(found.name);
    if (known !== undefined) return known;
    const [oldest] = this.#told.keys();
    if (this.#told.size >= REMEMBERED && oldest !== undefined) this.#told.delete(oldest);
    const points = this.#tell(found);
    this.#told.set(found.name, points);
    return points;
  }

  async #tell(found: FoundName): Promise<readonly DatedPoint[]> {
    const telling = this.#telling(found);
    const chosen = [...telling.filter(({ acts }) => acts), ...telling.filter(({ acts }) => !acts)].slice(0, MAX_TOLD);
    const statements: Statement[] = [];
    for (const [place, { sentence, spans }] of chosen.entries()) {
      statements.push(readStatement(this.#index.analyzer, plainEvidence(sentence, spans)));
      if (place % TURN === TURN - 1) await otherWork();
    }
    return groupPoints(statements)
      .map(({ point, statement }) => ({ date: dayOf(statement), point }))
      .toSorted((a, b) => compareDates(a.date, b.date));
  }

  #telling({ spansIn, sentences }: FoundName): readonly Telling[] {
    const telling = new Map<string, Telling>();
    const keyOf = ({ article, start }: Sentence): string => `${String(start)} ${article.id}`;
    for (const { sentence } of sentences(MAX_READ)) {
      const spans = spansIn(sentence.text);
      const [first] = spans;
      if (first === undefined) continue;
      telling.set(keyOf(sentence), { sentence, spans, acts: spans.some((span) => acts(sentence.text, span)) });
      const next = this.#sentences.after(sentence);
      if (next === undefined || telling.has(keyOf(next)) || !carriesOn(sentence.text, first, next.text)) continue;
      telling.set(keyOf(next), { sentence: next, spans: [], acts: true });
    }
    return [...telling.values()];
  }
}

/** The day a sentence tells of, where it gives one, else its article's. The day on which somebody said so is not it. */
function dayOf({ dates, evidence }: Statement): PartialDate | null {
  const told = dates.find(({ precision }) => precision === "day") ?? dates[0];
  if (told === undefined) return evidence.sentence.article.published;
  return told.from.slice(0, told.precision === "year" ? 4 : told.precision === "month" ? 7 : 10);
}

/** Negative where `a` is the earlier: a month or a year begins with its first day. Without a date comes last. */
function compareDates(a: PartialDate | null, b: PartialDate | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  return b === null || a < b ? -1 : 1;
}

import type { Article } from "../domain/article.ts";
import type { Sentence } from "../domain/sentence.ts";
import { type SentenceIndex, sentencesOfArticle } from "../search/sentence-index.ts";
import { sentenceVector } from "../meaning/sentence-vector.ts";
import { rarityOf } from "./ideas.ts";
import type { Term } from "../text/analyzer.ts";

/** A text read for comparison with questions. */
export interface ReadText {
  readonly text: string;
  /** Its words with content, and the names of the glossary in it, in order. */
  readonly terms: readonly Term[];
  /** Where each index term stands among `terms`. */
  readonly places: ReadonlyMap<string, readonly number[]>;
  /** How telling each of `terms` is by how common it is in English, 0 to 1; 0 for names of the glossary, whose words count. */
  readonly rarities: Float64Array;
  /** Rows of its words in the table of word vectors, each once. */
  readonly rows: readonly number[];
  /** Its meaning as a whole; null where there is no table. */
  readonly meaning: Int8Array | null;
}

/** A sentence with what stands around it. */
export interface Surroundings {
  readonly sentence: Sentence;
  readonly own: ReadText;
  readonly title: ReadText;
  /** The sentence before, the one before that, and the one after; null where there is none. */
  readonly before: ReadText | null;
  readonly beforeThat: ReadText | null;
  readonly after: ReadText | null;
}

/** Texts remembered: enough for the sentences that questions about the same news come back to. */
const MAX_REMEMBERED = 5_000;

/** Reads sentences and what stands around them, and remembers what it has read. */
export class SentenceReader {
  readonly #index: SentenceIndex;
  readonly #orders: ReadonlyMap<Article, number>;
  readonly #texts = new Map<string, ReadText>();
  readonly #sentences = new Map<Article, readonly Sentence[]>();

  constructor(index: SentenceIndex) {
    this.#index = index;
    this.#orders = new Map(index.articles.map((article, order) => [article, order]));
  }

  /** What stands around a sentence is read once it is looked at: of most sentences found it never is. */
  surroundings(sentence: Sentence): Surroundings {
    const { article, position, text } = sentence;
    const read = (wanted: string): ReadText => this.read(wanted);
    const at = (place: number): ReadText | null => {
      const other = this.#sentencesOf(article)[place];
      return other === undefined ? null : this.read(other.text);
    };
    return {
      sentence,
      get own() {
        return read(text);
      },
      get title() {
        return read(article.title);
      },
      get before() {
        return at(position - 1);
      },
      get beforeThat() {
        return at(position - 2);
      },
      get after() {
        return at(position + 1);
      },
    };
  }

  read(text: string): ReadText {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    const read = readText(this.#index, text);
    if (this.#texts.size >= MAX_REMEMBERED) this.#texts.clear();
    this.#texts.set(text, read);
    return read;
  }

  #sentencesOf(article: Article): readonly Sentence[] {
    const known = this.#sentences.get(article);
    if (known !== undefined) return known;
    const order = this.#orders.get(article);
    const sentences = order === undefined ? [] : sentencesOfArticle(this.#index, order);
    if (this.#sentences.size >= MAX_REMEMBERED) this.#sentences.clear();
    this.#sentences.set(article, sentences);
    return sentences;
  }
}

function readText({ analyzer, vectors }: SentenceIndex, text: string): ReadText {
  const terms = analyzer.analyze(text).filter(({ stop }) => !stop);
  const places = new Map<string, number[]>();
  const rows = new Set<number>();
  const rarities = new Float64Array(terms.length);
  for (const [place, { term, kind, folded }] of terms.entries()) {
    const known = places.get(term);
    if (known === undefined) places.set(term, [place]);
    else known.push(place);
    const row = kind === "word" && vectors !== null ? vectors.row(folded) : -1;
    if (row >= 0) rows.add(row);
    if (kind === "word") rarities[place] = rarityOf(row < 0 || vectors === null ? [] : [vectors.logFrequency(row)]);
  }
  let meaning: Int8Array | null = null;
  return {
    text,
    terms,
    places,
    rarities,
    rows: [...rows],
    get meaning() {
      if (vectors !== null) meaning ??= sentenceVector(vectors, rows);
      return meaning;
    },
  };
}

import { createHash } from "node:crypto";
import { cleanWords } from "../../answer/clean-words.ts";
import type { PartialDate } from "../../domain/article.ts";
import type { GlossaryEntry } from "../../domain/corpus.ts";
import { sentenceVector } from "../../meaning/sentence-vector.ts";
import type { WordVectors } from "../../meaning/word-vectors.ts";
import { placeNames } from "../../question/place-names.ts";
import type { QuestionKind } from "../../question/question.ts";
import { readAskedQuestion } from "../../question/read-question.ts";
import { createAnalyzer } from "../../text/analyzer.ts";

/** A question as it was asked, once, however often that was. */
export interface AskedWording {
  readonly text: string;
  readonly times: number;
  readonly badlyRated: number;
  readonly firstDay: PartialDate;
  readonly lastDay: PartialDate;
}

/** One idea of a question. */
export interface WordingTerm {
  /** The word's stem, or for a name of the glossary its entry. */
  readonly term: string;
  /** Row in the table of word vectors, −1 for a name of the glossary and where it has none. */
  readonly row: number;
  /** What it tells, > 0: the rarer in English, the more. */
  readonly weight: number;
  /** Whether another name cannot stand for it: a name, a month, a number. */
  readonly name: boolean;
}

/** A question as it is compared with others. */
export interface Wording extends AskedWording {
  /** 10 characters, the same for the same words whenever they are asked. */
  readonly id: string;
  readonly terms: readonly WordingTerm[];
  readonly kind: QuestionKind;
  /** What it means as a whole; null without a table. */
  readonly vector: Int8Array | null;
}

/** What is known of words. */
export interface Meaning {
  readonly vectors: WordVectors | null;
  readonly glossary: readonly GlossaryEntry[];
}

/** As rare as a word can be, in nats; of a word that the table lacks too. */
const RAREST = 12;
const MONTHS = new Set(
  Array.from({ length: 12 }, (_, month) =>
    new Intl.DateTimeFormat("en", { month: "long", timeZone: "UTC" }).format(Date.UTC(2001, month, 1)).toLowerCase(),
  ),
);

/** Makes what reads wordings; it remembers words, and reads the later ones faster. */
export function wordingReader({ vectors, glossary }: Meaning): (asked: AskedWording) => Wording {
  const analyzer = createAnalyzer(glossary);
  const places = placeNames();
  return (asked) => {
    const terms = new Map<string, WordingTerm>();
    const rows: number[] = [];
    let covered = 0;
    for (const { term, folded, kind, stop, start, end } of analyzer.analyze(asked.text)) {
      if (stop) continue;
      const row = kind === "alias" ? -1 : (vectors?.row(folded) ?? -1);
      rows.push(row);
      // The words that a name of the glossary is made of are no terms beside it.
      if (kind === "word" && start < covered) continue;
      if (kind === "alias") covered = end;
      const weight = row < 0 || vectors === null ? RAREST : Math.min(RAREST, -vectors.logFrequency(row));
      const name = kind === "alias" || MONTHS.has(folded) || places.has(folded) || /^\d/u.test(folded);
      terms.set(term, { term, row, weight, name });
    }
    return {
      ...asked,
      id: wordingId(asked.text),
      terms: [...terms.values()],
      kind: readAskedQuestion(asked.text, null).kind,
      vector: vectors === null ? null : sentenceVector(vectors, rows),
    };
  };
}

/** A name for a question's words, however they are capitalised and punctuated. */
export function wordingId(text: string): string {
  return createHash("sha256").update(wordingKey(text)).digest("base64url").slice(0, 10);
}

/** The same for questions of the same words. */
export function wordingKey(text: string): string {
  return cleanWords(text).join(" ");
}

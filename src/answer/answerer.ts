import type { Answer, Condition, Evidence, Question, SearchPage, UnusableReason } from "../domain/answer.ts";
import type { Explanation, Weighed } from "../domain/explanation.ts";
import type { AskedQuestion, QuestionKind } from "../question/question.ts";
import { readAskedQuestion } from "../question/read-question.ts";
import type { Query } from "../search/query.ts";
import { phraseShare } from "../search/restriction.ts";
import type { SentenceIndex } from "../search/sentence-index.ts";
import { type Syntax, ownWordsOf, withoutQuotes } from "../search/syntax.ts";
import { type Asking, askingOf, candidatesFor } from "./asking.ts";
import { type Candidate, explainCandidate, relativeLikelihood, weighCandidates } from "./candidates.ts";
import { askedOf } from "./contradiction.ts";
import { evidenceOf } from "./evidence.ts";
import type { Comparison, EncodedQuestion } from "./comparison.ts";
import type { AnswerModel } from "./model.ts";
import { type Reading, isPhrase, readQuestion, wordless } from "./reading.ts";
import { confidenceOf, silenceSignals, weighedSignals } from "./silence.ts";
import { tellAnswer, tellClosest } from "./tell.ts";

export interface AnswerOptions {
  /** What was learned of which sentences answer. */
  readonly model: AnswerModel;
  /** What was learned of it with a sentence encoder at hand; `model` when absent. */
  readonly encodedModel?: AnswerModel | undefined;
  /** Confidence from which on sentences are shown as an answer, 0 to 1; the model's own when absent. */
  readonly threshold?: number | undefined;
}

export interface SearchOptions {
  readonly offset: number;
  readonly limit: number;
  /** Ids of the articles to look in; all when absent. */
  readonly within?: ReadonlySet<string>;
  /** Leaves out sentences found by their title or neighbours alone. */
  readonly ownWordsOnly?: boolean;
  /**
   * Whether sentences must hold what stands in quotes, as in a search, or are merely preferred for it, as for a question,
   * where quotes are mostly around titles and names. Preferred when absent.
   */
  readonly quotes?: "required" | "preferred";
  /** See {@link Answerer.ask}. */
  readonly encoded?: EncodedQuestion | null;
}

/** A search page with how likely its first passage answers the query. */
export interface ConfidentSearchPage extends SearchPage {
  readonly confidence: number;
}

export interface Answerer {
  /** @param encoded the question and the sentences as a sentence encoder sees them, where there is one */
  ask(question: Question, encoded?: EncodedQuestion | null): Answer;
  /**
   * What a sentence encoder is to be given for a question: its own words, after what was asked before where it leans on that;
   * null where it cannot be looked up.
   */
  wording(question: Question): string | null;
  search(question: Question, options: SearchOptions): ConfidentSearchPage;
}

/** How many of them are considered for showing; the choice among them leaves out what says the same. */
const CONSIDERED = 12;
/** Passages found are counted up to here; nobody turns more pages. */
const MAX_COUNTED = 1_000;
/** A passage that means less than this of the question, with what stands around it, is not even close. */
const MIN_CLOSEST = 0.3;

/** Answers questions from one index. Holds no state: two calls never touch each other. */
export function createAnswerer(index: SentenceIndex, options: AnswerOptions): Answerer {
  const asking = askingOf(index);
  const settingFor = (encoded: EncodedQuestion | null): Setting => {
    const model = encoded === null ? options.model : (options.encodedModel ?? options.model);
    return { ...asking, model, encoded };
  };
  return {
    ask(question, encoded = null) {
      const setting = settingFor(encoded);
      const { threshold = setting.model.threshold } = options;
      const reading = readQuestion(index, question.text);
      if (!reading.ok) return { status: "unusable-question", question, reason: reading.error };
      const found = find(setting, question, reading.value, {
        offset: 0,
        limit: CONSIDERED,
      });
      const { query, kind, language, after, evidence, meant, confidence, ranking, silence, conditions } = found;
      if (query.concepts.length === 0) {
        return { status: "unusable-question", question, reason: wordless(reading.value.conditions) };
      }
      const explanation: Explanation = { kind, language, threshold, confidence, ranking, silence };
      if (confidence >= threshold && evidence.length > 0) {
        return {
          status: "answered",
          question,
          after,
          confidence,
          ...tellAnswer(index.analyzer, kind, evidence),
          corrections: query.corrections,
          conditions,
          explanation,
        };
      }
      return {
        status: "not-in-articles",
        question,
        after,
        confidence,
        ...tellClosest(
          index.analyzer,
          askedOf(question.text, query),
          evidence.filter((_, place) => language !== "en" || (meant[place] ?? 0) >= MIN_CLOSEST),
        ),
        corrections: query.corrections,
        // In another language hardly any word is known, which says nothing of the articles.
        unknownWords: language === "en" ? query.unknownWords : [],
        conditions,
        explanation,
      };
    },

    wording({ text, context }) {
      const reading = readQuestion(index, text);
      if (!reading.ok) return null;
      const own = ownWordsOf(text, reading.value.syntax);
      // Person and bot speak in turn, the person first.
      const earlier = context.findLast((_, turn) => turn % 2 === 0);
      const { leans } = readAskedQuestion(own, asking.today);
      return leans && earlier !== undefined ? `${earlier} ${own}` : own;
    },

    search(question, searchOptions) {
      const { offset } = searchOptions;
      const reading = readQuestion(index, question.text);
      if (!reading.ok) return nothing(question.text, reading.error);
      const setting = settingFor(searchOptions.encoded ?? null);
      const found = find(setting, question, reading.value, { ...searchOptions, countUpTo: MAX_COUNTED });
      const { query, evidence, confidence, total, totalIsExact, conditions, unquoted } = found;
      if (query.concepts.length === 0) return nothing(question.text, wordless(reading.value.conditions));
      return {
        query: question.text,
        total,
        totalIsExact,
        offset,
        hits: evidence,
        corrections: query.corrections,
        conditions,
        unquoted,
        unusable: null,
        confidence,
      };
    },
  };
}

function nothing(query: string, unusable: UnusableReason): ConfidentSearchPage {
  return {
    query,
    total: 0,
    totalIsExact: true,
    offset: 0,
    hits: [],
    corrections: [],
    conditions: [],
    unquoted: [],
    unusable,
    confidence: 0,
  };
}

interface Setting extends Asking {
  readonly model: AnswerModel;
  readonly encoded: EncodedQuestion | null;
}

interface Found {
  readonly query: Query;
  readonly kind: QuestionKind;
  readonly language: string;
  readonly after: readonly string[];
  readonly evidence: readonly Evidence[];
  /** How much of the question each of them means, with what stands around it, 0 to 1. */
  readonly meant: readonly number[];
  readonly confidence: number;
  /** What the rank of the best sentence is made of. */
  readonly ranking: readonly Weighed[];
  /** What the confidence is made of. */
  readonly silence: readonly Weighed[];
  readonly total: number;
  readonly totalIsExact: boolean;
  /** What the evidence was held to. */
  readonly conditions: readonly Condition[];
  /** Phrases that nothing holds word for word, and that were let go. */
  readonly unquoted: readonly string[];
}

interface RankedOptions extends SearchOptions {
  /** Counts all that match up to this many. */
  readonly countUpTo?: number;
}

/** Finds what a question asks for, held to its conditions. */
function find(setting: Setting, question: Question, { syntax, conditions }: Reading, options: RankedOptions): Found {
  const { index } = setting;
  const asked = readAskedQuestion(ownWordsOf(question.text, syntax), setting.today);
  const loose = { conditions: conditions.filter((condition) => !isPhrase(condition)), unquoted: [] };
  if (options.quotes !== "required") {
    const heldShare = phraseShare(index.analyzer, syntax);
    return { ...ranked(setting, question, withoutQuotes(syntax), asked, options, heldShare), ...loose };
  }
  const strict = { ...ranked(setting, question, syntax, asked, options), conditions, unquoted: [] };
  if (strict.total > 0 || loose.conditions.length === conditions.length) return strict;
  const relaxed = ranked(setting, question, withoutQuotes(syntax), asked, options);
  if (relaxed.total === 0) return strict;
  const unquoted = conditions.flatMap((condition) => (isPhrase(condition) ? [condition.text] : []));
  return { ...relaxed, ...loose, unquoted };
}

/** Finds sentences by words, then orders the best of them by all that is known of them. */
function ranked(
  setting: Setting,
  question: Question,
  syntax: Syntax,
  asked: AskedQuestion,
  options: RankedOptions,
  heldShare: Comparison["heldShare"] = null,
): Omit<Found, "conditions" | "unquoted"> {
  const { index, model, encoded } = setting;
  const wanted = options.offset + options.limit;
  const { comparison, candidates, ranking, after } = candidatesFor(setting, question, syntax, asked, options, {
    heldShare,
    encoded,
  });
  const { query, kind } = comparison;
  const likeliest = weighCandidates(candidates, model);
  // Who searches for words wants first what says most of them.
  const weighed =
    options.ownWordsOnly === true
      ? likeliest.toSorted((a, b) => b.features.said - a.features.said || b.score - a.score)
      : likeliest;
  const [best] = weighed;
  const page = weighed.slice(options.offset, wanted);
  const compared = new Set(weighed.map(({ hit }) => hit));
  // Whoever turns so many pages sees the rest in the order in which words found it.
  const further = ranking.hits
    .filter((hit) => !compared.has(hit))
    .slice(Math.max(0, options.offset - weighed.length), Math.max(0, wanted - weighed.length));
  const likelihoodOf = (one: Candidate | undefined): number =>
    one === undefined || likeliest[0] === undefined ? 1 : relativeLikelihood(one, likeliest[0]);
  const silence = best === undefined ? [] : weighedSignals(silenceSignals(comparison, best, weighed), model);
  return {
    query,
    kind,
    language: asked.language,
    after,
    evidence: [
      ...page.map((one) => evidenceOf(index, query, one.hit, kind, likelihoodOf(one))),
      ...further.map((hit) => evidenceOf(index, query, hit, kind, likelihoodOf(weighed.at(-1)))),
    ],
    meant: page.map(({ features }) => features["meant-nearby"]),
    confidence: best === undefined ? 0 : confidenceOf(silence),
    ranking: best === undefined ? [] : explainCandidate(best, model),
    silence,
    total: ranking.total,
    totalIsExact: ranking.totalIsExact,
  };
}

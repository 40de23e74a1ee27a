import type { Condition } from "../domain/answer.ts";
import type { Article } from "../domain/article.ts";
import type { Analyzer } from "../text/analyzer.ts";
import { firstDayOf, reaches } from "./partial-dates.ts";
import { publisherMatcher } from "./publishers.ts";
import type { Operator, Syntax } from "./syntax.ts";

/** What a sentence must satisfy beyond matching. */
export interface Restriction {
  /** Terms of the index that the sentence itself must hold, all of them: the words of the phrases, stop words left out. */
  readonly required: readonly string[];
  /** Terms that the sentence itself must not hold. */
  readonly excluded: readonly string[];
  /** Which articles are looked in: by publisher and date; null for all. */
  readonly admitsArticle: ((article: Article) => boolean) | null;
  /**
   * The last word on a sentence that satisfies the rest: whether it holds the phrases, word for word, and none of the
   * excluded ones; null where nothing is left to check. Costs an analysis of the text, so it is asked last.
   */
  readonly admitsSentence: ((text: string) => boolean) | null;
}

/** What the operators of a question demand; null where there are none. */
export function restrictionOf(analyzer: Analyzer, { operators }: Syntax): Restriction | null {
  if (operators.length === 0) return null;
  const required: string[] = [];
  const excluded: string[] = [];
  const sequences: { readonly words: string; readonly excluded: boolean }[] = [];
  for (const operator of operators) {
    if (operator.kind !== "phrase") continue;
    const words = analyzer.analyze(operator.text).filter(({ kind }) => kind === "word");
    if (words.length === 0) continue;
    const telling = words.filter(({ stop }) => !stop).map(({ term }) => term);
    if (!operator.excluded) required.push(...telling);
    // One word that the index knows is settled by the index.
    if (words.length === 1 && telling.length === 1) {
      if (operator.excluded) excluded.push(...telling);
    } else sequences.push({ words: inARow(words), excluded: operator.excluded });
  }
  return {
    required: [...new Set(required)],
    excluded: [...new Set(excluded)],
    admitsArticle: articleFilter(operators),
    admitsSentence:
      sequences.length === 0
        ? null
        : (text) => {
            const held = wordsInARow(analyzer, text);
            return sequences.every((sequence) => held.includes(sequence.words) !== sequence.excluded);
          },
  };
}

/**
 * Tells what share of a question's phrases, 0 to 1, a text holds word for word; null where nothing stands in quotes. For
 * questions, where quotes are a hint and no condition.
 */
export function phraseShare(analyzer: Analyzer, { operators }: Syntax): ((text: string) => number) | null {
  const phrases = operators.flatMap((operator) =>
    operator.kind === "phrase" && !operator.excluded ? [wordsInARow(analyzer, operator.text)] : [],
  );
  if (phrases.length === 0) return null;
  return (text) => {
    const held = wordsInARow(analyzer, text);
    return phrases.filter((phrase) => held.includes(phrase)).length / phrases.length;
  };
}

function wordsInARow(analyzer: Analyzer, text: string): string {
  return inARow(analyzer.analyze(text).filter(({ kind }) => kind === "word"));
}

/** Terms set so that words stand in a row exactly where one text holds the other: no term holds a space. */
function inARow(words: readonly { readonly term: string }[]): string {
  return ` ${words.map(({ term }) => term).join(" ")} `;
}

function articleFilter(operators: readonly Operator[]): Restriction["admitsArticle"] {
  const publishers = operators.flatMap((operator) => (operator.kind === "publisher" ? [operator] : []));
  const wanted = publishers.filter(({ excluded }) => !excluded).map(({ typed }) => publisherMatcher(typed));
  const unwanted = publishers.filter(({ excluded }) => excluded).map(({ typed }) => publisherMatcher(typed));
  const dates = operators.flatMap((operator) => ("date" in operator ? [operator] : []));
  if (publishers.length === 0 && dates.length === 0) return null;
  return (article) =>
    (wanted.length === 0 || wanted.some((names) => names(article).length > 0)) &&
    unwanted.every((names) => names(article).length === 0) &&
    dates.every(({ kind, date }) => isDated(article, kind, firstDayOf(date)));
}

/** `after:` holds from the first day of its period on, `before:` until the day before. A date as a month or a year holds where any of it does. */
function isDated({ published }: Article, kind: "before" | "after", day: string): boolean {
  if (published === null) return false;
  return kind === "before" ? firstDayOf(published) < day : reaches(published, day);
}

/** The conditions that operators set, with the publishers they mean, to be told to the person. */
export function conditionsOf(articles: readonly Article[], { operators }: Syntax): readonly Condition[] {
  return operators.map((operator) => {
    if (operator.kind !== "publisher") return operator;
    const matches = publisherMatcher(operator.typed);
    return { ...operator, names: [...new Set(articles.flatMap((article) => matches(article)))] };
  });
}

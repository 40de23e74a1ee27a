import type {
  ArticleChange,
  GoldFailure,
  GoldQuestion,
  GoldResult,
  Regression,
  RunComparison,
} from "../../domain/gold.ts";
import { cleanText } from "../text/clean.ts";
import { count } from "../text/count.ts";
import { cut } from "../text/cut.ts";

/** Characters shown of a sentence. */
const SENTENCE = 200;

/**
 * For a terminal: what fails and why, then how many passed.
 *
 * @param since what changed since an earlier run; the articles that made a question fail are named
 */
export function goldText(results: readonly GoldResult[], since: RunComparison | null = null): string {
  const failed = results.filter(({ failure }) => failure !== null);
  const passed = results.length - failed.length;
  const end =
    failed.length === 0
      ? `${count(results.length, "gold question")}: all are answered as expected.`
      : `${count(results.length, "gold question")}: ${String(passed)} passed, ${String(failed.length)} failed.`;
  const regressions = new Map((since?.regressions ?? []).map((one) => [one.now.gold.id, one]));
  return [
    ...failed.map((result) => {
      const regression = regressions.get(result.gold.id);
      return regression === undefined ? failedText(result) : regressionText(regression);
    }),
    ...(since?.mended ?? []).map(({ gold }) => `✓ ${goldLine(gold)}\n    It failed before and passes now.`),
    end,
  ].join("\n");
}

/** One that failed: its id and question, why, and what was shown first. */
function failedText({ gold, failure, shown }: GoldResult): string {
  const [first] = shown;
  return [
    `✗ ${goldLine(gold)}`,
    ...(failure === null ? [] : [`    ${whyText(failure)}`]),
    ...(first === undefined ? [] : [`    Shown: ${cut(cleanText(first.text).trim(), SENTENCE)} [${first.articleId}]`]),
  ].join("\n");
}

/** `ties-when: when did albania break off relations`. */
export function goldLine({ id, question, expect }: GoldQuestion): string {
  const silent = expect === "not-in-articles" ? " (not in the articles)" : "";
  return cleanText(`${id}: ${question}${silent}`);
}

function whyText(failure: GoldFailure): string {
  switch (failure.id) {
    case "unusable":
      return "It cannot be looked up at all. Write it as a question.";
    case "not-answered":
      return "Expected an answer; the articles are said to be silent.";
    case "answered-though-silent-expected":
      return "Expected that the articles do not say; it is answered.";
    case "other-article":
      return cleanText(`Expected ${failure.expected.join(" or ")} to be cited; other articles are.`);
    case "words-missing":
      return cleanText(`Expected words that are not shown: ${failure.missing.map((text) => `“${text}”`).join(", ")}.`);
  }
}

/** For a terminal: a question that fails now, why, and through which articles. */
export function regressionText({ now, causes, found }: Regression): string {
  const how = found === "tried" ? " (without it the question passes)" : "";
  const cause =
    causes.length === 0
      ? "It passed before; no article could be found that caused it."
      : `It passed before. Caused by ${causes.map((one) => causeText(one)).join(" and ")}${how}.`;
  return `${failedText(now)}\n    ${cause}`;
}

function causeText({ id, how }: ArticleChange): string {
  return `${cleanText(id)}, which was ${how}`;
}

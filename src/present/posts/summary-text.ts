import type { Summary, SummaryLine } from "../../domain/digest.ts";
import type { Words } from "../../domain/words.ts";
import { blocks, bracketed, footnotes, sentences } from "../answers/answer-text.ts";
import { cleanText } from "../text/clean.ts";
import { type Footnote, asOf, evidenceBehind, footnoteNumbers, footnotesOf } from "../answers/sources.ts";
import { readAs, unknownWords, unusableQuestion } from "../text/words.ts";

/** A summary as plain text for a terminal: numbered sentences with `[1]`, then the footnotes. */
export function summaryText(words: Words, summary: Summary, newest: string | null): string {
  switch (summary.status) {
    case "summarised": {
      const { lines, corrections } = summary;
      const notes = footnotesOf(evidenceBehind(lines.map(({ point }) => point)));
      return blocks([
        lines.map((line, place) => numbered(line, place, notes)).join("\n"),
        footnotes(words, notes),
        asOf(words, newest),
        corrections.map(({ asked, read }) => cleanText(readAs(words, asked, read))).join("\n"),
      ]);
    }
    case "not-in-articles": {
      const { closest, unknownWords: unknown } = summary;
      const notes = footnotesOf(evidenceBehind(closest));
      return blocks([
        words.say("answer.silence"),
        unknown.length > 0 ? cleanText(unknownWords(words, unknown.slice(0, 3))) : "",
        closest.length > 0 ? `${words.say("answer.closest")}\n\n${sentences(words, closest, notes)}` : "",
        footnotes(words, notes),
      ]);
    }
    case "nothing-then":
      return `Nothing was published on it since then. The newest article on it is of ${summary.newest ?? "an unknown date"}.`;
    case "unusable-topic":
      return cleanText(unusableQuestion(words, summary.reason));
  }
}

function numbered({ point, contested }: SummaryLine, place: number, notes: readonly Footnote[]): string {
  const text = cleanText(point.evidence.sentence.text).trim();
  const others = contested.map((other) => String(other + 1)).join(", ");
  const against = contested.length === 0 ? "" : ` (contradicts ${others})`;
  return `${String(place + 1).padStart(3)}. ${text} ${bracketed(footnoteNumbers(notes, [point]))}${against}`;
}

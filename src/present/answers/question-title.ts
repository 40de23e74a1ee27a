import type { Question } from "../../domain/answer.ts";
import { cleanText } from "../text/clean.ts";
import { cut } from "../text/cut.ts";
import { LIMITS } from "../text/limits.ts";
import { escapeMarkdown } from "../text/markdown.ts";

/**
 * What a button's id has room for beside the names of its command and action, in characters; those that the id has to
 * escape count twice.
 */
const STATE_ROOM = 76;

/** The question as it stands above its answer: on one line, and no longer than Discord takes once it is escaped. */
export function questionTitle(question: string): string {
  const whole = cleanText(question).trim();
  const { titleLength } = LIMITS.embed;
  let title = cut(whole, titleLength);
  for (let length = title.length; length > 1;) {
    const excess = escapeMarkdown(title).length - titleLength;
    if (excess <= 0) break;
    // An escaped character is two: half of what is too much is the least that must go.
    length -= Math.ceil(excess / 2);
    title = cut(whole, Math.max(1, length));
  }
  return title;
}

/**
 * The state with which a button finds back the question its message answers, also after a restart: the question itself
 * (`=`); where it is too long for an id, what the title leaves out of it (`+`); then the questions it was read after.
 * Nothing (`-`) where all that is too long too.
 */
export function questionState(question: string, after: readonly string[] = []): readonly string[] {
  const whole = cleanText(question).trim();
  const earlier = after.map((one) => cleanText(one).trim());
  if (fit([whole, ...earlier])) return ["=", whole, ...earlier];
  const title = questionTitle(question);
  const rest = title === whole ? "" : whole.slice(title.length - 1);
  return fit([rest, ...earlier]) ? ["+", rest, ...earlier] : ["-"];
}

/**
 * Finds a question back. State and title can be forged: what comes out is a question like any other.
 *
 * @param title of the message pressed, plain text; null for none
 * @returns null where it cannot be found
 */
export function questionFrom([how, text = "", ...after]: readonly string[], title: string | null): Question | null {
  // Person and bot speak in turn; what the bot said is not looked at.
  const context = after.flatMap((earlier) => [earlier, ""]);
  if (how === "=") return { text, context };
  if (how !== "+" || title === null) return null;
  return { text: text === "" ? title : title.replace(/…$/u, "") + text, context };
}

function fit(parts: readonly string[]): boolean {
  const text = parts.join("|");
  return text.length + (parts.join("").match(/[~|]/gu)?.length ?? 0) <= STATE_ROOM;
}

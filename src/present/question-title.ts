import { cleanText } from "./clean.ts";
import { cut } from "./cut.ts";
import { LIMITS } from "./limits.ts";
import { escapeMarkdown } from "./markdown.ts";

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
 * (`=`); where it is too long for an id, what the title leaves out of it (`+`); nothing (`-`) where that is too long too.
 */
export function questionState(question: string): readonly string[] {
  const whole = cleanText(question).trim();
  if (fits(whole)) return ["=", whole];
  const title = questionTitle(question);
  const rest = title === whole ? "" : whole.slice(title.length - 1);
  return fits(rest) ? ["+", rest] : ["-"];
}

/**
 * Finds a question back. State and title can be forged: what comes out is a question like any other.
 *
 * @param title of the message pressed, plain text; null for none
 * @returns null where it cannot be found
 */
export function questionFrom([how, text = ""]: readonly string[], title: string | null): string | null {
  if (how === "=") return text;
  if (how !== "+" || title === null) return null;
  return text === "" ? title : title.replace(/…$/u, "") + text;
}

function fits(text: string): boolean {
  return text.length + (text.match(/[~|]/gu)?.length ?? 0) <= STATE_ROOM;
}

/** What may be logged of an error. */
export interface ErrorTrace {
  readonly type: string;
  /** Discord's or the system's code, where there is one. */
  readonly code: string | number | null;
  /** The stack's lines, innermost first, without the error's message. */
  readonly frames: readonly string[];
}

const FRAME = /^\s+at .+:\d+(?::\d+)?\)?$/u;
const FRAMES_MAX = 20;
const CODE_LENGTH_MAX = 60;

/**
 * Describes an error without its message: a message can quote what a person typed or an address that holds a token, and
 * neither belongs in a log. Type, code and the places in the source are enough to find the cause.
 */
export function traceOf(error: unknown): ErrorTrace {
  if (!(error instanceof Error)) return { type: typeof error, code: null, frames: [] };
  return { type: error.constructor.name, code: codeOf(error), frames: framesOf(error) };
}

function codeOf(error: Error): string | number | null {
  const code = "code" in error ? error.code : undefined;
  if (typeof code === "number") return code;
  return typeof code === "string" ? code.slice(0, CODE_LENGTH_MAX) : null;
}

function framesOf(error: Error): readonly string[] {
  const stack = typeof error.stack === "string" ? error.stack : "";
  const withoutMessage = error.message === "" ? stack : stack.replace(error.message, () => "");
  return withoutMessage
    .split("\n")
    .filter((line) => FRAME.test(line))
    .slice(0, FRAMES_MAX)
    .map((line) => line.trim());
}

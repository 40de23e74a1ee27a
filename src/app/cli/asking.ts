import { createInterface } from "node:readline/promises";
import type { Terminal } from "./terminal.ts";

/** Asks whoever sits at the terminal. */
export interface Asking {
  /** The line typed, without white space around it; null where there is no more input. */
  ask(question: string): Promise<string | null>;
  close(): void;
}

/** Whether somebody is there to answer. */
export function canAsk({ input, output }: Pick<Terminal, "input" | "output">): boolean {
  return [input, output].every((stream) => "isTTY" in stream && stream.isTTY === true);
}

/**
 * Begins to ask. The terminal itself edits the lines, so that Ctrl-C stays what it is.
 *
 * @throws (each question rejects with) the signal's reason, once it fires
 */
export function openAsking({ input, output, signal }: Pick<Terminal, "input" | "output" | "signal">): Asking {
  const lines = createInterface({ input, terminal: false, signal });
  const typed = lines[Symbol.asyncIterator]();
  return {
    async ask(question) {
      signal.throwIfAborted();
      output.write(question);
      const line = await typed.next();
      signal.throwIfAborted();
      return line.done === true ? null : line.value.trim();
    },
    close: () => lines.close(),
  };
}

/** Asks for a yes; anything else is none. */
export async function confirms(asking: Asking, question: string): Promise<boolean> {
  return /^y(?:es)?$/iu.test((await asking.ask(`${question} [y/N] `)) ?? "");
}

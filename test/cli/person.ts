import { PassThrough } from "node:stream";
import { runProgram } from "../../src/app/cli/program.ts";

/** What a person at a terminal saw and how it ended. */
export interface Session {
  readonly code: number;
  readonly output: string;
  readonly messages: string;
  /** Answers that nobody asked for. */
  readonly left: readonly string[];
}

/**
 * Runs the command line for a person who answers its questions one after the other; once they have no answer left, they
 * end the input.
 */
export async function runForPerson(
  args: readonly string[],
  answers: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Session> {
  const input = Object.assign(new PassThrough(), { isTTY: true });
  const output = Object.assign(new PassThrough(), { isTTY: true });
  const left = [...answers];
  let told = "";
  let messages = "";
  output.setEncoding("utf8").on("data", (text: string) => {
    told += text;
    if (!/\[[^\]\n]*\]:? $/u.test(told)) return;
    const answer = left.shift();
    if (answer === undefined) input.end();
    else input.write(`${answer}\n`);
  });
  const messageStream = new PassThrough();
  messageStream.setEncoding("utf8").on("data", (text: string) => {
    messages += text;
  });
  const { signal } = new AbortController();
  const code = await runProgram(args, { input, output, messages: messageStream, environment, signal });
  return { code, output: told, messages, left };
}

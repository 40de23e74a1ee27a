#!/usr/bin/env node
import { runProgram } from "./app/cli/program.ts";
import { withEnvFile } from "./app/environment.ts";
import { projectRoot } from "./app/project-root.ts";
import { EXIT_CODES } from "./ops/exit-codes.ts";
import { createLogger } from "./ops/logger.ts";
import { logStray } from "./ops/stray.ts";
import { describeFailure } from "./present/operator/failures.ts";

/** What shells expect of a program that Ctrl-C ended. */
const INTERRUPTED = 130;

const interrupt = new AbortController();
process.once("SIGINT", () => {
  interrupt.abort();
  process.exitCode = INTERRUPTED;
});

function leave(error: unknown): void {
  // What fails because it was told to stop needs no words.
  if (interrupt.signal.aborted) process.exit(INTERRUPTED);
  // A reader that has seen enough (`| head`) closes the pipe: that is no error.
  if (error instanceof Error && "code" in error && error.code === "EPIPE") process.exit(EXIT_CODES.ok);
  const reference = logStray(createLogger("error", process.stderr), error);
  process.stderr.write(`${describeFailure({ id: "unexpected", reference })}\n`);
  process.exit(EXIT_CODES.unexpected);
}
process.on("uncaughtException", leave);
process.stdout.on("error", leave);

/** The command line: `footnote --help` tells what it does. */
try {
  const exitCode = await runProgram(process.argv.slice(2), {
    input: process.stdin,
    output: process.stdout,
    messages: process.stderr,
    environment: withEnvFile(process.env, projectRoot()),
    signal: interrupt.signal,
  });
  process.exitCode = interrupt.signal.aborted ? INTERRUPTED : exitCode;
} catch (error) {
  leave(error);
}

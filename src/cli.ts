#!/usr/bin/env node
import { runProgram } from "./app/cli/program.ts";
import { withEnvFile } from "./app/environment.ts";
import { projectRoot } from "./app/project-root.ts";

/** The command line: `footnote --help` tells what it does. */
const interrupt = new AbortController();
process.once("SIGINT", () => {
  interrupt.abort();
  process.exitCode = 130;
});
// A reader that has seen enough (`| head`) closes the pipe: that is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});
process.exitCode = await runProgram(process.argv.slice(2), {
  input: process.stdin,
  output: process.stdout,
  messages: process.stderr,
  environment: withEnvFile(process.env, projectRoot()),
  signal: interrupt.signal,
});

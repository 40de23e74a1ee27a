import { isatty } from "node:tty";
import { withEnvFile } from "./app/environment.ts";
import { projectRoot } from "./app/project-root.ts";
import { runBot } from "./app/run-bot.ts";
import { EXIT_CODES } from "./ops/exit-codes.ts";
import { createLogger } from "./ops/logger.ts";
import { whenNpmStartEnds } from "./ops/npm-start.ts";
import { logStray } from "./ops/stray.ts";
import { describeFailure } from "./present/operator/failures.ts";

/** The bot: `npm start`. */
const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    // Whoever asks twice does not want to wait for what is under way.
    if (stop.signal.aborted) process.exit(EXIT_CODES.unexpected);
    stop.abort();
  });
}
// A terminal that is closed says so with the signal that otherwise asks a server to read its files again.
const onTerminal = [0, 1, 2].some((descriptor) => isatty(descriptor));
const reloads: (() => void)[] = [];
process.on("SIGHUP", () => {
  if (onTerminal) stop.abort();
  else for (const reload of reloads) reload();
});
whenNpmStartEnds(process, () => stop.abort());

function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}

const logger = createLogger("error", process.stderr);
// One interaction that fails in a way nobody foresaw must not end the bot for everybody else.
process.on("unhandledRejection", (error) => void logStray(logger, error));
process.on("uncaughtException", (error) => {
  complain(describeFailure({ id: "unexpected", reference: logStray(logger, error) }));
  process.exit(EXIT_CODES.unexpected);
});

const exitCode = await runBot({
  environment: withEnvFile(process.env, projectRoot()),
  say: (line) => process.stdout.write(`${line}\n`),
  complain,
  signal: stop.signal,
  onReload: (listener) => reloads.push(listener),
});
// Timers of a connection given up must not keep the process.
process.exit(exitCode);

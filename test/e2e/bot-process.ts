import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { CONFIGURATION_KEYS } from "../../src/app/configuration.ts";
import { projectRoot } from "../../src/app/project-root.ts";

/** The bot as people run it: a process of its own. */
export interface BotProcess {
  readonly child: ChildProcessWithoutNullStreams;
  stdout(): string;
  stderr(): string;
  /** The exit code, once it has ended. */
  readonly ended: Promise<number | null>;
  /** Asks it to stop and waits until it has. */
  stop(): Promise<number | null>;
}

/** The fixture's corpus: a small invented event. */
export const HARBOUR = join(projectRoot(), "test/fixtures/harbour");

/** What the bots of one run of the tests keep, unless they are told another place: never what somebody's own bot keeps. */
export const DATA = join(tmpdir(), `footnote-tests-${process.pid}`);
process.once("exit", () => rmSync(DATA, { recursive: true, force: true }));

/** Starts the built bot. Of the environment only what is given here is seen: no `.env`, no token of the machine's. */
export function startBot(environment: Readonly<Record<string, string>>): BotProcess {
  return run(["dist/src/main.js"], environment);
}

/** Runs the command line to its end. `input` is what it reads on standard input. */
export async function runCli(
  args: readonly string[],
  input = "",
  environment: Readonly<Record<string, string>> = {},
): Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }> {
  const cli = startCli(args, environment);
  cli.child.stdin.end(input);
  const code = await cli.ended;
  return { code, stdout: cli.stdout(), stderr: cli.stderr() };
}

/** Starts the command line and leaves its standard input open. */
export function startCli(args: readonly string[], environment: Readonly<Record<string, string>> = {}): BotProcess {
  return run(["dist/src/cli.js", ...args], environment);
}

/** Waits until a line of a process's output matches. Fails with what it did say when it ends or time is up. */
export async function lineOf(bot: BotProcess, pattern: RegExp, withinMs = 30_000): Promise<RegExpExecArray> {
  const deadline = Date.now() + withinMs;
  while (Date.now() < deadline) {
    const match = pattern.exec(bot.stdout());
    if (match !== null) return match;
    if (bot.child.exitCode !== null) break;
    await sleep(20);
  }
  throw new Error(`no ${String(pattern)} in:\n${bot.stdout()}\n${bot.stderr()}`);
}

function run(args: readonly string[], environment: Readonly<Record<string, string>>): BotProcess {
  const root = projectRoot();
  const [script = "", ...rest] = args;
  // A key that is set, even to nothing, is not read from a .env, so that nobody's own settings leak into the tests.
  const unset = Object.fromEntries(CONFIGURATION_KEYS.map((key) => [key, ""]));
  const child = spawn(process.execPath, [join(root, script), ...rest], {
    cwd: join(root, "test"),
    // A test says itself when files are to be read again.
    env: { PATH: process.env["PATH"], ...coverage(), ...unset, WATCH_CORPUS: "off", DATA, ...environment },
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const ended = once(child, "close").then((): number | null => child.exitCode);
  return {
    child,
    stdout: () => stdout,
    stderr: () => stderr,
    ended,
    stop: async () => {
      child.kill("SIGTERM");
      return ended;
    },
  };
}

/** Lets c8 see what runs in the child. */
function coverage(): Record<string, string> {
  const folder = process.env["NODE_V8_COVERAGE"];
  return folder === undefined ? {} : { NODE_V8_COVERAGE: folder };
}

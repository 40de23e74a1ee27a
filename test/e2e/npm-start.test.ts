import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import { projectRoot } from "../../src/app/project-root.ts";
import { DATA, HARBOUR } from "./bot-process.ts";

interface Started {
  readonly shell: ChildProcessByStdio<null, Readable, null>;
  readonly pid: number;
  /** Resolves when the bot has ended: the shell's output stays open as long as the bot has it. */
  readonly ended: Promise<unknown>;
}

/** Starts the bot as npm does: with a shell between that dies of a signal and does not pass it on. */
async function startThroughShell(environment: Readonly<Record<string, string>>): Promise<Started> {
  const script = `"${process.execPath}" "${join(projectRoot(), "dist/src/main.js")}" & echo "pid $!"; wait`;
  const shell = spawn("sh", ["-c", script], {
    env: {
      PATH: process.env["PATH"],
      DISCORD_TOKEN: "",
      DATABASE_URL: "",
      DATA,
      CORPUS: HARBOUR,
      SANDBOX_PORT: "0",
      ...environment,
    },
    stdio: ["ignore", "pipe", "ignore"],
  });
  const ended = once(shell, "close");
  let output = "";
  shell.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  const until = Date.now() + 15_000;
  while (!output.includes("Footnote is ready")) {
    if (Date.now() > until) throw new Error(`not ready: ${output}`);
    await sleep(20);
  }
  return { shell, pid: Number(/pid (\d+)/u.exec(output)?.[1]), ended };
}

describe("the bot when the shell that started it is ended", function () {
  this.timeout(60_000);

  before(function () {
    if (process.platform === "win32") this.skip();
  });

  it("stops if npm start it was", async () => {
    const { shell, pid, ended } = await startThroughShell({
      npm_lifecycle_event: "start",
      npm_package_name: "footnote",
    });
    shell.kill("SIGTERM");
    const stopped = await Promise.race([ended.then(() => true), sleep(15_000, false)]);
    if (!stopped) process.kill(pid, "SIGKILL");
    expect(stopped).to.equal(true);
  });

  for (const environment of [{}, { npm_lifecycle_event: "start", npm_package_name: "another" }]) {
    it(`lives on if it was ${JSON.stringify(environment)}`, async () => {
      const { shell, pid, ended } = await startThroughShell(environment);
      shell.kill("SIGTERM");
      await sleep(1_500);
      expect(process.kill(pid, 0)).to.equal(true);
      process.kill(pid, "SIGTERM");
      await ended;
    });
  }
});

import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { z } from "zod";
import { failureReason } from "./failure-reason.ts";
import type { Outcome } from "./outcome.ts";
import { REPLY, type Request } from "./protocol.ts";

const MAIN = fileURLToPath(new URL("../child/main.js", import.meta.url));
const HEAP_MIB = 8192;
/** Of what the process writes to standard error; V8 tells of a full heap near the end. */
const ERROR_TAIL = 16_384;

/** An engine's own process. Requests go one at a time; after a failure to answer in time it is dead. */
export class PeerProcess {
  readonly #child: ChildProcess;
  #errorTail = "";
  #gone: string | null = null;

  /** @param signal kills the process when aborted */
  constructor(signal: AbortSignal) {
    this.#child = fork(MAIN, {
      execArgv: ["--expose-gc", `--max-old-space-size=${HEAP_MIB}`],
      stdio: ["ignore", "ignore", "pipe", "ipc"],
      serialization: "advanced",
      signal,
      killSignal: "SIGKILL",
    });
    this.#child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      this.#errorTail = (this.#errorTail + text).slice(-ERROR_TAIL);
    });
    this.#child.on("error", (error) => {
      this.#gone ??= error.message;
    });
  }

  get alive(): boolean {
    return this.#gone === null;
  }

  /** Sends a request and waits for its reply, at most `limitMs`; what cannot answer by then is killed. */
  async request<T extends z.ZodType>(request: Request, value: T, limitMs: number): Promise<Outcome<z.infer<T>>> {
    if (this.#gone !== null) return { ok: false, reason: this.#gone };
    const message = await this.#exchange(request, limitMs);
    if (typeof message === "string") return { ok: false, reason: message };
    const reply = REPLY.safeParse(message.content);
    if (!reply.success) return { ok: false, reason: "answered something that is no reply" };
    if (!reply.data.ok) return { ok: false, reason: failureReason(reply.data.reason) };
    const parsed = value.safeParse(reply.data.value);
    return parsed.success ? { ok: true, value: parsed.data } : { ok: false, reason: "answered in another form" };
  }

  /** Ends the process and waits until it is gone. */
  async end(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const gone = new Promise((resolve) => {
      this.#child.once("exit", resolve);
    });
    this.#child.kill("SIGKILL");
    await gone;
    this.#gone ??= "ended";
  }

  #exchange(request: Request, limitMs: number): Promise<{ readonly content: unknown } | string> {
    return new Promise((resolve) => {
      const settle = (outcome: { readonly content: unknown } | string): void => {
        clearTimeout(timer);
        this.#child.off("message", onMessage);
        this.#child.off("close", onClose);
        resolve(outcome);
      };
      const onMessage = (content: unknown): void => settle({ content });
      const onClose = (code: number | null, signal: NodeJS.Signals | null): void => {
        this.#gone ??= failureReason(this.#errorTail, signal ?? `exit code ${code ?? "unknown"}`);
        settle(this.#gone);
      };
      const timer = setTimeout(() => {
        this.#gone = `not within ${Math.round(limitMs / 1000)} s`;
        this.#child.kill("SIGKILL");
      }, limitMs);
      this.#child.on("message", onMessage);
      this.#child.on("close", onClose);
      this.#child.send(request);
    });
  }
}

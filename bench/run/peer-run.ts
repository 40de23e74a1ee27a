import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { z } from "zod";
import type { Figure, PeerResult } from "../report/figures.ts";
import { summarise } from "../report/latencies.ts";
import type { Outcome } from "./outcome.ts";
import { PeerProcess } from "./peer-process.ts";
import { ADDED, ASKED, BUILT, LOADED, OPENED, SAVED } from "./protocol.ts";
import { type PeerName, ROSTER } from "./roster.ts";

export type QuestionSet = "plain" | "slips";

export interface Limits {
  readonly buildMs: number;
  /** For all questions of one set in one group. */
  readonly queriesMs: number;
  /** For anything else, and for one question that does not end. */
  readonly stepMs: number;
}

/** What one engine has shown so far on one corpus, and its process while that is alive. */
export class PeerRun {
  readonly name: PeerName;
  /** The ids found for each question, by its number; empty for those not asked. */
  readonly found: (readonly number[])[] = [];
  readonly #data: string;
  readonly #folder: string;
  readonly #limits: Limits;
  readonly #signal: AbortSignal;
  readonly #process: PeerProcess;
  readonly #samples: Record<QuestionSet, Map<number, number[]>> = { plain: new Map(), slips: new Map() };
  readonly #failures: Partial<Record<QuestionSet, string>> = {};
  #can: z.infer<typeof LOADED> = { fuzzy: false, save: false, open: false, add: false };
  #built: Outcome<z.infer<typeof BUILT>> = { ok: false, reason: "was not built" };
  #saved: Outcome<z.infer<typeof SAVED>> | null = null;
  #opened: Outcome<z.infer<typeof OPENED>> | null = null;
  #added: Outcome<z.infer<typeof ADDED>> | null = null;

  constructor(name: PeerName, data: string, workFolder: string, limits: Limits, signal: AbortSignal) {
    this.name = name;
    this.#data = data;
    this.#folder = join(workFolder, name);
    this.#limits = limits;
    this.#signal = signal;
    this.#process = new PeerProcess(signal);
  }

  /** Loads, builds and saves. @returns whether it can be asked */
  async start(): Promise<boolean> {
    await mkdir(this.#folder, { recursive: true });
    const { buildMs, stepMs } = this.#limits;
    const loaded = await this.#process.request(
      { kind: "load", peer: this.name, data: this.#data },
      LOADED,
      Math.max(stepMs, buildMs),
    );
    if (loaded.ok) {
      this.#can = loaded.value;
      this.#built = await this.#process.request({ kind: "build", folder: this.#folder }, BUILT, buildMs);
    } else this.#built = loaded;
    if (this.#built.ok && this.#can.save) {
      this.#saved = await this.#process.request({ kind: "save", folder: this.#folder }, SAVED, buildMs);
    }
    return this.#built.ok && this.#process.alive;
  }

  /** Whether it has yet to answer questions of this set and may go on. */
  canAsk(set: QuestionSet, group: number): boolean {
    const spent = (this.#samples[set].get(group) ?? []).reduce((sum, ms) => sum + ms, 0);
    return (
      this.#built.ok &&
      this.#failures[set] === undefined &&
      (set === "plain" || this.#can.fuzzy) &&
      spent < this.#limits.queriesMs
    );
  }

  /** Asks questions without keeping the times, so that code is compiled and caches are filled. */
  async warmUp(set: QuestionSet, from: number, to: number, budgetMs: number): Promise<void> {
    const asked = await this.#process.request(
      { kind: "ask", set, from, to, budgetMs },
      ASKED,
      budgetMs + this.#limits.stepMs,
    );
    if (!asked.ok) this.#failures[set] = asked.reason;
  }

  async ask(set: QuestionSet, group: number, from: number, to: number, budgetMs: number): Promise<void> {
    const asked = await this.#process.request(
      { kind: "ask", set, from, to, budgetMs },
      ASKED,
      budgetMs + this.#limits.stepMs,
    );
    if (!asked.ok) {
      this.#failures[set] = asked.reason;
      return;
    }
    const samples = this.#samples[set].get(group) ?? [];
    samples.push(...asked.value.latencies);
    this.#samples[set].set(group, samples);
    if (set === "plain") for (const [place, ids] of asked.value.ids.entries()) this.found[from + place] = ids;
  }

  /** Adds the articles held back. */
  async add(): Promise<void> {
    if (!this.#can.add || !this.#process.alive) return;
    const { queriesMs, stepMs } = this.#limits;
    this.#added = await this.#process.request({ kind: "add", budgetMs: queriesMs }, ADDED, queriesMs + stepMs);
  }

  async end(): Promise<void> {
    await this.#process.end();
  }

  /** Opens what was saved in a fresh process. */
  async openAgain(): Promise<void> {
    if (this.#saved?.ok !== true || !this.#can.open) return;
    const fresh = new PeerProcess(this.#signal);
    this.#opened = await fresh.request(
      { kind: "open", peer: this.name, data: this.#data, folder: this.#folder },
      OPENED,
      this.#limits.stepMs,
    );
    await fresh.end();
  }

  /** @param version of the engine's package @param overlap with the textbook's results */
  result(version: string | null, overlap: number | null): PeerResult {
    const groups = [...this.#samples.plain].toSorted(([a], [b]) => a - b);
    return {
      name: this.name,
      title: ROSTER[this.name].title,
      version,
      build: figureOf(this.#built, ({ ms }) => ({ ms })),
      memory: figureOf(this.#built, ({ peakBytes, residentBytes }) => ({ peakBytes, residentBytes })),
      query: this.#latencies("plain"),
      fuzzy: this.#built.ok && !this.#can.fuzzy ? notMeasured("has none") : this.#latencies("slips"),
      queryByGroup: groups.flatMap(([group, samples]) => {
        const latencies = summarise(samples);
        return latencies === null ? [] : [{ group, latencies }];
      }),
      disk: this.#figure(this.#saved, ({ bytes }) => ({ bytes })),
      coldStart: this.#figure(this.#opened ?? (this.#saved?.ok === false ? this.#saved : null), (opened) => opened),
      add: this.#adding(),
      overlap,
    };
  }

  #latencies(set: QuestionSet): PeerResult["query"] {
    if (!this.#built.ok) return { status: "failed", reason: this.#built.reason };
    const latencies = summarise([...this.#samples[set].values()].flat());
    const reason = this.#failures[set];
    if (reason !== undefined) return { status: "failed", reason };
    return latencies === null ? notMeasured("was not asked") : { status: "measured", value: latencies };
  }

  #adding(): PeerResult["add"] {
    const figure = this.#figure(this.#added, ({ ms, slowestQueryMs }) => ({ times: summarise(ms), slowestQueryMs }));
    if (figure.status !== "measured") return figure;
    const { times, slowestQueryMs } = figure.value;
    if (times === null) return notMeasured("no article was held back");
    return { status: "measured", value: { medianMs: times.p50, slowestQueryMs, articles: times.samples } };
  }

  #figure<T, U>(outcome: Outcome<T> | null, pick: (value: T) => U): Figure<U> {
    if (!this.#built.ok) return { status: "failed", reason: this.#built.reason };
    return outcome === null ? notMeasured("not offered") : figureOf(outcome, pick);
  }
}

function figureOf<T, U>(outcome: Outcome<T>, pick: (value: T) => U): Figure<U> {
  return outcome.ok ? { status: "measured", value: pick(outcome.value) } : { status: "failed", reason: outcome.reason };
}

function notMeasured(reason: string): { readonly status: "not measured"; readonly reason: string } {
  return { status: "not measured", reason };
}

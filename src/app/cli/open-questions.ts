import { stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { BadlyRatedQuestion } from "../../domain/gap.ts";
import type { Failure } from "../../domain/failure.ts";
import type { Result } from "../../domain/result.ts";
import type { Feedback, OpenQuestion, Store, StoreFailure } from "../../domain/store.ts";
import { openStore } from "../../store/open-store.ts";
import { badlyRatedQuestions } from "../../upkeep/gaps/badly-rated.ts";
import { readConfiguration } from "../configuration.ts";
import { projectRoot } from "../project-root.ts";
import type { Terminal } from "./terminal.ts";

/** Rows read at a time, and most that are read of each kind. */
const PAGE = 1_000;
const MOST = 10_000;

export interface KeptQuestions {
  readonly open: readonly OpenQuestion[];
  readonly badlyRated: readonly BadlyRatedQuestion[];
}

const NONE: KeptQuestions = { open: [], badlyRated: [] };

/** Why what is remembered could not be read. */
export type UnreadStore = Failure | StoreFailure;

/**
 * What was asked in vain about an event, of the store that the operator has set. Nothing is deleted or made: without a
 * file there is nothing.
 */
export async function keptQuestions(
  { environment, signal }: Pick<Terminal, "environment" | "signal">,
  event: string,
): Promise<Result<KeptQuestions, UnreadStore>> {
  // Only what is needed for it, so that a bad key of the bot's is no hindrance.
  const { DATA, DATABASE_URL } = environment;
  const configuration = readConfiguration({ DATA, DATABASE_URL });
  if (!configuration.ok) {
    return { ok: false, error: { id: "configuration-invalid", problems: configuration.error } };
  }
  const { databaseUrl: url, data } = configuration.value;
  const file = join(resolve(projectRoot(), data ?? "data"), "footnote.db");
  if (url === null && !(await isThere(file))) return { ok: true, value: NONE };
  const opened = await openStore({ url, file, signal });
  if (!opened.ok) return opened;
  try {
    return await readAll(opened.value, event, signal);
  } finally {
    await opened.value.close();
  }
}

/** The same, none where they cannot be read. */
export async function storedQuestions(terminal: Terminal, event: string): Promise<KeptQuestions> {
  const kept = await keptQuestions(terminal, event);
  return kept.ok ? kept.value : NONE;
}

async function readAll(
  store: Pick<Store, "openQuestions" | "feedback">,
  event: string,
  signal: AbortSignal,
): Promise<Result<KeptQuestions, StoreFailure>> {
  const open: OpenQuestion[] = [];
  const feedback: Feedback[] = [];
  for (let offset = 0; offset < MOST; offset += PAGE) {
    signal.throwIfAborted();
    const page = await store.openQuestions({ event, offset, limit: PAGE });
    if (!page.ok) return page;
    open.push(...page.value);
    if (page.value.length < PAGE) break;
  }
  for (let offset = 0; offset < MOST; offset += PAGE) {
    signal.throwIfAborted();
    const page = await store.feedback({ event, offset, limit: PAGE });
    if (!page.ok) return page;
    feedback.push(...page.value);
    if (page.value.length < PAGE) break;
  }
  return { ok: true, value: { open, badlyRated: badlyRatedQuestions(feedback) } };
}

async function isThere(file: string): Promise<boolean> {
  try {
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}

import { join, resolve } from "node:path";
import type { Failure } from "../domain/failure.ts";
import type { Result } from "../domain/result.ts";
import type { Store } from "../domain/store.ts";
import type { Logger } from "../ops/logger.ts";
import { openStore } from "../store/open-store.ts";
import type { Configuration } from "./configuration.ts";
import { projectRoot } from "./project-root.ts";

const DAY_MS = 24 * 60 * 60 * 1_000;
/** Days after which a draft that nobody touched is deleted. */
const KEEP_DRAFTS_DAYS = 30;

/** What a test sets instead of waiting for days. */
export interface StoreClock {
  readonly now: () => Date;
  /** Milliseconds between two looks for questions and drafts to delete. */
  readonly every: number;
}

const CLOCK: StoreClock = { now: () => new Date(), every: DAY_MS };

/**
 * Opens the store that the operator has set: a database, or a file in the data folder. While it is open, questions and
 * drafts past their time are deleted, at once and then daily; where no questions are to be kept, none are.
 *
 * @throws the signal's reason, once it fires
 */
export async function openConfiguredStore(
  configuration: Pick<Configuration, "databaseUrl" | "data" | "keepQuestionsDays">,
  logger: Logger,
  signal: AbortSignal,
  clock: StoreClock = CLOCK,
): Promise<Result<Store, Failure>> {
  const { databaseUrl, data, keepQuestionsDays: days } = configuration;
  const file = join(resolve(projectRoot(), data ?? "data"), "footnote.db");
  const opened = await openStore({ url: databaseUrl, file, signal });
  if (!opened.ok) return opened;
  const { value: store } = opened;
  const expire = async (): Promise<void> => {
    const deleted = await store.expireQuestions(firstDayKept(clock.now(), days));
    if (deleted.ok) logger.debug({ deleted: deleted.value }, "Questions past their time were deleted.");
    else logger.warn({ reason: deleted.error.reason }, "Questions past their time could not be deleted.");
    const before = new Date(clock.now().getTime() - KEEP_DRAFTS_DAYS * DAY_MS).toISOString();
    const drafts = await store.publications.expire(before);
    if (drafts.ok) logger.debug({ deleted: drafts.value }, "Drafts that nobody touched were deleted.");
    else logger.warn({ reason: drafts.error.reason }, "Drafts that nobody touched could not be deleted.");
  };
  await expire();
  const timer = setInterval(() => void expire(), clock.every).unref();
  const close = async (): Promise<void> => {
    clearInterval(timer);
    await store.close();
  };
  const keepsNone: Partial<Store> =
    days === 0 ? { addQuestion: () => Promise.resolve({ ok: true, value: undefined }) } : {};
  return { ok: true, value: { ...store, ...keepsNone, close } };
}

/** Of today and the days before it, `days` in all, the first one; tomorrow where that is none. */
function firstDayKept(now: Date, days: number): string {
  return new Date(now.getTime() - (days - 1) * DAY_MS).toISOString().slice(0, 10);
}

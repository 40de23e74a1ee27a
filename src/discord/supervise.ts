import type { Reply } from "../domain/reply.ts";
import type { Result } from "../domain/result.ts";
import type { Words } from "../domain/words.ts";
import type { Logger } from "../ops/logger.ts";
import { createReference } from "../ops/reference.ts";
import { within } from "../ops/within.ts";
import { tooSlowReply, unexpectedReply } from "../present/operator/failures.ts";
import { cancelledReply } from "../present/text/working.ts";

export interface Supervision {
  readonly command: string;
  /** For what is said where it fails. */
  readonly words: Words;
  readonly logger: Logger;
  readonly deadlineMs: number;
  /** Fires when the person cancels it; absent where nobody can. */
  readonly cancelled?: AbortSignal;
}

/**
 * Runs a command's code: what it throws, or its passing the deadline (when `signal` fires), becomes a reply with a
 * reference, and a log line with the same reference and nothing of what the person typed. What was cancelled may say for
 * itself what came of it; throwing is an answer too.
 */
export async function supervise<T>(
  run: (signal: AbortSignal) => Promise<T>,
  { command, words, logger, deadlineMs, cancelled }: Supervision,
): Promise<Result<T, Reply>> {
  const deadline = new AbortController();
  const signal = cancelled === undefined ? deadline.signal : AbortSignal.any([deadline.signal, cancelled]);
  try {
    const settled = await within(settle(run, signal), deadlineMs);
    if (settled !== null) return { ok: true, value: settled.value };
    deadline.abort();
    const reference = createReference();
    logger.error({ reference, command, deadlineMs }, "A command passed its deadline and was stopped.");
    return { ok: false, error: tooSlowReply(words, reference) };
  } catch (error) {
    if (cancelled?.aborted === true) return { ok: false, error: cancelledReply(words) };
    const reference = createReference();
    logger.error({ reference, command, err: error }, "A command failed.");
    return { ok: false, error: unexpectedReply(words, reference) };
  }
}

/** Boxes the value, so that it is told apart from the deadline whatever it is, and turns a synchronous throw into a rejection. */
async function settle<T>(
  run: (signal: AbortSignal) => Promise<T>,
  signal: AbortSignal,
): Promise<{ readonly value: T }> {
  return { value: await run(signal) };
}

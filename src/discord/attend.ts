import type { Reply } from "../domain/reply.ts";
import type { Result } from "../domain/result.ts";
import type { Who } from "../domain/who.ts";
import { within } from "../ops/within.ts";
import type { Work } from "./context.ts";
import type { Answering } from "./dispatch-options.ts";
import type { Exchange } from "./exchange.ts";
import { Progress } from "./progress.ts";
import { supervise } from "./supervise.ts";

/** What is worked on, and how its person sees that it takes its time. */
export interface Attended {
  /** For the log. */
  readonly command: string;
  /** Milliseconds; undefined for what is usual. */
  readonly deadlineMs: number | undefined;
  readonly who: Who;
  readonly exchange: Exchange;
  readonly defer: "public" | "private" | "update";
}

/**
 * Does a command's work: soon its person is shown that it goes on, then how far it has come, and can cancel it.
 *
 * @returns what it came to, or what to say instead
 */
export async function attend<T>(
  { words, logger, deadlines, cancellations }: Answering,
  { command, deadlineMs = deadlines.runMs, who, exchange, defer }: Attended,
  run: (work: Work) => Promise<T>,
): Promise<Result<T, Reply>> {
  const work = cancellations.begin(who.person);
  const progress = new Progress(
    async (reply) => exchange.showProgress(reply),
    deadlines.progressAfterMs,
    deadlines.progressMs,
  );
  const running = supervise(
    async (signal) => {
      signal.addEventListener("abort", () => void progress.close(), { once: true });
      return run({ signal, progress: (reply) => progress.report(reply), cancel: work.action });
    },
    { command, words, logger, deadlineMs, cancelled: work.signal },
  );
  if ((await within(running, deadlines.deferAfterMs)) === null) {
    await exchange.defer(defer);
    progress.open();
  }
  const outcome = await running;
  work.end();
  await progress.close();
  return outcome;
}

import type { Logger } from "./logger.ts";
import { createReference } from "./reference.ts";

/**
 * Notes an error that nobody waited for. The process can go on after an unhandled rejection: discord.js rejects so when
 * the gateway sends something malformed, and one odd event is no reason to leave everybody without a bot.
 *
 * @returns the reference under which it stands in the log.
 */
export function logStray(logger: Logger, error: unknown): string {
  const reference = createReference();
  logger.error({ reference, err: error }, "Something failed where nobody waited for it.");
  return reference;
}

import type { Command, Library } from "../domain/command.ts";
import type { Words } from "../domain/words.ts";
import type { Logger } from "../ops/logger.ts";
import type { Deadlines } from "./deadlines.ts";
import type { Transport } from "./transport.ts";

/** What answering an interaction takes. */
export interface DispatchOptions {
  readonly commands: readonly Command[];
  /** Called for every interaction, so that what is served can be replaced while the bot runs. */
  readonly library: () => Library;
  /** What the bot says to people with a locale. */
  readonly wordsFor: (locale: string) => Words;
  readonly transport: Transport;
  readonly logger: Logger;
  readonly deadlines: Deadlines;
}

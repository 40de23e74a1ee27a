import type { AnyCommand, Library } from "../domain/command.ts";
import type { Conversations } from "../domain/conversation.ts";
import type { Store } from "../domain/store.ts";
import type { Words } from "../domain/words.ts";
import type { Logger } from "../ops/logger.ts";
import type { Cooldown } from "./cooldown.ts";
import type { Deadlines } from "./deadlines.ts";
import type { Transport } from "./transport.ts";

/** What answering an interaction takes. */
export interface DispatchOptions {
  readonly commands: readonly AnyCommand[];
  /** Called for every interaction, so that what is served can be replaced while the bot runs. */
  readonly library: () => Library;
  readonly store: Store;
  readonly conversations: Conversations;
  readonly cooldown: Cooldown;
  /** What the bot says to people with a locale. */
  readonly wordsFor: (locale: string) => Words;
  readonly transport: Transport;
  readonly logger: Logger;
  readonly deadlines: Deadlines;
}

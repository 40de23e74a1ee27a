import type { AnyCommand, Policy } from "../domain/command.ts";
import type { Conversations } from "../domain/conversation.ts";
import type { Curator } from "../domain/curator.ts";
import type { Desk } from "../domain/desk.ts";
import type { Libraries } from "../domain/libraries.ts";
import type { Pictures } from "../domain/picture.ts";
import type { Store } from "../domain/store.ts";
import type { Words } from "../domain/words.ts";
import type { Logger } from "../ops/logger.ts";
import type { Cancellations } from "./cancellations.ts";
import type { Cooldown } from "./cooldown.ts";
import type { Deadlines } from "./deadlines.ts";
import type { Asker } from "./language.ts";
import type { Rules } from "./rules.ts";
import type { ServerSettingsCache } from "./server-settings.ts";
import type { Transport } from "./transport.ts";

/** What answering interactions takes. */
export interface DispatchOptions {
  readonly commands: readonly AnyCommand[];
  /** Asked for every interaction, so that what is served can be replaced while the bot runs. */
  readonly libraries: Libraries;
  readonly store: Store;
  readonly conversations: Conversations;
  readonly policy: Policy;
  readonly desk: Desk;
  readonly curator: Curator;
  readonly pictures: Pictures;
  readonly cooldown: Cooldown;
  readonly cancellations: Cancellations;
  /** Base of the API that was set in place of Discord's own; null for none. */
  readonly apiUrl: string | null;
  /** In the language of whoever is to be answered. Never rejects. */
  readonly wordsFor: (asker: Asker) => Promise<Words>;
  readonly settings: ServerSettingsCache;
  /** For the names by which Discord tells of message commands. */
  readonly english: Words;
  readonly transport: Transport;
  readonly logger: Logger;
  readonly deadlines: Deadlines;
}

/** What answering one interaction takes. */
export interface Answering extends DispatchOptions {
  /** What the bot says to the person. */
  readonly words: Words;
  readonly rules: Rules;
  /** When the interaction came, by `performance.now()`. */
  readonly receivedAt: number;
}

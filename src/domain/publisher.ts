import type { Permission } from "./permission.ts";
import type { Reply } from "./reply.ts";
import type { Result } from "./result.ts";

/** Why something could not be posted, changed or removed. */
export type PublishFailure =
  /** The bot lacks permissions there, or, where none is named, does not know the channel. */
  | { readonly id: "not-allowed"; readonly lacking: readonly Permission[] }
  /** The message is no longer there. */
  | { readonly id: "message-gone" }
  /** The platform does not take it, now or later; `code` is its own. */
  | { readonly id: "refused"; readonly code: number | string }
  /** It may work later, or may even have worked. */
  | { readonly id: "unreachable"; readonly reason: string };

/** A message to be posted in a channel. */
export interface Posting {
  readonly channel: string;
  readonly reply: Reply;
  /**
   * At most 25 of `[A-Za-z0-9_.-]`. No two messages have the same, and it stands in the state of a button of the message,
   * by which the message is found again.
   */
  readonly key: string;
  /** Id of a message in the same channel that this one answers; null for none. */
  readonly replyTo: string | null;
}

/** Speaks in channels in the bot's own name. Nothing here rejects. */
export interface Publisher {
  /** What the bot lacks in a channel to post there with a picture: empty where it may. */
  lacking(channel: string): Promise<Result<readonly Permission[], PublishFailure>>;
  /** Whether a person may write in a channel now, wherever they are themselves. Somebody who left may not. */
  personMayWrite(channel: string, person: string): Promise<Result<boolean, PublishFailure>>;
  /** Posts a message; the same posted again within minutes is the same message. Returns its id. */
  post(posting: Posting): Promise<Result<string, PublishFailure>>;
  /** Id of the bot's own message with this key among those posted at or after an instant (ISO 8601); null where there is none. */
  find(channel: string, key: string, since: string): Promise<Result<string | null, PublishFailure>>;
  edit(channel: string, message: string, reply: Reply): Promise<Result<void, PublishFailure>>;
  /** A message that is gone counts as removed. */
  remove(channel: string, message: string): Promise<Result<void, PublishFailure>>;
}

import type { Reply } from "./reply.ts";
import type { Result } from "./result.ts";

/** Why somebody could not be told something. */
export type NotifyFailure =
  /** The person takes no messages from the bot, or shares no server with it any more. */
  | { readonly id: "closed" }
  /** The platform does not take it, now or later; `code` is its own. */
  | { readonly id: "refused"; readonly code: number | string }
  /** It may work later. */
  | { readonly id: "unreachable"; readonly reason: string };

/** Tells people what they once asked to be told, without their doing anything now. */
export interface Notifier {
  /** Sends a reply as a direct message; its `visibility` makes no difference there. Never rejects. */
  tell(person: string, reply: Reply): Promise<Result<void, NotifyFailure>>;
}

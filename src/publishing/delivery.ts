import type { Publication, PublicationChange } from "../domain/publication.ts";
import type { PublishFailure, Publisher } from "../domain/publisher.ts";
import type { Reply } from "../domain/reply.ts";
import type { Store } from "../domain/store.ts";
import type { Logger } from "../ops/logger.ts";
import type { Notices } from "./notices.ts";

/** How a publication looks. */
export interface Rendering {
  /** The message it becomes, with what was taken back of it marked; its id stands in the state of a button. */
  publication(publication: Publication): Promise<Reply>;
  /** What is said below a message that cannot be edited; `key` stands in the state of a button. */
  correction(publication: Publication, key: string): Promise<Reply>;
}

/** What it takes to bring publications where they belong. */
export interface DeliveryTools {
  readonly store: Pick<Store, "publications" | "digests" | "lease" | "log">;
  readonly publisher: Publisher;
  readonly rendering: Rendering;
  readonly notices: Notices;
  readonly logger: Logger;
  readonly now: () => Date;
}

/** One attempt. */
export interface Attempt {
  /** Instant (ISO 8601) at which this process itself decided it, so that no other can have tried; null otherwise. */
  readonly decidedAt: string | null;
  /**
   * What to make of a publication that Discord refuses, while somebody waits to be told so; null once nobody does: then
   * its author is sent a message. What was never posted is then a draft again, or awaits approval again.
   */
  readonly undo: () => PublicationChange | null;
}

/** What became of an attempt. */
export type Delivered =
  | { readonly status: "delivered"; readonly publication: Publication }
  | { readonly status: "refused"; readonly publication: Publication; readonly failure: PublishFailure }
  /** It stays `posting`, and is tried again. */
  | { readonly status: "later" }
  /** Another attempt is at it, or was until it was killed; or the store does not answer. It stays `posting`. */
  | { readonly status: "busy" }
  /** It was no longer `posting`; null where it is gone. */
  | { readonly status: "settled"; readonly publication: Publication | null };

export const LATER: Delivered = Object.freeze({ status: "later" });
export const BUSY: Delivered = Object.freeze({ status: "busy" });
/** After so long nobody expects it any more. */
export const GIVEN_UP_AFTER_MS = 24 * 3_600_000;
/** Clocks of machines and of Discord differ by less. */
export const CLOCK_MARGIN_MS = 60_000;

import type { DigestPlan } from "./digest-plan.ts";
import type { Permission } from "./permission.ts";
import type { Publication } from "./publication.ts";
import type { PublishFailure } from "./publisher.ts";
import type { Result } from "./result.ts";
import type { StoreFailure } from "./store.ts";

/** What came of wanting something done with a publication. */
export type DeskOutcome =
  | { readonly status: "done"; readonly publication: Publication }
  /** It is noted down and will be done, as soon as the platform can be reached. */
  | { readonly status: "later"; readonly publication: Publication }
  /** Somebody changed it since: this is how it stands now. */
  | { readonly status: "changed-meanwhile"; readonly publication: Publication }
  | { readonly status: "gone" }
  /** Whoever decided so may not write in that channel themselves. It stays what it was. */
  | { readonly status: "not-theirs" }
  /** It stays, or is again, what it was before. */
  | { readonly status: "refused"; readonly failure: PublishFailure }
  | { readonly status: "failed"; readonly failure: StoreFailure };

/** Sees that what moderators decided is done: once, and also if the process ends in between. Nothing here rejects. */
export interface Desk {
  /** What the bot lacks to post in a channel; empty where it may. */
  lacking(channel: string): Promise<Result<readonly Permission[], PublishFailure>>;
  /** Whether a person may write in a channel now, wherever they are themselves. */
  personMayWrite(channel: string, person: string): Promise<Result<boolean, PublishFailure>>;
  /**
   * Posts a draft, or one that awaits approval, as it stands at a revision.
   *
   * @param by who decided so, and must be allowed to write there: the approver of one that awaited approval
   */
  post(id: string, revision: number, by: string): Promise<DeskOutcome>;
  /** Tells who drafted something that it was sent back. @param reason in another moderator's words */
  tellSentBack(publication: Publication, reason: string): Promise<void>;
  /** Takes lines of a posted publication back, visibly; the message says that it was corrected. */
  strike(id: string, revision: number, lines: readonly string[], by: string): Promise<DeskOutcome>;
  /** Removes what was posted. */
  remove(id: string, revision: number, by: string): Promise<DeskOutcome>;
  /** When a digest of these times is due next, paused or not, as ISO 8601 instant; null where its time zone is none. */
  nextDue(plan: Pick<DigestPlan, "days" | "hour" | "timeZone">): string | null;
}

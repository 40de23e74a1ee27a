import type { PublishFailure } from "../domain/publisher.ts";
import type { SendFailure } from "./send.ts";

/** "Cannot reply without permission to read message history." */
const NO_HISTORY = 160_002;
const MISSING_ACCESS = 50_001;
const UNKNOWN_CHANNEL = 10_003;

/** Why something could not be done in a channel. Where Discord does not say what the bot lacks, nothing is named. */
export function toPublishFailure(failure: SendFailure): PublishFailure {
  switch (failure.id) {
    case "forbidden":
      return failure.code === MISSING_ACCESS
        ? { id: "not-allowed", lacking: ["view-channel"] }
        : { id: "not-allowed", lacking: [] };
    case "expired":
      return failure.code === UNKNOWN_CHANNEL
        ? { id: "not-allowed", lacking: ["view-channel"] }
        : { id: "refused", code: failure.code };
    case "refused":
      return failure.code === NO_HISTORY
        ? { id: "not-allowed", lacking: ["read-message-history"] }
        : { id: "refused", code: failure.code };
    case "message-gone":
      return { id: "message-gone" };
    case "closed":
      return { id: "refused", code: failure.code };
    case "already-answered":
      return { id: "refused", code: failure.id };
    case "unreachable":
      return failure;
  }
}

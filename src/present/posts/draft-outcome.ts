import type { DeskOutcome } from "../../domain/desk.ts";
import type { Publication } from "../../domain/publication.ts";
import type { PublishFailure } from "../../domain/publisher.ts";
import type { Words } from "../../domain/words.ts";
import { escapeMarkdown } from "../text/markdown.ts";
import { permissionList } from "./summary-place.ts";

const SNOWFLAKE = /^\d{1,20}$/u;

/** Where a message is to be found; null for one that has no such address. */
export function messageUrl({ server, channel, message }: Pick<Publication, "server" | "channel" | "message">) {
  const ids = [server, channel, message ?? ""];
  return ids.every((id) => SNOWFLAKE.test(id)) ? `https://discord.com/channels/${ids.join("/")}` : null;
}

/** Why the bot could not do it, Markdown. */
export function failureText(words: Words, failure: PublishFailure): string {
  switch (failure.id) {
    case "not-allowed":
      return failure.lacking.length === 0
        ? words.say("desk.channel-unknown")
        : words.say("desk.not-allowed", { permissions: permissionList(words, failure.lacking) });
    case "message-gone":
      return words.say("desk.message-gone");
    case "refused":
      return words.say("desk.refused", { code: escapeMarkdown(String(failure.code)) });
    case "unreachable":
      return words.say("desk.unreachable");
  }
}

/** How a publication stands that is no draft any more, Markdown. */
export function stateText(words: Words, publication: Publication): string {
  switch (publication.state) {
    case "draft":
    case "awaiting-approval":
      return words.say("draft.draft-short");
    case "posted": {
      const url = messageUrl(publication);
      return url === null ? words.say("draft.posted-plain") : words.say("draft.posted", { link: url });
    }
    case "posting":
    case "removed":
    case "discarded":
    case "failed":
      return words.say(`draft.${publication.state}`);
  }
}

/** What came of having something posted, corrected or removed, Markdown; null where it was done. */
export function undoneText(words: Words, outcome: DeskOutcome): string | null {
  switch (outcome.status) {
    case "done":
      return null;
    case "later":
      return words.say("desk.later");
    case "changed-meanwhile":
      return words.say("draft.changed-meanwhile");
    case "gone":
      return words.say("draft.gone");
    case "not-theirs":
      return words.say("draft.you-cannot-write");
    case "refused":
      return failureText(words, outcome.failure);
    case "failed":
      return words.say("failure.store-unavailable");
  }
}

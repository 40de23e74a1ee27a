import type { AnyCommand, Need } from "../domain/command.ts";
import type { ActionRef, Reply } from "../domain/reply.ts";
import type { Who } from "../domain/who.ts";
import type { Words } from "../domain/words.ts";
import {
  mayNotMaintainReply,
  needsServerReply,
  needsStandingReply,
  standingUnsureReply,
} from "../present/people/refusals.ts";
import { partOf } from "./command-parts.ts";
import type { Rules } from "./rules.ts";
import { isMessageCommand } from "./shown-name.ts";

/** Of several things that somebody is not, the first is told: whoever manages the server is a moderator. */
const TOLD_FIRST: readonly Need[] = ["manager", "moderator", "maintainer"];

/** All that somebody must be to use a command, by whatever way in; of a group, also what the subcommand takes. */
export function needsOf(command: AnyCommand | undefined, subcommand: string | null): readonly Need[] {
  if (command === undefined) return [];
  const part = isMessageCommand(command) ? undefined : partOf(command, subcommand);
  return [command.needs, part?.needs].filter((need) => need !== undefined);
}

/** The same for an action, which may need more than its command, never less. */
export function needsOfAction(command: AnyCommand | undefined, action: ActionRef | null): readonly Need[] {
  const { needs, actionNeeds = {} } = command ?? {};
  const ofAction =
    action !== null && Object.hasOwn(actionNeeds, action.action) ? actionNeeds[action.action] : undefined;
  return [needs, ofAction].filter((need) => need !== undefined);
}

/** What to tell somebody who may not do what takes all this; null where they may. */
export function refusalOf(words: Words, { server }: Who, rules: Rules, needs: readonly Need[]): Reply | null {
  if (needs.length === 0) return null;
  if (server === null) return needsServerReply(words);
  const lacking = TOLD_FIRST.find((need) => needs.includes(need) && !isMet(need, rules));
  if (lacking === undefined) return null;
  if (lacking === "maintainer" && rules.maintains === "elsewhere") return mayNotMaintainReply(words);
  return lacking !== "manager" && rules.standingUnsure
    ? standingUnsureReply(words, lacking)
    : needsStandingReply(words, lacking);
}

function isMet(need: Need, { standing, maintains }: Rules): boolean {
  switch (need) {
    case "manager":
      return standing === "manager";
    case "moderator":
      return standing !== "member";
    case "maintainer":
      return maintains === "here";
  }
}

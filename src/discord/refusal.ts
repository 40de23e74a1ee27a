import type { AnyCommand, Standing } from "../domain/command.ts";
import type { ActionRef, Reply } from "../domain/reply.ts";
import type { Who } from "../domain/who.ts";
import type { Words } from "../domain/words.ts";
import { needsServerReply, needsStandingReply, standingUnsureReply } from "../present/refusals.ts";
import type { Rules } from "./rules.ts";

const RANKS: Readonly<Record<Standing, number>> = { member: 0, moderator: 1, manager: 2 };

/** What somebody must be to use a command, by whatever way in; an action may need more than its command, never less. */
export function standingFor(command: AnyCommand | undefined, action: ActionRef | null): Standing {
  const { needs = "member", actionNeeds = {} } = command ?? {};
  const ofAction =
    action !== null && Object.hasOwn(actionNeeds, action.action) ? actionNeeds[action.action] : undefined;
  return ofAction !== undefined && RANKS[ofAction] > RANKS[needs] ? ofAction : needs;
}

/** What to tell somebody who may not do what takes this standing; null where they may. */
export function refusalOf(words: Words, { server }: Who, rules: Rules, needed: Standing): Reply | null {
  if (needed === "member") return null;
  if (server === null) return needsServerReply(words);
  if (RANKS[rules.standing] >= RANKS[needed]) return null;
  return needed === "moderator" && rules.standingUnsure
    ? standingUnsureReply(words)
    : needsStandingReply(words, needed);
}

import { PermissionFlagsBits } from "discord-api-types/v10";
import type { Policy, Publicity, Standing } from "../domain/command.ts";
import type { ServerSettings } from "../domain/store.ts";
import type { Done } from "./interaction.ts";
import { hasAny, mayWrite } from "./permissions.ts";
import type { ServerSettingsCache } from "./server-settings.ts";
import type { Known } from "./setting-cache.ts";

/** What holds for somebody in the place where they did something. */
export interface Rules {
  readonly standing: Standing;
  /** Whether `standing` and `maintains` may be less than it should, since what the server has set cannot be looked up. */
  readonly standingUnsure: boolean;
  /** Whether the person is a maintainer: `elsewhere` for one of a server that may not change what is served. */
  readonly maintains: "here" | "elsewhere" | "no";
  readonly publicity: Publicity;
  /** Whether the person may write in the channel. */
  readonly mayWrite: boolean;
  /** Id of the event that is asked about; null for the first that is served. */
  readonly event: string | null;
}

/** In direct messages, which nobody else reads, and for whom Discord does not tell. */
const OUTSIDE: Rules = {
  standing: "member",
  standingUnsure: false,
  maintains: "no",
  publicity: { allowed: true, byDefault: "public" },
  mayWrite: true,
  event: null,
};

const NOWHERE_PUBLIC: Publicity = { allowed: false, byDefault: "private" };

/** What holds for somebody, by what Discord tells with this very interaction and what the server has set. */
export async function rulesFor(
  done: Done | null,
  settings: ServerSettingsCache,
  { maintainingServers }: Policy,
): Promise<Rules> {
  const server = done?.who.server ?? null;
  if (done === null || server === null) return OUTSIDE;
  const known = await settings.current(server);
  const isManager = done.member !== null && hasAny(done.member.permissions, PermissionFlagsBits.ManageGuild);
  const mayMaintain = maintainingServers === "all" || maintainingServers.includes(server);
  return {
    standing: isManager ? "manager" : hasRole(done, known, "moderatorRoles") ? "moderator" : "member",
    standingUnsure: known?.isCurrent !== true,
    maintains: !isManager && !hasRole(done, known, "maintainerRoles") ? "no" : mayMaintain ? "here" : "elsewhere",
    publicity: known === null ? NOWHERE_PUBLIC : publicityIn(done, known.value),
    mayWrite: done.member !== null && mayWrite(done.member.permissions, done.who.inThread),
    event: known?.value.event ?? null,
  };
}

/** Whoever lost a role must not pass because the store is gone: what is not known now gives nobody a right. */
function hasRole(
  { member }: Done,
  known: Known<ServerSettings> | null,
  which: "moderatorRoles" | "maintainerRoles",
): boolean {
  if (member === null || known === null || !known.isCurrent) return false;
  const wanted = known.value[which];
  return member.roles.some((role) => wanted.includes(role));
}

/** A thread is as public as its channel. What was set last holds while the store is gone. */
function publicityIn({ who, parentChannel }: Done, { publicChannels, privacy }: ServerSettings): Publicity {
  const places = [who.channel, parentChannel].filter((id) => id !== null);
  const allowed = publicChannels.length === 0 || places.some((id) => publicChannels.includes(id));
  return allowed ? { allowed, byDefault: privacy } : NOWHERE_PUBLIC;
}

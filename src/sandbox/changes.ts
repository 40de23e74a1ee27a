import type { APIOverwrite } from "discord-api-types/v10";
import type { TextChannel, Thread } from "./channels.ts";
import type { Person } from "./people.ts";
import type { Role } from "./roles.ts";
import type { State } from "./state.ts";

/** Archives, locks or opens a thread. */
export function setThreadState({ happenings }: State, thread: Thread, to: Thread["state"]): void {
  thread.state = to;
  happenings.tell({ type: "channel", change: "changed", channel: thread });
}

/** Gives a channel overwrites in place of those it has. */
export function setOverwrites({ happenings }: State, channel: TextChannel, overwrites: readonly APIOverwrite[]): void {
  channel.overwrites = overwrites;
  happenings.tell({ type: "channel", change: "changed", channel });
}

export function makeChannel({ world, happenings }: State, name: string, overwrites: readonly APIOverwrite[]): string {
  const channel = world.addChannel(name, overwrites);
  happenings.tell({ type: "channel", change: "made", channel });
  return channel.id;
}

export function makeRole({ world, happenings }: State, name: string, permissions: bigint): string {
  const role = world.addRole(name, permissions);
  happenings.tell({ type: "role", role });
  return role.id;
}

/** Gives a person a role that they can have, or takes it. Nobody is given a bot's role, and everybody has everybody's. */
export function setRole({ world, happenings }: State, person: Person, role: Role, held: boolean): void {
  if (role.botId !== null || role.id === world.guildId) return;
  const others = person.roles.filter((id) => id !== role.id);
  person.roles = held ? [...others, role.id] : others;
  happenings.tell({ type: "person", person });
}

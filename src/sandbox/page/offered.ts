import type { APIApplicationCommand } from "discord-api-types/v10";
import type { PageChannel, Persona } from "../page-protocol.ts";
import { context, installation, permission } from "./discord-types.ts";

/** Whether a persona has all of some permissions in a channel. Outside servers everybody may do everything. */
export function may(persona: Persona, channel: PageChannel, needed: bigint): boolean {
  if (!isInServer(channel)) return true;
  const allowed = BigInt(channel.permissions[persona.user.id] ?? persona.permissions);
  return (allowed & needed) === needed;
}

/** Whether the persona can write there. Those who cannot get no commands either: there is nowhere to type them. */
export function mayWrite(persona: Persona, channel: PageChannel): boolean {
  return may(persona, channel, channel.kind === "thread" ? permission.sendInThreads : permission.send);
}

/** Whether Discord's client offers a command to the persona there. The server checks all of it again. */
export function isOffered(command: APIApplicationCommand, persona: Persona, channel: PageChannel): boolean {
  const contexts = command.contexts ?? null;
  if (contexts !== null && !contexts.includes(contextOf(channel))) return false;
  const installations = command.integration_types ?? [installation.server];
  const withBot = channel.kind !== "group" && channel.kind !== "foreign";
  if (!installations.includes(installation.person) && !(withBot && installations.includes(installation.server))) {
    return false;
  }
  if (command.guild_id !== undefined && channel.kind !== "text" && channel.kind !== "thread") return false;
  const wanted = command.default_member_permissions ?? null;
  if (wanted === "0" && isInServer(channel)) return false;
  return may(persona, channel, permission.useCommands | BigInt(wanted ?? "0"));
}

/** Whether a persona may take a channel of the server away. */
export function mayDelete(persona: Persona, channel: PageChannel): boolean {
  if (channel.kind === "thread") return may(persona, channel, permission.manageThreads);
  return channel.kind === "text" && may(persona, channel, permission.manageChannels);
}

function isInServer({ kind }: PageChannel): boolean {
  return kind === "text" || kind === "thread" || kind === "foreign";
}

function contextOf({ kind }: PageChannel): (typeof context)[keyof typeof context] {
  if (kind === "direct") return context.direct;
  return kind === "group" ? context.group : context.server;
}

import { RoleFlags, type APIRole } from "discord-api-types/v10";
import { bitSet } from "./bits.ts";

/** A role of the sandbox's guild. */
export interface Role {
  readonly id: string;
  readonly name: string;
  /** What the role alone allows in every channel. */
  readonly permissions: bigint;
  /** From 0, for everybody's, upwards. */
  readonly position: number;
  /** The bot whose own role it is, which nobody can be given; null for any other. */
  readonly botId: string | null;
}

/** A role as Discord describes it. */
export function rolePayload({ id, name, permissions, position, botId }: Role): APIRole {
  return {
    id,
    name,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    position,
    permissions: permissions.toString(),
    managed: botId !== null,
    mentionable: false,
    flags: bitSet(RoleFlags, 0),
    ...(botId === null ? {} : { tags: { bot_id: botId } }),
  };
}

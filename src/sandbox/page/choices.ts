import type {
  APIChannelSelectComponent,
  APIRoleSelectComponent,
  APIStringSelectComponent,
} from "discord-api-types/v10";
import type { PageChannel, PageRole } from "../page-protocol.ts";
import { channelType, componentType } from "./discord-types.ts";

/** A select that the page shows. */
export type Select = APIStringSelectComponent | APIRoleSelectComponent | APIChannelSelectComponent;

/** Something to be chosen, and whether it is at first. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly description?: string | undefined;
  readonly chosen: boolean;
}

/** What a server has that can be chosen; nothing outside servers. */
export interface Choosable {
  readonly roles: readonly PageRole[];
  readonly channels: readonly PageChannel[];
}

/** What the persona can choose in a select: what the bot names, or else the server's roles or channels. */
export function choicesOf(select: Select, { roles, channels }: Choosable): readonly Choice[] {
  if (select.type === componentType.select) {
    return select.options.map(({ value, label, description, default: chosen }) => ({
      value,
      label,
      description,
      chosen: chosen === true,
    }));
  }
  const chosen = new Set((select.default_values ?? []).map(({ id }) => id));
  if (select.type === componentType.roleSelect) {
    return roles.map(({ id, name }) => ({ value: id, label: roleLabel(name), chosen: chosen.has(id) }));
  }
  const types = select.channel_types ?? [];
  return channels
    .filter(
      ({ kind }) => types.length === 0 || types.includes(kind === "thread" ? channelType.thread : channelType.text),
    )
    .map(({ id, name, parentId }) => ({
      value: id,
      label: `#${name}`,
      description: parentId === null ? undefined : `in #${channels.find((one) => one.id === parentId)?.name ?? ""}`,
      chosen: chosen.has(id),
    }));
}

function roleLabel(name: string): string {
  return name.startsWith("@") ? name : `@${name}`;
}

import {
  ChannelType,
  ComponentType,
  PermissionFlagsBits,
  type APIChannelSelectComponent,
  type APIInteractionDataResolvedChannel,
  type APIMessageComponentInteractionData,
  type APIRoleSelectComponent,
  type APIStringSelectComponent,
} from "discord-api-types/v10";
import { threadPayload } from "../channel-payloads.ts";
import type { TextChannel, Thread } from "../channels.ts";
import type { Person } from "../people.ts";
import { rolePayload } from "../roles.ts";
import type { World } from "../world.ts";

/** A select of a message: the bot names what can be chosen, or Discord's client fills it with roles or channels. */
export type Select = APIStringSelectComponent | APIRoleSelectComponent | APIChannelSelectComponent;

/** Something that can be chosen. */
interface Offer {
  readonly value: string;
  readonly label: string;
}

/** What a person is offered in a select. @param inGuild whether they are in the sandbox's own guild. */
export function offersOf(select: Select, world: World, person: Person, inGuild: boolean): readonly Offer[] {
  if (select.type === ComponentType.StringSelect) return select.options.map(({ value, label }) => ({ value, label }));
  if (!inGuild) return [];
  const named =
    select.type === ComponentType.RoleSelect ? world.roles : channelsFor(select.channel_types, world, person);
  return named.map(({ id, name }) => ({ value: id, label: name }));
}

/** What the interaction says of the choice: for roles and channels also what they are. */
export function chosenData(
  select: Select,
  chosen: readonly string[],
  world: World,
  person: Person,
): APIMessageComponentInteractionData {
  const common = { custom_id: select.custom_id, id: 1, values: [...chosen] };
  if (select.type === ComponentType.StringSelect) return { ...common, component_type: ComponentType.StringSelect };
  if (select.type === ComponentType.RoleSelect) {
    const roles = world.roles.filter(({ id }) => chosen.includes(id)).map((role) => [role.id, rolePayload(role)]);
    return { ...common, component_type: ComponentType.RoleSelect, resolved: { roles: Object.fromEntries(roles) } };
  }
  const channels = channelsFor(undefined, world, person)
    .filter(({ id }) => chosen.includes(id))
    .map((channel) => [channel.id, resolved(channel, world, person)]);
  return {
    ...common,
    component_type: ComponentType.ChannelSelect,
    resolved: { channels: Object.fromEntries(channels) },
  };
}

/** The guild's channels and threads that a person sees, of the given types where there are any. */
function channelsFor(
  types: readonly ChannelType[] | undefined,
  world: World,
  person: Person,
): readonly (TextChannel | Thread)[] {
  return [...world.textChannels, ...world.threads].filter(
    (channel) =>
      (types === undefined || types.length === 0 || types.includes(typeOf(channel))) &&
      (world.personPermissions(channel, person) & PermissionFlagsBits.ViewChannel) !== 0n,
  );
}

function resolved(channel: TextChannel | Thread, world: World, person: Person): APIInteractionDataResolvedChannel {
  const { id, name } = channel;
  const permissions = world.personPermissions(channel, person).toString();
  const common = { id, name, permissions, app_permissions: world.botPermissions(channel).toString() };
  if (channel.kind === "text") return { ...common, type: ChannelType.GuildText };
  const { thread_metadata: metadata } = threadPayload(channel, world.guildId);
  const thread = { ...common, type: ChannelType.PublicThread as const, parent_id: channel.parent.id };
  return metadata === undefined ? thread : { ...thread, thread_metadata: metadata };
}

function typeOf({ kind }: TextChannel | Thread): ChannelType {
  return kind === "thread" ? ChannelType.PublicThread : ChannelType.GuildText;
}

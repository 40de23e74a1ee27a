import {
  InteractionContextType,
  InteractionType,
  Locale,
  type APIBaseInteraction,
  type APIMessageInteractionMetadata,
} from "discord-api-types/v10";
import type { InteractionStart } from "../interactions.ts";
import type { Channel, Person, World } from "../world.ts";

/** Where a person is, and what language their client speaks. */
export interface Seat {
  readonly person: Person;
  readonly channelId: string;
  readonly locale: Locale;
}

/** What interactions of all kinds have in common. */
export type Envelope = Omit<Base, "type" | "data" | "message"> &
  Required<Pick<Base, "channel" | "channel_id" | "guild_id" | "member">>;
type Base = APIBaseInteraction<InteractionType, never>;

/** What an interaction is about, as far as its answers depend on it. */
export interface About extends Partial<
  Pick<InteractionStart, "source" | "focusedType" | "messageType" | "commandName">
> {
  readonly type: InteractionType;
  readonly targetId?: string;
  readonly openerMetadata?: APIMessageInteractionMetadata | null;
}

const attachmentLimit = 10 << 20;

export function envelope(world: World, seat: Seat, channel: Channel, id: string, token: string): Envelope {
  return {
    id,
    application_id: world.applicationId,
    token,
    version: 1,
    guild_id: world.guildId,
    guild: { id: world.guildId, locale: Locale.EnglishUS, features: [] },
    guild_locale: Locale.EnglishUS,
    channel_id: channel.id,
    channel: world.channelPayload(channel),
    member: {
      ...world.memberPayload(seat.person.user),
      user: seat.person.user,
      permissions: world.personPermissions(channel, seat.person).toString(),
    },
    app_permissions: world.botPermissions(channel).toString(),
    locale: seat.locale,
    entitlements: [],
    authorizing_integration_owners: { 0: world.guildId },
    context: InteractionContextType.Guild,
    attachment_size_limit: attachmentLimit,
  };
}

/** What a message that answers the interaction says of it; null for autocomplete, which no message answers. */
export function metadataOf(
  id: string,
  person: Person,
  about: About,
  guildId: string,
): APIMessageInteractionMetadata | null {
  const common = { id, user: person.user, authorizing_integration_owners: { 0: guildId } };
  if (about.type === InteractionType.ApplicationCommand) {
    const target = about.targetId === undefined ? {} : { target_message_id: about.targetId };
    return { ...common, type: InteractionType.ApplicationCommand, ...target };
  }
  if (about.type === InteractionType.MessageComponent) {
    return { ...common, type: InteractionType.MessageComponent, interacted_message_id: about.source?.message.id ?? "" };
  }
  if (about.type !== InteractionType.ModalSubmit) return null;
  const opener = about.openerMetadata ?? null;
  if (opener === null || opener.type === InteractionType.ModalSubmit) return null;
  return { ...common, type: InteractionType.ModalSubmit, triggering_interaction_metadata: opener };
}

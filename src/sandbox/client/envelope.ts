import {
  Locale,
  InteractionType,
  type APIAuthorizingIntegrationOwnersMap,
  type APIBaseInteraction,
  type APIMessageInteractionMetadata,
} from "discord-api-types/v10";
import type { Channel } from "../channels.ts";
import type { InteractionStart } from "../interactions.ts";
import type { Person } from "../people.ts";
import { contextOf, guildOf } from "../reach.ts";
import type { World } from "../world.ts";

/** Where a person is, and what language their client speaks. */
export interface Seat {
  readonly person: Person;
  readonly channelId: string;
  readonly locale: Locale;
}

type Base = APIBaseInteraction<InteractionType, never>;
type Common = Omit<Base, "type" | "data" | "message" | "member" | "user" | "guild_id"> &
  Required<Pick<Base, "channel" | "channel_id">>;

/** What interactions of all kinds have in common: in a guild from a member, elsewhere from a user. */
export type Envelope = (Common & Required<Pick<Base, "guild_id" | "member">>) | (Common & Required<Pick<Base, "user">>);

/** What an interaction is about, as far as its answers depend on it. */
export interface About extends Partial<
  Pick<InteractionStart, "source" | "focusedType" | "messageType" | "commandName">
> {
  readonly type: InteractionType;
  /** Whose installation of the app lets the person do it. */
  readonly owners: APIAuthorizingIntegrationOwnersMap;
  readonly targetId?: string;
  readonly openerMetadata?: APIMessageInteractionMetadata | null;
}

const attachmentLimit = 10 << 20;

export function envelope(
  world: World,
  seat: Seat,
  channel: Channel,
  id: string,
  token: string,
  owners: APIAuthorizingIntegrationOwnersMap,
): Envelope {
  const common: Common = {
    id,
    application_id: world.applicationId,
    token,
    version: 1,
    channel_id: channel.id,
    channel: world.channelPayload(channel),
    app_permissions: world.botPermissions(channel).toString(),
    locale: seat.locale,
    entitlements: [],
    authorizing_integration_owners: owners,
    context: contextOf(channel),
    attachment_size_limit: attachmentLimit,
  };
  const guildId = guildOf(channel, world.guildId);
  if (guildId === null) return { ...common, user: seat.person.user };
  return {
    ...common,
    guild_id: guildId,
    guild: { id: guildId, locale: Locale.EnglishUS, features: [] },
    guild_locale: Locale.EnglishUS,
    member: {
      ...world.memberPayload(seat.person.user),
      user: seat.person.user,
      permissions: world.personPermissions(channel, seat.person).toString(),
    },
  };
}

/** What a message that answers the interaction says of it; null for autocomplete, which no message answers. */
export function metadataOf(
  id: string,
  person: Person,
  about: About,
  owners: APIAuthorizingIntegrationOwnersMap,
): APIMessageInteractionMetadata | null {
  const common = { id, user: person.user, authorizing_integration_owners: owners };
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

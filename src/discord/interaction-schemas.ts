import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ComponentType,
  InteractionType,
} from "discord-api-types/v10";
import { z } from "zod";
import { LIMITS } from "../present/text/limits.ts";
import { bitSet, snowflake } from "./wire-values.ts";

/** The payloads of INTERACTION_CREATE, as far as Footnote reads them. What does not fit is answered as unknown. */

const user = z.object({ id: snowflake });
const name = z.string().max(64);
const customId = z.string().max(200);
/** As many roles as a server can have. */
const ROLES_MOST = 250;

/** Without these an interaction cannot even be answered. */
export const envelope = z.object({
  id: snowflake,
  application_id: snowflake,
  token: z.string().min(1).max(2_048),
  locale: z.string().max(32).catch("en-US"),
  /** What the bot may do where the interaction happened, as a bit set. */
  app_permissions: bitSet.nullish().catch(null),
  guild_id: snowflake.nullish().catch(null),
  /** Ids by the kind of installation that the interaction is due to; `0` for a server, `1` for a person. */
  authorizing_integration_owners: z.record(z.string(), z.unknown()).nullish().catch(null),
});

/** Somebody in a server: roles, and what they may do in the channel, all rules of the server applied. */
const member = z.object({
  user,
  permissions: bitSet.nullish().catch(null),
  roles: z.array(snowflake).max(ROLES_MOST).catch([]),
});

/** Who did it, and where. */
const place = {
  user: user.nullish(),
  member: member.nullish(),
  guild_id: snowflake.nullish(),
  channel_id: snowflake.nullish(),
  /** A thread names the channel it belongs to. */
  channel: z
    .object({ type: z.number(), parent_id: snowflake.nullish().catch(null) })
    .nullable()
    .catch(null),
  context: z.number().nullish().catch(null),
};

export type Place = z.infer<z.ZodObject<typeof place>>;

const optionValue = z.object({
  name,
  type: z.number(),
  value: z.union([z.string(), z.number(), z.boolean()]),
  focused: z.boolean().optional(),
});

const optionValues = z.array(optionValue).max(LIMITS.command.options);

/** Either what was filled in, or the one subcommand that was chosen with what was filled in of it. */
const options = z
  .union([
    z
      .tuple([
        z.object({
          name,
          type: z.literal(ApplicationCommandOptionType.Subcommand),
          options: optionValues.default([]),
        }),
      ])
      .transform(([{ name: subcommand, options: values }]) => ({ subcommand, values })),
    optionValues.transform((values) => ({ subcommand: null, values })),
  ])
  .default({ subcommand: null, values: [] });

export type FilledOption = z.infer<typeof optionValue>;

/** An uploaded file, as it is told of. */
export const attachment = z.object({
  filename: z.string().max(1_000),
  size: z.number().int().nonnegative(),
  url: z.string().max(2_048),
  content_type: z.string().max(200).nullish().catch(null),
});

const command = z.object({
  ...place,
  type: z.literal(InteractionType.ApplicationCommand),
  data: z.discriminatedUnion("type", [
    z.object({
      name,
      type: z.literal(ApplicationCommandType.ChatInput),
      options,
      resolved: z.object({ attachments: z.record(z.string(), z.unknown()).default({}) }).catch({ attachments: {} }),
    }),
    z.object({
      name,
      type: z.literal(ApplicationCommandType.Message),
      target_id: snowflake,
      resolved: z.object({ messages: z.record(z.string(), z.unknown()) }),
    }),
  ]),
});

const autocomplete = z.object({
  ...place,
  type: z.literal(InteractionType.ApplicationCommandAutocomplete),
  data: z.object({ name, options }),
});

/** The message that a component or a form belongs to. */
const message = z.object({
  flags: z.number().int().default(0),
  interaction_metadata: z.object({ user }).nullish(),
  embeds: z.array(z.object({ title: z.string().max(LIMITS.embed.titleLength).optional() })).catch([]),
});

export type SourceMessage = z.infer<typeof message>;

const picked = z.array(snowflake).max(LIMITS.component.selectOptions).default([]);

/** A channel that was chosen, with what whoever chose it may do there. */
export const pickedChannel = z.object({ type: z.number(), permissions: bitSet });

const component = z.object({
  ...place,
  type: z.literal(InteractionType.MessageComponent),
  data: z.discriminatedUnion("component_type", [
    z.object({ custom_id: customId, component_type: z.literal(ComponentType.Button) }),
    z.object({
      custom_id: customId,
      component_type: z.literal(ComponentType.StringSelect),
      values: z.array(customId).max(LIMITS.component.selectOptions).default([]),
    }),
    z.object({ custom_id: customId, component_type: z.literal(ComponentType.RoleSelect), values: picked }),
    z.object({
      custom_id: customId,
      component_type: z.literal(ComponentType.ChannelSelect),
      values: picked,
      resolved: z.object({ channels: z.record(z.string(), z.unknown()) }).catch({ channels: {} }),
    }),
  ]),
  message,
});

const textInput = z.object({
  type: z.literal(ComponentType.TextInput),
  custom_id: customId,
  value: z.string().max(LIMITS.modal.inputValueLength),
});

const form = z.object({
  ...place,
  type: z.literal(InteractionType.ModalSubmit),
  data: z.object({
    custom_id: customId,
    components: z
      .array(
        z.discriminatedUnion("type", [
          z.object({ type: z.literal(ComponentType.Label), component: textInput }),
          z.object({ type: z.literal(ComponentType.ActionRow), components: z.tuple([textInput]) }),
        ]),
      )
      .max(LIMITS.modal.components),
  }),
  message: message.nullable().default(null),
});

export type FormPayload = z.infer<typeof form>;

export const body = z.discriminatedUnion("type", [command, autocomplete, component, form]);

export type Body = z.infer<typeof body>;

import { ApplicationCommandType, ComponentType, InteractionType, MessageFlags } from "discord-api-types/v10";
import { z } from "zod";
import { LIMITS } from "../present/limits.ts";

/** Where the answers to one interaction go. Its token is a secret for 15 minutes. */
export interface Address {
  readonly applicationId: string;
  readonly id: string;
  readonly token: string;
}

export type OptionValue = string | number | boolean;

interface Received {
  readonly address: Address;
  /** Locale of the person's client. */
  readonly locale: string;
}

/** What a person did, as far as we have an answer for it. */
export type Interaction =
  | (Received & {
      readonly kind: "command";
      readonly name: string;
      readonly values: ReadonlyMap<string, OptionValue>;
    })
  | (Received & {
      readonly kind: "autocomplete";
      readonly name: string;
      readonly option: string;
      readonly typed: string;
    })
  | (Received & {
      readonly kind: "action";
      readonly customId: string;
      readonly values: readonly string[];
      /** Whether the person who pressed is the one whose command the message answers. */
      readonly byAsker: boolean;
      /** Title of the message pressed, as Discord Markdown; null for a message without one. */
      readonly title: string | null;
    })
  /** Modals, context menus, kinds that Discord adds later, and payloads that make no sense. */
  | (Received & { readonly kind: "unknown" });

const snowflake = z.string().regex(/^\d{1,20}$/u);
const user = z.object({ id: snowflake });
const name = z.string().max(64);

const envelope = z.object({
  id: snowflake,
  application_id: snowflake,
  token: z.string().min(1).max(2_048),
  locale: z.string().max(32).catch("en-US"),
});

const optionValue = z.object({
  name,
  value: z.union([z.string(), z.number(), z.boolean()]),
  focused: z.boolean().optional(),
});

const command = z.object({
  type: z.literal(InteractionType.ApplicationCommand),
  data: z.object({
    name,
    type: z.literal(ApplicationCommandType.ChatInput),
    options: z.array(optionValue).max(25).default([]),
  }),
});

const autocomplete = z.object({
  type: z.literal(InteractionType.ApplicationCommandAutocomplete),
  data: z.object({ name, options: z.array(optionValue).max(25) }),
});

const component = z.object({
  type: z.literal(InteractionType.MessageComponent),
  user: user.optional(),
  member: z.object({ user }).optional(),
  data: z.object({
    custom_id: z.string().max(200),
    component_type: z.union([z.literal(ComponentType.Button), z.literal(ComponentType.StringSelect)]),
    values: z.array(z.string().max(200)).max(25).default([]),
  }),
  message: z.object({
    flags: z.number().int().default(0),
    interaction_metadata: z.object({ user }).nullish(),
    embeds: z.array(z.object({ title: z.string().max(LIMITS.embed.titleLength).optional() })).catch([]),
  }),
});

const body = z.discriminatedUnion("type", [command, autocomplete, component]);

/**
 * Reads the payload of an INTERACTION_CREATE event, which is checked although it comes from Discord: years pass, kinds
 * are added, and one surprise must not end the bot.
 *
 * @returns null when it cannot even be answered.
 */
export function readInteraction(payload: unknown): Interaction | null {
  const head = envelope.safeParse(payload);
  if (!head.success) return null;
  const { id, application_id: applicationId, token, locale } = head.data;
  const received: Received = { address: { applicationId, id, token }, locale };
  const content = body.safeParse(payload);
  return content.success ? fromBody(received, content.data) : { ...received, kind: "unknown" };
}

function fromBody(received: Received, content: z.infer<typeof body>): Interaction {
  switch (content.type) {
    case InteractionType.ApplicationCommand: {
      const { name, options } = content.data;
      return { ...received, kind: "command", name, values: new Map(options.map(({ name, value }) => [name, value])) };
    }
    case InteractionType.ApplicationCommandAutocomplete: {
      const focused = content.data.options.find((option) => option.focused === true);
      const typed = String(focused?.value ?? "");
      return { ...received, kind: "autocomplete", name: content.data.name, option: focused?.name ?? "", typed };
    }
    case InteractionType.MessageComponent: {
      const { custom_id: customId, values } = content.data;
      const title = content.message.embeds[0]?.title ?? null;
      return { ...received, kind: "action", customId, values, byAsker: isByAsker(content), title };
    }
  }
}

/** Only the person who asked sees an ephemeral message, so only that person can press. */
function isByAsker({ user, member, message }: z.infer<typeof component>): boolean {
  if ((message.flags & MessageFlags.Ephemeral) !== 0) return true;
  const presser = (member?.user ?? user)?.id;
  return presser !== undefined && presser === message.interaction_metadata?.user.id;
}

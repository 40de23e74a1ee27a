import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
} from "discord-api-types/v10";
import { z } from "zod";
import type { Command, OptionSpec } from "../domain/command.ts";

const optionSchema = z.object({
  type: z.number(),
  name: z.string(),
  description: z.string(),
  required: z.boolean().default(false),
  autocomplete: z.boolean().optional(),
  max_length: z.number().optional(),
  min_value: z.number().optional(),
  max_value: z.number().optional(),
});

const OPTION_KEYS = optionSchema.keyof().options;

const registrationSchema = z.object({
  type: z.number().default(ApplicationCommandType.ChatInput),
  name: z.string(),
  description: z.string(),
  options: z.array(optionSchema).default([]),
  contexts: z.array(z.number()).nullish(),
  integration_types: z.array(z.number()).nullish(),
});

/** A command as Discord registers it. */
export type Registration = z.output<typeof registrationSchema>;

/** Who can install the commands, and where they are offered: servers, and the bot's own direct messages. */
const INSTALLED_TO = [ApplicationIntegrationType.GuildInstall];
const OFFERED_IN = [InteractionContextType.Guild, InteractionContextType.BotDM];

/** Says a command in the words of Discord's registration. */
export function toRegistration({ name, description, options }: Command): Registration {
  return {
    type: ApplicationCommandType.ChatInput,
    name,
    description,
    options: Object.entries(options).map(([name, spec]) => toOption(name, spec)),
    contexts: OFFERED_IN,
    integration_types: INSTALLED_TO,
  };
}

function toOption(name: string, spec: OptionSpec): Registration["options"][number] {
  const { description, required } = spec;
  const common = { name, description, required };
  switch (spec.type) {
    case "text":
      return {
        ...common,
        type: ApplicationCommandOptionType.String,
        autocomplete: spec.autocomplete,
        max_length: spec.maxLength,
      };
    case "flag":
      return { ...common, type: ApplicationCommandOptionType.Boolean };
    case "count":
      return { ...common, type: ApplicationCommandOptionType.Integer, min_value: spec.min, max_value: spec.max };
  }
}

/**
 * Whether what Discord has registered is what we would register, whatever else it tells (ids, versions, defaults) and in
 * whatever order it lists the commands.
 *
 * @param registered The answer to `GET /applications/{id}/commands`.
 */
export function isRegistered(wanted: readonly Registration[], registered: unknown): boolean {
  const known = z.array(registrationSchema).safeParse(registered);
  return known.success && normalise(known.data) === normalise(wanted);
}

/** One text for all ways to say the same: for Discord, `false` is as good as nothing. */
function normalise(registrations: readonly Registration[]): string {
  const plain = registrations.map(({ type, name, description, options, contexts, integration_types }) => ({
    name,
    type,
    description,
    options: options.map((option) => OPTION_KEYS.map((key) => (option[key] === false ? null : option[key]))),
    contexts: contexts?.toSorted((a, b) => a - b),
    integration_types: integration_types?.toSorted((a, b) => a - b),
  }));
  return JSON.stringify(plain.sort((a, b) => (a.name < b.name ? -1 : 1)));
}

import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
} from "discord-api-types/v10";
import { z } from "zod";
import type { AnyCommand, OptionSpec } from "../domain/command.ts";
import { isMessageCommand, shownName } from "./shown-name.ts";

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
  /** A command of a context menu has neither. */
  description: z.string().optional(),
  options: z.array(optionSchema).optional(),
  contexts: z.array(z.number()).nullish(),
  integration_types: z.array(z.number()).nullish(),
});

/** A command as Discord registers it. */
export type Registration = z.output<typeof registrationSchema>;

/** Commands work wherever people are, whether the server installed Footnote or they did for themselves. */
const EVERYWHERE = {
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
};

/** Says a command in the words of Discord's registration. */
export function toRegistration(command: AnyCommand): Registration {
  if (isMessageCommand(command)) {
    return { type: ApplicationCommandType.Message, name: shownName(command.name), ...EVERYWHERE };
  }
  const { name, description, options } = command;
  return {
    type: ApplicationCommandType.ChatInput,
    name,
    description,
    options: Object.entries(options).map(([name, spec]) => toOption(name, spec)),
    ...EVERYWHERE,
  };
}

function toOption(name: string, spec: OptionSpec): z.output<typeof optionSchema> {
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
    description: description ?? "",
    options: (options ?? []).map((option) => OPTION_KEYS.map((key) => (option[key] === false ? null : option[key]))),
    contexts: contexts?.toSorted((a, b) => a - b),
    integration_types: integration_types?.toSorted((a, b) => a - b),
  }));
  return JSON.stringify(plain.sort((a, b) => a.type - b.type || (a.name < b.name ? -1 : 1)));
}

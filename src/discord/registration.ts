import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  Locale,
} from "discord-api-types/v10";
import { z } from "zod";
import type { Command, OptionSpec } from "../domain/command.ts";
import type { Languages } from "../domain/words.ts";
import { type Naming, namingOf } from "./command-naming.ts";

/** By Discord's locale. */
const localizations = z.record(z.string(), z.string()).nullish();

const optionSchema = z.object({
  type: z.number(),
  name: z.string(),
  name_localizations: localizations,
  description: z.string(),
  description_localizations: localizations,
  required: z.boolean().default(false),
  autocomplete: z.boolean().optional(),
  max_length: z.number().optional(),
  min_value: z.number().optional(),
  max_value: z.number().optional(),
});

const OPTION_KEYS = ["type", "required", "autocomplete", "max_length", "min_value", "max_value"] as const;

const registrationSchema = z.object({
  type: z.number().default(ApplicationCommandType.ChatInput),
  name: z.string(),
  name_localizations: localizations,
  description: z.string(),
  description_localizations: localizations,
  options: z.array(optionSchema).default([]),
  contexts: z.array(z.number()).nullish(),
  integration_types: z.array(z.number()).nullish(),
});

/** A command as Discord registers it. */
export type Registration = z.output<typeof registrationSchema>;

/** Who can install the commands, and where they are offered: servers, and the bot's own direct messages. */
const INSTALLED_TO = [ApplicationIntegrationType.GuildInstall];
const OFFERED_IN = [InteractionContextType.Guild, InteractionContextType.BotDM];

/** Says a command in the words of Discord's registration, in every language that is also Discord's. */
export function toRegistration({ name, options }: Command, languages: Languages): Registration {
  return {
    type: ApplicationCommandType.ChatInput,
    ...namesOf(languages, name, null),
    options: Object.entries(options).map(([option, spec]) => toOption(namesOf(languages, name, option), spec)),
    contexts: OFFERED_IN,
    integration_types: INSTALLED_TO,
  };
}

type Names = Pick<Registration, "name" | "name_localizations" | "description" | "description_localizations">;

function namesOf({ english, all }: Languages, command: string, option: string | null): Names {
  const own = option ?? command;
  const localized = all.flatMap((words): readonly (readonly [locale: string, naming: Naming])[] => {
    const naming = words === english ? null : namingOf(words, command, option);
    return naming === null ? [] : localesOf(words.language).map((locale) => [locale, naming]);
  });
  return {
    name: own,
    name_localizations: Object.fromEntries(localized.map(([locale, { name }]) => [locale, name])),
    description: namingOf(english, command, option)?.description ?? own,
    description_localizations: Object.fromEntries(localized.map(([locale, naming]) => [locale, naming.description])),
  };
}

/** Discord's locales of a language: both kinds of Spanish for `es`, none where Discord does not know it. */
function localesOf(language: string): readonly string[] {
  const locales: readonly string[] = Object.values(Locale);
  return locales.filter((locale) => locale === language || locale.startsWith(`${language}-`));
}

function toOption(names: Names, spec: OptionSpec): Registration["options"][number] {
  const common = { ...names, required: spec.required };
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

/** One text for all ways to say the same: for Discord, `false` or an empty object is as good as nothing. */
function normalise(registrations: readonly Registration[]): string {
  const plain = registrations.map(({ options, contexts, integration_types, ...own }) => ({
    ...textsOf(own),
    type: own.type,
    options: options.map((option) => ({
      ...textsOf(option),
      rest: OPTION_KEYS.map((key) => (option[key] === false ? null : option[key])),
    })),
    contexts: contexts?.toSorted((a, b) => a - b),
    integration_types: integration_types?.toSorted((a, b) => a - b),
  }));
  return JSON.stringify(plain.sort((a, b) => (a.name < b.name ? -1 : 1)));
}

function textsOf({ name, name_localizations, description, description_localizations }: Names): object & Names {
  return {
    name,
    name_localizations: sorted(name_localizations),
    description,
    description_localizations: sorted(description_localizations),
  };
}

function sorted(texts: Names["name_localizations"]): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(texts ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  Locale,
  PermissionFlagsBits,
} from "discord-api-types/v10";
import { z } from "zod";
import type { AnyCommand, CommandGroup, OptionSpec, Subcommand } from "../domain/command.ts";
import type { Languages, Words } from "../domain/words.ts";
import { choiceName, namingOf, optionPlace, placeOf } from "./command-naming.ts";
import { isGroup, isMessageCommand, shownName } from "./shown-name.ts";

/** By Discord's locale. */
const localizations = z.record(z.string(), z.string()).nullish();

const choiceSchema = z.object({ name: z.string(), name_localizations: localizations, value: z.string() });

const optionShape = {
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
  choices: z.array(choiceSchema).optional(),
};

/** Options of subcommands are no subcommands: what is nested deeper is none of ours. */
const optionSchema = z.object({ ...optionShape, options: z.array(z.object(optionShape)).optional() });

const OPTION_KEYS = ["type", "required", "autocomplete", "max_length", "min_value", "max_value"] as const;

const registrationSchema = z.object({
  type: z.number().default(ApplicationCommandType.ChatInput),
  name: z.string(),
  name_localizations: localizations,
  /** A command of a context menu has no description and no options. */
  description: z.string().optional(),
  description_localizations: localizations,
  options: z.array(optionSchema).optional(),
  contexts: z.array(z.number()).nullish(),
  integration_types: z.array(z.number()).nullish(),
  /** Bit set of what people must be allowed to see the command; servers can change it, so that it protects nothing. */
  default_member_permissions: z.string().nullish(),
});

/** A command as Discord registers it. */
export type Registration = z.output<typeof registrationSchema>;

/** Commands work wherever people are, whether the server installed Footnote or they did for themselves. */
const EVERYWHERE = {
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
};

/** Says a command in the words of Discord's registration, in every language that is also Discord's. */
export function toRegistration(command: AnyCommand, languages: Languages): Registration {
  const { name } = command;
  if (isMessageCommand(command)) {
    return {
      type: ApplicationCommandType.Message,
      name: shownName(languages.english, name),
      name_localizations: translated(languages, (words) => shownName(words, name)),
      ...reachOf(command),
    };
  }
  const place = placeOf(name, null);
  return {
    type: ApplicationCommandType.ChatInput,
    ...namesOf(languages, place, name),
    options: isGroup(command)
      ? partsOf(command).map((part) => toSubcommand(part, languages))
      : toOptions(command, place, languages),
    ...reachOf(command),
  };
}

function toSubcommand({ name, part, place }: PlacedPart, languages: Languages): Option {
  const options = toOptions(part, place, languages);
  const type = ApplicationCommandOptionType.Subcommand;
  return { type, ...namesOf(languages, place, name), required: false, options };
}

/** A subcommand, and where the catalogues tell of it. */
interface PlacedPart {
  readonly name: string;
  readonly part: Subcommand;
  readonly place: string;
}

function partsOf({ name: command, subcommands }: CommandGroup): readonly PlacedPart[] {
  return Object.entries(subcommands).map(([name, part]) => ({ name, part, place: placeOf(command, name) }));
}

function toOptions({ options }: Subcommand, above: string, languages: Languages): Option[] {
  return Object.entries(options).map(([own, spec]) => {
    const place = optionPlace(above, own);
    return toOption(namesOf(languages, place, own), spec, (value) => choiceOf(languages, place, value));
  });
}

/** Where a command is shown, and to whom. Who is a moderator is not Discord's to know, so that theirs are shown to all. */
function reachOf({
  needs,
}: AnyCommand): Pick<Registration, "contexts" | "integration_types" | "default_member_permissions"> {
  if (needs === undefined) return EVERYWHERE;
  const inServers = {
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  };
  return needs === "manager"
    ? { ...inServers, default_member_permissions: String(PermissionFlagsBits.ManageGuild) }
    : inServers;
}

type Option = z.output<typeof optionSchema>;
type Names = Pick<Option, "name" | "name_localizations" | "description" | "description_localizations">;

function namesOf(languages: Languages, place: string, name: string): Names {
  return {
    name,
    name_localizations: translated(languages, (words) => namingOf(words, place)?.name ?? null),
    description: namingOf(languages.english, place)?.description ?? name,
    description_localizations: translated(languages, (words) => namingOf(words, place)?.description ?? null),
  };
}

/** What a text is in every language but English, by Discord's locales. */
function translated(
  { english, all }: Languages,
  textOf: (words: Words) => string | null,
): Readonly<Record<string, string>> {
  const entries = all.flatMap((words) => {
    const text = words === english ? null : textOf(words);
    return text === null ? [] : localesOf(words.language).map((locale) => [locale, text] as const);
  });
  return Object.fromEntries(entries);
}

/** Discord's locales of a language: both kinds of Spanish for `es`, none where Discord does not know it. */
function localesOf(language: string): readonly string[] {
  const locales: readonly string[] = Object.values(Locale);
  return locales.filter((locale) => locale === language || locale.startsWith(`${language}-`));
}

function choiceOf(languages: Languages, place: string, value: string): z.output<typeof choiceSchema> {
  return {
    name: choiceName(languages.english, place, value) ?? value,
    name_localizations: translated(languages, (words) => choiceName(words, place, value)),
    value,
  };
}

function toOption(names: Names, spec: OptionSpec, toChoice: (value: string) => z.output<typeof choiceSchema>): Option {
  const common = { ...names, required: spec.required };
  switch (spec.type) {
    case "text":
      return {
        ...common,
        type: ApplicationCommandOptionType.String,
        autocomplete: spec.autocomplete,
        max_length: spec.maxLength,
      };
    case "choice":
      return { ...common, type: ApplicationCommandOptionType.String, choices: spec.values.map(toChoice) };
    case "flag":
      return { ...common, type: ApplicationCommandOptionType.Boolean };
    case "count":
      return { ...common, type: ApplicationCommandOptionType.Integer, min_value: spec.min, max_value: spec.max };
    case "file":
      return { ...common, type: ApplicationCommandOptionType.Attachment };
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
  const plain = registrations.map((one) => ({
    type: one.type,
    name: one.name,
    texts: textsOf(one),
    options: (one.options ?? []).map((option) => [plainOption(option), (option.options ?? []).map(plainOption)]),
    contexts: one.contexts?.toSorted((a, b) => a - b),
    integration_types: one.integration_types?.toSorted((a, b) => a - b),
    permissions: one.default_member_permissions ?? null,
  }));
  return JSON.stringify(plain.sort((a, b) => a.type - b.type || (a.name < b.name ? -1 : 1)));
}

function plainOption(option: Omit<Option, "options">) {
  return {
    texts: textsOf(option),
    rest: OPTION_KEYS.map((key) => (option[key] === false ? null : option[key])),
    choices: (option.choices ?? []).map(({ name, name_localizations, value }) => [
      name,
      sorted(name_localizations),
      value,
    ]),
  };
}

function textsOf(named: Omit<Names, "description"> & Pick<Registration, "description">): readonly unknown[] {
  return [
    named.name,
    sorted(named.name_localizations),
    named.description ?? "",
    sorted(named.description_localizations),
  ];
}

function sorted(texts: Registration["name_localizations"]): readonly unknown[] {
  return Object.entries(texts ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

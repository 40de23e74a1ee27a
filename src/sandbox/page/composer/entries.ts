import type { APIApplicationCommand, APIApplicationCommandOption } from "discord-api-types/v10";
import { commandType, optionType } from "../discord-types.ts";
import { localised } from "../localised.ts";

type BasicOption = Exclude<
  APIApplicationCommandOption,
  { type: typeof optionType.subcommand | typeof optionType.group }
>;

/** An option a person fills in: anything but a subcommand or a group of them. */
export type FillableOption = BasicOption & {
  /** Its name in the reader's language; `name` is what is sent. */
  readonly label: string;
};

/** Something that can be typed after `/`: a command, or one of its subcommands. */
export interface CommandEntry {
  readonly command: APIApplicationCommand;
  /** Names of the group and the subcommand, outermost first; empty for a command without any. */
  readonly path: readonly PathStep[];
  /** As shown, without the slash: `ask`, `settings language`. */
  readonly label: string;
  /** The same in the default language, by which it is found too. */
  readonly plain: string;
  readonly description: string;
  /** Required ones first, as Discord shows them. */
  readonly options: readonly FillableOption[];
}

interface PathStep {
  readonly name: string;
  readonly type: typeof optionType.subcommand | typeof optionType.group;
}

/** Everything that can be typed after `/`, by name. */
export function commandEntries(commands: readonly APIApplicationCommand[], locale: string): readonly CommandEntry[] {
  return commands
    .filter((command) => command.type === commandType.slash)
    .flatMap((command) => entriesBelow(command, [], nameOf(command, locale), command, locale))
    .sort((a, b) => a.label.localeCompare(b.label));
}

/** Entries that fit what was typed after the slash: names beginning with it, then names holding it, then descriptions. */
export function matchingEntries(entries: readonly CommandEntry[], typed: string): readonly CommandEntry[] {
  const wanted = typed.trim().toLowerCase();
  const rank = (entry: CommandEntry): number =>
    entry.label.startsWith(wanted) || entry.plain.startsWith(wanted)
      ? 0
      : entry.label.includes(wanted) || entry.plain.includes(wanted)
        ? 1
        : entry.description.toLowerCase().includes(wanted)
          ? 2
          : 3;
  return entries.filter((entry) => rank(entry) < 3).sort((a, b) => rank(a) - rank(b));
}

/** The entry that `/text` begins with, followed by white space, and what comes after it. */
export function entryTyped(
  entries: readonly CommandEntry[],
  text: string,
): { readonly entry: CommandEntry; readonly rest: string } | null {
  const isTyped = (name: string): boolean => {
    const next = text.charAt(name.length + 1);
    return text.toLowerCase().startsWith(`/${name}`) && next !== "" && next.trim() === "";
  };
  for (const entry of entries) {
    const name = [entry.label, entry.plain].find((one) => isTyped(one));
    if (name !== undefined) {
      return { entry, rest: text.slice(name.length + 2) };
    }
  }
  return null;
}

/** A name as shown, and as it is in the default language. */
interface Name {
  readonly label: string;
  readonly plain: string;
}

interface Described {
  readonly description?: string;
  readonly description_localizations?: Readonly<Record<string, string | null>> | null | undefined;
  readonly options?: readonly APIApplicationCommandOption[] | undefined;
}

function entriesBelow(
  command: APIApplicationCommand,
  path: readonly PathStep[],
  { label, plain }: Name,
  node: Described,
  locale: string,
): readonly CommandEntry[] {
  const options = node.options ?? [];
  const below = options.flatMap((option) => {
    if (isFillable(option)) {
      return [];
    }
    const own = nameOf(option, locale);
    const name = { label: `${label} ${own.label}`, plain: `${plain} ${own.plain}` };
    return entriesBelow(command, [...path, { name: option.name, type: option.type }], name, option, locale);
  });
  if (below.length > 0) {
    return below;
  }
  const fillable = options.filter(isFillable).map((option) => shownOption(option, locale));
  return [
    {
      command,
      path,
      label,
      plain,
      description: localised(node.description ?? "", node.description_localizations, locale),
      options: [
        ...fillable.filter(({ required }) => required === true),
        ...fillable.filter(({ required }) => required !== true),
      ],
    },
  ];
}

interface Nameable {
  readonly name: string;
  readonly name_localizations?: Readonly<Record<string, string | null>> | null | undefined;
}

function nameOf(node: Nameable, locale: string): Name {
  return { label: localised(node.name, node.name_localizations, locale), plain: node.name };
}

/** An option with its words, and those of its choices, in the reader's language. */
function shownOption(option: BasicOption, locale: string): FillableOption {
  const description = localised(option.description, option.description_localizations, locale);
  const words = { label: nameOf(option, locale).label, description };
  switch (option.type) {
    case optionType.text:
      return option.autocomplete === true
        ? { ...option, ...words }
        : { ...option, ...words, ...shownChoices(option.choices, locale) };
    case optionType.integer:
      return option.autocomplete === true
        ? { ...option, ...words }
        : { ...option, ...words, ...shownChoices(option.choices, locale) };
    case optionType.number:
      return option.autocomplete === true
        ? { ...option, ...words }
        : { ...option, ...words, ...shownChoices(option.choices, locale) };
    case optionType.boolean:
    case optionType.user:
    case optionType.channel:
    case optionType.role:
    case optionType.mentionable:
    case optionType.attachment:
    default:
      return { ...option, ...words };
  }
}

function shownChoices<C extends Nameable>(
  choices: readonly C[] | undefined,
  locale: string,
): { readonly choices?: C[] } {
  return choices === undefined
    ? {}
    : { choices: choices.map((choice) => ({ ...choice, name: nameOf(choice, locale).label })) };
}

function isFillable(option: APIApplicationCommandOption): option is BasicOption {
  return option.type !== optionType.subcommand && option.type !== optionType.group;
}

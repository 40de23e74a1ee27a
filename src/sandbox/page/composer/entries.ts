import type { APIApplicationCommand, APIApplicationCommandOption } from "discord-api-types/v10";
import { commandType, optionType } from "../discord-types.ts";

/** An option a person fills in: anything but a subcommand or a group of them. */
export type FillableOption = Exclude<
  APIApplicationCommandOption,
  { type: typeof optionType.subcommand | typeof optionType.group }
>;

/** Something that can be typed after `/`: a command, or one of its subcommands. */
export interface CommandEntry {
  readonly command: APIApplicationCommand;
  /** Names of the group and the subcommand, outermost first; empty for a command without any. */
  readonly path: readonly PathStep[];
  /** As typed, without the slash: `ask`, `settings language`. */
  readonly label: string;
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
    .flatMap((command) =>
      entriesBelow(command, [], localised(command.name, command.name_localizations, locale), command, locale),
    )
    .sort((a, b) => a.label.localeCompare(b.label));
}

/** Entries that fit what was typed after the slash: names beginning with it, then names holding it, then descriptions. */
export function matchingEntries(entries: readonly CommandEntry[], typed: string): readonly CommandEntry[] {
  const wanted = typed.trim().toLowerCase();
  const rank = (entry: CommandEntry): number =>
    entry.label.startsWith(wanted)
      ? 0
      : entry.label.includes(wanted)
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
  const entry = entries.find(({ label }) => {
    const next = text.charAt(label.length + 1);
    return text.toLowerCase().startsWith(`/${label}`) && next !== "" && next.trim() === "";
  });
  return entry === undefined ? null : { entry, rest: text.slice(entry.label.length + 2) };
}

interface Described {
  readonly description?: string;
  readonly description_localizations?: Readonly<Record<string, string | null>> | null | undefined;
  readonly options?: readonly APIApplicationCommandOption[] | undefined;
}

function entriesBelow(
  command: APIApplicationCommand,
  path: readonly PathStep[],
  label: string,
  node: Described,
  locale: string,
): readonly CommandEntry[] {
  const options = node.options ?? [];
  const below = options.flatMap((option) =>
    isFillable(option)
      ? []
      : entriesBelow(
          command,
          [...path, { name: option.name, type: option.type }],
          `${label} ${localised(option.name, option.name_localizations, locale)}`,
          option,
          locale,
        ),
  );
  if (below.length > 0) {
    return below;
  }
  const fillable = options.filter(isFillable);
  return [
    {
      command,
      path,
      label,
      description: localised(node.description ?? "", node.description_localizations, locale),
      options: [
        ...fillable.filter(({ required }) => required === true),
        ...fillable.filter(({ required }) => required !== true),
      ],
    },
  ];
}

function isFillable(option: APIApplicationCommandOption): option is FillableOption {
  return option.type !== optionType.subcommand && option.type !== optionType.group;
}

/** What a client of that locale shows: the translation where there is one. */
export function localised(
  text: string,
  translations: Readonly<Record<string, string | null>> | null | undefined,
  locale: string,
): string {
  return translations?.[locale] ?? text;
}

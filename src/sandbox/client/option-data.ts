import {
  ApplicationCommandOptionType,
  type APIApplicationCommandInteractionDataBasicOption,
  type APIApplicationCommandInteractionDataOption,
  type APIApplicationCommandOption,
  type APIAttachment,
  type InteractionType,
} from "discord-api-types/v10";
import type { Files } from "../files.ts";
import type { FilledOption } from "../page-protocol.ts";

const kind = ApplicationCommandOptionType;

type Sent<T extends InteractionType> = APIApplicationCommandInteractionDataOption<T>;
type Basic<T extends InteractionType> = APIApplicationCommandInteractionDataBasicOption<T>;
type Build<T extends InteractionType> = (option: APIApplicationCommandOption, given: FilledOption) => Basic<T> | null;

/** A sent command's options, which `problemIn` has found good, as the bot receives them. */
export function sentOptions(
  declared: readonly APIApplicationCommandOption[],
  filled: readonly FilledOption[],
): Sent<InteractionType.ApplicationCommand>[] {
  return level(declared, filled, (option, { name, value }) => {
    if (option.type === kind.String && typeof value === "string") return { name, type: kind.String, value };
    if (option.type === kind.Integer && typeof value === "number") return { name, type: kind.Integer, value };
    if (option.type === kind.Number && typeof value === "number") return { name, type: kind.Number, value };
    if (option.type === kind.Boolean && typeof value === "boolean") return { name, type: kind.Boolean, value };
    if (option.type === kind.Attachment && typeof value === "string") return { name, type: kind.Attachment, value };
    return null;
  });
}

/** What is told of the files among a sent command's options: kept for its sake alone. Null where one is not there. */
export function resolvedFiles(
  options: readonly Sent<InteractionType.ApplicationCommand>[],
  files: Files,
): { readonly resolved?: { readonly attachments: Record<string, APIAttachment> } } | null {
  const ids = fileIds(options);
  const told = ids.map((id) => files.told(id)).filter((one) => one !== undefined);
  if (told.length < ids.length) return null;
  const attachments = Object.fromEntries(told.map((one) => [one.id, { ...one, ephemeral: true }]));
  return ids.length === 0 ? {} : { resolved: { attachments } };
}

function fileIds(options: readonly Sent<InteractionType.ApplicationCommand>[]): readonly string[] {
  return options.flatMap((option) => {
    if (option.type === kind.Attachment) return [option.value];
    return "options" in option ? fileIds(option.options ?? []) : [];
  });
}

/** Options while a person types: numbers come as the text typed so far, and one is marked as focused. */
export function typedOptions(
  declared: readonly APIApplicationCommandOption[],
  filled: readonly FilledOption[],
  focused: string,
): Sent<InteractionType.ApplicationCommandAutocomplete>[] {
  return level(declared, filled, (option, { name, value }) => {
    const mark = name === focused ? { focused: true } : {};
    const text = String(value ?? "");
    if (option.type === kind.String) return { name, type: kind.String, value: text, ...mark };
    if (option.type === kind.Integer) return { name, type: kind.Integer, value: text, ...mark };
    if (option.type === kind.Number) return { name, type: kind.Number, value: text, ...mark };
    if (option.type === kind.Boolean && typeof value === "boolean") return { name, type: kind.Boolean, value };
    return null;
  });
}

function level<T extends InteractionType>(
  declared: readonly APIApplicationCommandOption[],
  filled: readonly FilledOption[],
  build: Build<T>,
): Sent<T>[] {
  return declared.flatMap((option): Sent<T>[] => {
    const given = filled.find((one) => one.name === option.name);
    if (given === undefined) return [];
    if (option.type === kind.Subcommand) {
      return [{ name: option.name, type: kind.Subcommand, options: basics(option.options ?? [], given, build) }];
    }
    if (option.type === kind.SubcommandGroup) {
      const inner = (option.options ?? []).flatMap((sub) => {
        const chosen = (given.options ?? []).find((one) => one.name === sub.name);
        if (chosen === undefined) return [];
        return [{ name: sub.name, type: kind.Subcommand, options: basics(sub.options ?? [], chosen, build) } as const];
      });
      return [{ name: option.name, type: kind.SubcommandGroup, options: inner }];
    }
    const built = build(option, given);
    return built === null ? [] : [built];
  });
}

function basics<T extends InteractionType>(
  declared: readonly APIApplicationCommandOption[],
  given: FilledOption,
  build: Build<T>,
): Basic<T>[] {
  return declared.flatMap((option) => {
    const filled = given.options?.find((one) => one.name === option.name);
    const built = filled === undefined ? null : build(option, filled);
    return built === null ? [] : [built];
  });
}

/** Type of the option being typed, wherever it is nested. */
export function focusedType(
  declared: readonly APIApplicationCommandOption[],
  filled: readonly FilledOption[],
  focused: string,
): ApplicationCommandOptionType | null {
  for (const option of declared) {
    const given = filled.find((one) => one.name === option.name);
    if (given === undefined) continue;
    const nested = option.type === kind.Subcommand || option.type === kind.SubcommandGroup;
    if (!nested && option.name === focused) return option.type;
    const inner = nested ? focusedType(option.options ?? [], given.options ?? [], focused) : null;
    if (inner !== null) return inner;
  }
  return null;
}

import { optionType } from "../discord-types.ts";
import { entryTyped } from "./entries.ts";
import type { CommandEntry, FillableOption } from "./entries.ts";

/** A value to pick from a list: `name` is shown, `value` is sent. */
export interface Choice {
  readonly name: string;
  readonly value: string | number | boolean;
}

/** An option being filled in: what was typed, and the choice taken from a list unless it was typed over. */
export interface Field {
  readonly name: string;
  readonly text: string;
  readonly choice: Choice | null;
}

export interface CommandDraft {
  readonly mode: "command";
  readonly entry: CommandEntry;
  readonly fields: readonly Field[];
  /** Name of the field that has, or should get, the keyboard. */
  readonly focused: string | null;
}

/** What stands in the composer: plain text, or a command with its options. */
export type Draft = { readonly mode: "text"; readonly text: string } | CommandDraft;

export const emptyDraft: Draft = Object.freeze({ mode: "text", text: "" });

/** Plain text as typed or pasted. Text that begins with a known command and a space becomes that command. */
export function textTyped(entries: readonly CommandEntry[], text: string): Draft {
  const typed = entryTyped(entries, text);
  return typed === null ? { mode: "text", text } : commandDraft(typed.entry, typed.rest);
}

/**
 * A command with its required options open. `rest` fills them: `name:value` parts go to the option named, whatever
 * stands before the first of them goes to the first option that takes text.
 */
export function commandDraft(entry: CommandEntry, rest: string): CommandDraft {
  const [before, ...named] = splitByName(entry.options, rest);
  const receiver = firstForText(entry.options);
  const given = new Map(named.map((part) => [part.name, part.text]));
  const loose = before?.text ?? "";
  if (receiver !== undefined && loose.trim() !== "" && !given.has(receiver.name)) {
    given.set(receiver.name, loose.trimStart());
  }
  const open = entry.options.filter((option) => option.required === true || given.has(option.name));
  const fields = open.map(({ name }) => ({ name, text: given.get(name) ?? "", choice: null }));
  const last = named.at(-1)?.name ?? (loose.trim() === "" ? undefined : receiver?.name);
  return { mode: "command", entry, fields, focused: last ?? fields[0]?.name ?? null };
}

/**
 * Text typed into a field. Where it ends in ` other:`, the field `other` opens and goes on receiving; the field's own name
 * in front, typed by those who know the command by heart, is no part of its text.
 */
export function fieldTyped(draft: CommandDraft, name: string, typed: string): CommandDraft {
  const label = draft.entry.options.find((option) => option.name === name)?.label ?? name;
  const own = [label, name].find((one) => typed.startsWith(`${one}:`));
  const text = own === undefined ? typed : typed.slice(own.length + 1);
  const [before, ...named] = splitByName(
    draft.entry.options.filter((option) => option.name !== name),
    text,
    { needsSpaceBefore: true },
  );
  if (named.length === 0) {
    return { ...withField(draft, { name, text, choice: null }), focused: name };
  }
  const kept = withField(draft, { name, text: before?.text.trimEnd() ?? "", choice: null });
  return named.reduce<CommandDraft>(
    (filled, part) => ({ ...withField(filled, { ...part, choice: null }), focused: part.name }),
    kept,
  );
}

/** A choice taken from the list of a field. */
export function fieldChosen(draft: CommandDraft, name: string, choice: Choice): CommandDraft {
  return { ...withField(draft, { name, text: choice.name, choice }), focused: name };
}

/** A file that has been uploaded for a field. Meanwhile more may have been filled in, or something else begun. */
export function fileChosen(draft: Draft, entry: CommandEntry, name: string, file: Choice): Draft {
  const isOpen = draft.mode === "command" && draft.entry === entry && draft.fields.some((field) => field.name === name);
  return isOpen ? { ...withField(draft, { name, text: file.name, choice: file }), focused: draft.focused } : draft;
}

/** Opens an optional option and gives it the keyboard. */
export function optionAdded(draft: CommandDraft, name: string): CommandDraft {
  return { ...withField(draft, { name, text: "", choice: null }), focused: name };
}

/** Takes an option away again; the keyboard goes to the field before it. A required one stays. */
export function optionRemoved(draft: CommandDraft, name: string): CommandDraft {
  const at = draft.fields.findIndex((field) => field.name === name);
  const option = draft.entry.options.find((candidate) => candidate.name === name);
  if (at === -1 || option?.required === true) {
    return draft;
  }
  const fields = draft.fields.filter((field) => field.name !== name);
  return { ...draft, fields, focused: fields[Math.max(0, at - 1)]?.name ?? null };
}

/** The draft as one could have typed it, to show and to recall: `/ask question:who attacked albania`. */
export function draftText(draft: Draft): string {
  return draft.mode === "text"
    ? draft.text
    : [`/${draft.entry.label}`, ...draft.fields.map(({ name, text }) => `${name}:${text}`)].join(" ");
}

function withField(draft: CommandDraft, field: Field): CommandDraft {
  const fields = draft.fields.some(({ name }) => name === field.name)
    ? draft.fields.map((known) => (known.name === field.name ? field : known))
    : [...draft.fields, field];
  return { ...draft, fields };
}

function firstForText(options: readonly FillableOption[]): FillableOption | undefined {
  const text = options.filter(({ type }) => type === optionType.text);
  return text.find(({ required }) => required === true) ?? options.find(({ required }) => required === true) ?? text[0];
}

interface Part {
  readonly name: string;
  readonly text: string;
}

/** Cuts text at each `name:` of a known option; the first part, with an empty name, is what stands before them. */
function splitByName(
  options: readonly FillableOption[],
  text: string,
  { needsSpaceBefore = false }: { readonly needsSpaceBefore?: boolean } = {},
): readonly Part[] {
  const known = new Map(options.flatMap(({ name, label }) => [[label, name] as const, [name, name] as const]));
  const cuts = [...text.matchAll(/(^|\s)([-_\p{L}\p{N}]{1,32}):/gu)].filter(
    ([, before, name = ""]) => known.has(name) && !(needsSpaceBefore && before === ""),
  );
  const parts = cuts.map((cut, i) => ({
    name: known.get(cut[2] ?? "") ?? "",
    text: text.slice(cut.index + cut[0].length, cuts[i + 1]?.index).trim(),
  }));
  return [{ name: "", text: text.slice(0, cuts[0]?.index) }, ...parts];
}

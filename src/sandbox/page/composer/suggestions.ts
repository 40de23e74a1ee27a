import type { Proposals } from "../state.ts";
import { emptyDraft } from "./draft.ts";
import type { Choice, Draft } from "./draft.ts";
import { matchingEntries } from "./entries.ts";
import type { CommandEntry, FillableOption } from "./entries.ts";
import { fittingChoices, fixedChoices, hasAutocomplete } from "./values.ts";
import type { Directory } from "./values.ts";

/** The list offered above the composer, told apart by what it lists. */
export type Suggestions =
  | { readonly type: "none" }
  | { readonly type: "commands"; readonly entries: readonly CommandEntry[] }
  | {
      readonly type: "choices";
      readonly option: FillableOption;
      readonly choices: readonly Choice[];
      /** `loading` while the bot is being asked: what is shown may answer what was typed before. */
      readonly status: "ready" | "loading" | "failed";
    };

const none: Suggestions = Object.freeze({ type: "none" });

/** What to offer for the draft as it stands. */
export function suggestionsFor(
  draft: Draft,
  entries: readonly CommandEntry[],
  directory: Directory,
  proposals: Proposals | null,
): Suggestions {
  if (draft.mode === "text") {
    const asksForCommand = draft !== emptyDraft && /^\/[^\n]*$/.test(draft.text);
    return asksForCommand ? { type: "commands", entries: matchingEntries(entries, draft.text.slice(1)) } : none;
  }
  const field = draft.fields.find(({ name }) => name === draft.focused);
  const option = draft.entry.options.find(({ name }) => name === draft.focused);
  if (field === undefined || option === undefined || field.choice !== null) {
    return none;
  }
  const fixed = fixedChoices(option, directory);
  if (fixed !== null) {
    return { type: "choices", option, choices: fittingChoices(fixed, field.text), status: "ready" };
  }
  return hasAutocomplete(option) && proposals !== null
    ? { type: "choices", option, choices: proposals.choices, status: proposals.status }
    : none;
}

/** How many rows the list has. */
export function rowCount(suggestions: Suggestions): number {
  switch (suggestions.type) {
    case "none":
      return 0;
    case "commands":
      return suggestions.entries.length;
    case "choices":
    default:
      return suggestions.choices.length;
  }
}

import type { JSX } from "preact";
import { OptionList } from "../option-list.tsx";
import type { ListedOption } from "../option-list.tsx";
import type { Draft } from "./draft.ts";
import { rowCount } from "./suggestions.ts";
import type { Suggestions } from "./suggestions.ts";

interface SuggestionPanelProps {
  readonly listId: string;
  readonly suggestions: Suggestions;
  readonly closed: boolean;
  readonly active: number;
  readonly draft: Draft;
  /** What is wrong with the option that has the keyboard. */
  readonly problem: string | undefined;
  readonly notice: string;
  readonly onPick: (index: number) => void;
  readonly onActivate: (index: number) => void;
}

/** What stands above the composer: the list to choose from, and one line about what is being filled in. */
export function SuggestionPanel(props: SuggestionPanelProps): JSX.Element {
  const { listId, suggestions, closed, active, draft, problem, notice, onPick, onActivate } = props;
  const rows = rowCount(suggestions);
  const hint = hintFor(draft, suggestions);
  const wordless = problem === undefined && notice === "" && hint === null;
  return (
    <div class={wordless ? "panel panel-list-only" : "panel"}>
      {!closed && rows > 0 && (
        <OptionList
          id={listId}
          label={suggestions.type === "commands" ? "Commands" : "Values"}
          options={listed(suggestions)}
          active={active}
          onPick={onPick}
          onActivate={onActivate}
        />
      )}
      {hint !== null && (
        <p id="option-hint" class="hint">
          <strong>{hint.name}</strong> {hint.description}
        </p>
      )}
      <p class="problem" role="alert">
        {problem ?? notice}
      </p>
      <p class="visually-hidden" role="status">
        {!closed && rows > 0 ? `${rows} ${suggestions.type === "commands" ? "commands" : "values"} offered` : ""}
      </p>
    </div>
  );
}

function listed(suggestions: Suggestions): readonly ListedOption[] {
  switch (suggestions.type) {
    case "none":
      return [];
    case "commands":
      return suggestions.entries.map((entry) => ({
        key: entry.label,
        label: `/${entry.label}`,
        description: entry.description,
        aside: entry.options.map(({ label }) => label).join("  "),
      }));
    case "choices":
    default:
      return suggestions.choices.map((choice) => ({ key: String(choice.value), label: choice.name }));
  }
}

function hintFor(
  draft: Draft,
  suggestions: Suggestions,
): { readonly name: string; readonly description: string } | null {
  if (draft.mode === "text") {
    return null;
  }
  const option = draft.entry.options.find(({ name }) => name === draft.focused);
  if (option === undefined) {
    return { name: `/${draft.entry.label}`, description: draft.entry.description };
  }
  const asked = suggestions.type === "choices" ? suggestions : null;
  const state =
    asked?.status === "failed"
      ? " (the bot did not propose anything in time)"
      : asked?.status === "ready" && asked.choices.length === 0
        ? " (no value fits what you typed)"
        : "";
  return { name: option.label, description: `${option.description}${state}` };
}

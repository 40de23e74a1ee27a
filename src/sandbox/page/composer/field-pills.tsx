import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { CommandDraft, Field } from "./draft.ts";
import { FilePill } from "./file-pill.tsx";
import { takesFile } from "./values.ts";
import type { FieldProblems } from "./values.ts";

interface FieldPillsProps {
  readonly draft: CommandDraft;
  readonly problems: FieldProblems;
  readonly listId: string | undefined;
  readonly activeId: string | undefined;
  readonly onTyped: (name: string, text: string) => void;
  readonly onFile: (name: string, file: File) => void;
  readonly onFocused: (name: string | null) => void;
  readonly onAdded: (name: string) => void;
}

/** A command being filled in: its name, a pill for each open option, and the optional ones that can be opened. */
export function FieldPills(props: FieldPillsProps): JSX.Element {
  const { draft, problems, onFile, onFocused, onAdded } = props;
  const closed = draft.entry.options.filter(({ name }) => !draft.fields.some((field) => field.name === name));
  return (
    <div class="pills">
      <button type="button" class="command-chip" data-role="home" onFocus={() => onFocused(null)}>
        /{draft.entry.label}
      </button>
      {draft.fields.map((field) =>
        takesFile(draft, field.name) ? (
          <FilePill
            key={field.name}
            field={field}
            label={labelOf(draft, field.name)}
            problem={problems[field.name]}
            onFile={(file) => onFile(field.name, file)}
            onFocused={() => onFocused(field.name)}
          />
        ) : (
          <Pill key={field.name} field={field} {...props} />
        ),
      )}
      {closed.map(({ name, label, description }) => (
        <button
          key={name}
          type="button"
          class="add-option"
          data-role="extra"
          title={description}
          onClick={() => onAdded(name)}
        >
          + {label}
        </button>
      ))}
    </div>
  );
}

function Pill({
  field,
  draft,
  problems,
  listId,
  activeId,
  onTyped,
  onFocused,
}: FieldPillsProps & { readonly field: Field }): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  const here = draft.focused === field.name;
  const problem = problems[field.name];
  useLayoutEffect(() => {
    const end = field.text.length;
    input.current?.setSelectionRange(end, end);
  }, [field.choice]);
  return (
    <label class={problem === undefined ? "pill" : "pill pill-wrong"}>
      <span class="pill-name">{labelOf(draft, field.name)}</span>
      <input
        ref={input}
        class="pill-value"
        data-field={field.name}
        type="text"
        value={field.text}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={here && listId !== undefined}
        aria-controls={here ? listId : undefined}
        aria-activedescendant={here ? activeId : undefined}
        aria-invalid={problem !== undefined}
        aria-describedby="option-hint"
        autoComplete="off"
        spellcheck={false}
        onInput={(event) => onTyped(field.name, event.currentTarget.value)}
        onFocus={() => onFocused(field.name)}
      />
    </label>
  );
}

function labelOf(draft: CommandDraft, name: string): string {
  return draft.entry.options.find((option) => option.name === name)?.label ?? name;
}

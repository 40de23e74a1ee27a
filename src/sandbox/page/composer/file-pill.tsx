import type { JSX } from "preact";
import type { Field } from "./draft.ts";

interface FilePillProps {
  readonly field: Field;
  readonly label: string;
  readonly problem: string | undefined;
  readonly onFile: (file: File) => void;
  readonly onFocused: () => void;
}

/** An option that takes a file: the browser's own field, which asks for one by key or press. */
export function FilePill({ field, label, problem, onFile, onFocused }: FilePillProps): JSX.Element {
  return (
    <label class={problem === undefined ? "pill" : "pill pill-wrong"}>
      <span class="pill-name">{label}</span>
      <input
        class="pill-file"
        data-field={field.name}
        type="file"
        aria-invalid={problem !== undefined}
        aria-describedby="option-hint"
        onChange={({ currentTarget: { files } }) => {
          const file = files?.[0];
          if (file !== undefined) {
            onFile(file);
          }
        }}
        onFocus={onFocused}
      />
      <span class="pill-chosen">{field.text === "" ? "choose a file" : field.text}</span>
    </label>
  );
}

import type { JSX, TargetedKeyboardEvent } from "preact";
import { useEffect, useId, useState } from "preact/hooks";
import type { Choice, Select } from "./choices.ts";
import { OptionList, optionId } from "./option-list.tsx";

interface SelectMenuProps {
  readonly select: Select;
  readonly choices: readonly Choice[];
  readonly blocked: boolean;
  readonly waiting: boolean;
  readonly onChoose: (values: readonly string[]) => void;
}

/** A select. One value is sent as soon as it is chosen; several when the list closes. */
export function SelectMenu({ select, choices, blocked, waiting, onChoose }: SelectMenuProps): JSX.Element {
  const id = useId();
  const defaults = choices.filter((choice) => choice.chosen).map(({ value }) => value);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const [chosen, setChosen] = useState<readonly string[]>(defaults);
  const min = select.min_values ?? 1;
  const max = select.max_values ?? 1;
  const unusable = blocked || select.disabled === true || choices.length === 0;
  // The bot may answer a choice with another one made for the person.
  useEffect(() => setChosen(defaults), [defaults.join("\n")]);
  const labels = choices.filter(({ value }) => chosen.includes(value)).map(({ label }) => label);

  const close = (): void => {
    setOpen(false);
    if (max > 1 && open && chosen.length >= min && chosen.join("\n") !== defaults.join("\n")) {
      onChoose(chosen);
    }
  };
  const pick = (index: number): void => {
    const value = choices[index]?.value;
    if (value === undefined) {
      return;
    }
    if (max === 1) {
      const taken = min === 0 && chosen.includes(value) ? [] : [value];
      setChosen(taken);
      setOpen(false);
      onChoose(taken);
    } else if (chosen.includes(value)) {
      setChosen(chosen.filter((other) => other !== value));
    } else if (chosen.length < max) {
      setChosen([...chosen, value]);
    }
  };
  const key = (event: TargetedKeyboardEvent<HTMLButtonElement>): void => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && !unusable) {
      event.preventDefault();
      setActive(open ? (active + step + choices.length) % choices.length : 0);
      setOpen(true);
    } else if (open && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      pick(active);
    } else if (open && event.key === "Escape") {
      event.stopPropagation();
      setOpen(false);
      setChosen(defaults);
    }
  };

  return (
    <div class="select">
      <button
        type="button"
        class="select-button"
        role="combobox"
        aria-haspopup="listbox"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-activedescendant={open ? optionId(id, active) : undefined}
        aria-disabled={unusable}
        aria-busy={waiting}
        aria-label={select.placeholder ?? "Make a selection"}
        onClick={() => (open ? close() : setOpen(!unusable))}
        onKeyDown={key}
        onBlur={close}
      >
        <span class={labels.length > 0 ? "select-value" : "select-value select-empty"}>
          {labels.length > 0 ? labels.join(", ") : (select.placeholder ?? "Make a selection")}
        </span>
        {waiting ? <span class="dots" /> : <span class="chevron" aria-hidden="true" />}
      </button>
      {open && (
        <OptionList
          id={id}
          label={select.placeholder ?? "Choices"}
          options={choices.map(({ value, label, description }) => ({
            key: value,
            label,
            description,
            selected: chosen.includes(value),
          }))}
          active={active}
          multiple={max > 1}
          onPick={pick}
          onActivate={setActive}
        />
      )}
    </div>
  );
}

import type { APIStringSelectComponent } from "discord-api-types/v10";
import type { JSX, TargetedKeyboardEvent } from "preact";
import { useId, useState } from "preact/hooks";
import { OptionList, optionId } from "./option-list.tsx";

interface SelectMenuProps {
  readonly select: APIStringSelectComponent;
  readonly blocked: boolean;
  readonly waiting: boolean;
  readonly onChoose: (values: readonly string[]) => void;
}

/** A string select. One value is sent as soon as it is chosen; several when the list closes. */
export function SelectMenu({ select, blocked, waiting, onChoose }: SelectMenuProps): JSX.Element {
  const id = useId();
  const defaults = select.options.filter((option) => option.default === true).map(({ value }) => value);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const [chosen, setChosen] = useState<readonly string[]>(defaults);
  const min = select.min_values ?? 1;
  const max = select.max_values ?? 1;
  const unusable = blocked || select.disabled === true;
  const labels = select.options.filter(({ value }) => chosen.includes(value)).map(({ label }) => label);

  const close = (): void => {
    setOpen(false);
    if (max > 1 && open && chosen.length >= min && chosen.join("\n") !== defaults.join("\n")) {
      onChoose(chosen);
    }
  };
  const pick = (index: number): void => {
    const value = select.options[index]?.value;
    if (value === undefined) {
      return;
    }
    if (max === 1) {
      setChosen([value]);
      setOpen(false);
      onChoose([value]);
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
      setActive(open ? (active + step + select.options.length) % select.options.length : 0);
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
          options={select.options.map((option) => ({
            key: option.value,
            label: option.label,
            description: option.description,
            selected: chosen.includes(option.value),
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

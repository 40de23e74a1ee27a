import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";

export interface ListedOption {
  readonly key: string;
  readonly label: string;
  readonly description?: string | undefined;
  readonly aside?: string | undefined;
  readonly selected?: boolean;
}

interface OptionListProps {
  readonly id: string;
  readonly label: string;
  readonly options: readonly ListedOption[];
  readonly active: number;
  readonly multiple?: boolean;
  readonly onPick: (index: number) => void;
  readonly onActivate: (index: number) => void;
}

/** Id of an option, for the `aria-activedescendant` of whatever holds the keyboard. */
export function optionId(listId: string, index: number): string {
  return `${listId}-${index}`;
}

/** A listbox whose keyboard stays with the field it belongs to. */
export function OptionList(props: OptionListProps): JSX.Element {
  const { id, label, options, active, multiple = false, onPick, onActivate } = props;
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.scrollIntoView({ block: "nearest" });
  }, []);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: "nearest" });
  }, [active, options]);
  return (
    <ul id={id} ref={list} class="options" role="listbox" aria-label={label} aria-multiselectable={multiple}>
      {options.map((option, index) => (
        <li
          key={option.key}
          id={optionId(id, index)}
          role="option"
          aria-selected={multiple ? option.selected === true : index === active}
          class={index === active ? "option option-active" : "option"}
          onPointerDown={(event) => event.preventDefault()}
          onPointerMove={() => onActivate(index)}
          onClick={() => onPick(index)}
        >
          {multiple && <span class={option.selected === true ? "tick tick-on" : "tick"} aria-hidden="true" />}
          <span class="option-words">
            <span class="option-label">{option.label}</span>
            {option.description !== undefined && <span class="option-description">{option.description}</span>}
          </span>
          {option.aside !== undefined && <span class="option-aside">{option.aside}</span>}
        </li>
      ))}
    </ul>
  );
}

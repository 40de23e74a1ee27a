import type { APIModalInteractionResponseCallbackComponent, APITextInputComponent } from "discord-api-types/v10";
import type { JSX, TargetedKeyboardEvent } from "preact";
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { componentType, paragraphStyle } from "./discord-types.ts";
import { Markdown } from "./markdown-view.tsx";
import type { OpenModal } from "./state.ts";

interface ModalProps {
  readonly open: OpenModal;
  readonly waiting: boolean;
  readonly problem: string | null;
  readonly onSubmit: (values: Readonly<Record<string, string>>) => void;
  readonly onClose: () => void;
}

/** The bot's form. The browser's own modal dialog keeps the keyboard inside and gives it back on closing. */
export function ModalDialog({ open, waiting, problem, onSubmit, onClose }: ModalProps): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const [values, setValues] = useState<Readonly<Record<string, string>>>(() => initialValues(open));
  const titleId = useId();
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    element?.querySelector<HTMLElement>("input, textarea")?.focus();
    return () => {
      element?.close();
      returnCaret();
    };
  }, []);
  const components = open.modal.components;
  return (
    <dialog
      ref={dialog}
      class="modal"
      aria-labelledby={titleId}
      onKeyDown={wrapAround}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          if (!waiting) {
            onSubmit(values);
          }
        }}
      >
        <header class="modal-header">
          <h2 id={titleId}>{open.modal.title}</h2>
          <button type="button" class="icon-button" aria-label="Close" onClick={onClose}>
            ✕
          </button>
        </header>
        <div class="modal-body">
          {components.map((component, place) => (
            <ModalComponent
              key={place}
              component={component}
              values={values}
              onValue={(name, value) => setValues((before) => ({ ...before, [name]: value }))}
            />
          ))}
          {problem !== null && (
            <p class="failure" role="alert">
              Something went wrong. {problem}
            </p>
          )}
        </div>
        <footer class="modal-footer">
          <button type="button" class="button button-secondary" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" class="button button-primary" aria-disabled={waiting} aria-busy={waiting}>
            {waiting ? <span class="dots" aria-label="Waiting for the bot" /> : "Submit"}
          </button>
        </footer>
      </form>
    </dialog>
  );
}

/** Closing gives the focus back, but Chromium leaves the caret behind: what is typed next would be lost. */
function returnCaret(): void {
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement) {
    activeElement.blur();
    activeElement.focus();
  }
}

/** Tab goes round inside the dialog: a browser's own would step out into its toolbar. */
function wrapAround(event: TargetedKeyboardEvent<HTMLDialogElement>): void {
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>("button, input, textarea, a[href]")];
  const [from, to] = event.shiftKey ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]];
  if (event.key === "Tab" && document.activeElement === from) {
    event.preventDefault();
    to?.focus();
  }
}

interface ComponentProps {
  readonly component: APIModalInteractionResponseCallbackComponent;
  readonly values: Readonly<Record<string, string>>;
  readonly onValue: (name: string, value: string) => void;
}

function ModalComponent({ component, values, onValue }: ComponentProps): JSX.Element {
  if (component.type === componentType.textDisplay) {
    return (
      <div class="markdown">
        <Markdown text={component.content} />
      </div>
    );
  }
  if (component.type === componentType.row) {
    return (
      <>
        {component.components.map((input) => (
          <TextInput
            key={input.custom_id}
            input={input}
            label={input.label ?? ""}
            value={values[input.custom_id] ?? ""}
            onValue={(value) => onValue(input.custom_id, value)}
          />
        ))}
      </>
    );
  }
  return component.component.type === componentType.textInput ? (
    <TextInput
      input={component.component}
      label={component.label}
      description={component.description}
      value={values[component.component.custom_id] ?? ""}
      onValue={(value) => onValue(component.component.custom_id, value)}
    />
  ) : (
    <p class="note">This page does not show components of type {component.component.type}.</p>
  );
}

interface TextInputProps {
  readonly input: APITextInputComponent;
  readonly label: string;
  readonly description?: string | undefined;
  readonly value: string;
  readonly onValue: (value: string) => void;
}

function TextInput({ input, label, description, value, onValue }: TextInputProps): JSX.Element {
  const id = useId();
  const max = input.max_length ?? 4_000;
  const shared = {
    id,
    value,
    required: input.required ?? true,
    minLength: input.min_length,
    maxLength: max,
    placeholder: input.placeholder,
    "aria-describedby": `${id}-about`,
  };
  return (
    <div class="modal-field">
      <label for={id}>
        {label}
        {(input.required ?? true) && (
          <span class="required" aria-hidden="true">
            {" "}
            *
          </span>
        )}
      </label>
      {description !== undefined && <p class="modal-description">{description}</p>}
      {input.style === paragraphStyle ? (
        <textarea {...shared} rows={4} onInput={(event) => onValue(event.currentTarget.value)} />
      ) : (
        <input {...shared} type="text" onInput={(event) => onValue(event.currentTarget.value)} />
      )}
      <span id={`${id}-about`} class="counter">
        {value.length} of {max}
      </span>
    </div>
  );
}

function initialValues(open: OpenModal): Readonly<Record<string, string>> {
  const inputs = open.modal.components.flatMap((component) =>
    component.type === componentType.row
      ? component.components
      : component.type === componentType.label && component.component.type === componentType.textInput
        ? [component.component]
        : [],
  );
  return Object.fromEntries(inputs.map((input) => [input.custom_id, input.value ?? ""]));
}

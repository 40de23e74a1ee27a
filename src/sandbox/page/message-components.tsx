import type {
  APIButtonComponent,
  APIComponentInMessageActionRow,
  APIMessage,
  APIMessageTopLevelComponent,
  ButtonStyle,
} from "discord-api-types/v10";
import type { JSX } from "preact";
import { useContext } from "preact/hooks";
import { choicesOf, type Select } from "./choices.ts";
import { componentType } from "./discord-types.ts";
import { OutwardIcon } from "./icons.tsx";
import { webAddress } from "./markdown/link.ts";
import { PageContext } from "./page-context.ts";
import { SelectMenu } from "./select-menu.tsx";

const buttonLooks: Readonly<Record<ButtonStyle, string>> = {
  1: "primary",
  2: "secondary",
  3: "success",
  4: "danger",
  5: "secondary",
  6: "secondary",
};

/** The rows of buttons and selects below a message, and what became of the last press. */
export function MessageComponents({ message }: { readonly message: APIMessage }): JSX.Element | null {
  const { failures } = useContext(PageContext);
  const rows = message.components ?? [];
  const failure = failures.find(({ origin }) => origin.type === "component" && origin.messageId === message.id);
  return rows.length === 0 ? null : (
    <div class="components">
      {rows.map((row, place) => (
        <Row key={place} row={row} message={message} />
      ))}
      {failure !== undefined && (
        <p class="failure" role="alert">
          This interaction failed. {failure.reason}
        </p>
      )}
    </div>
  );
}

function Row({
  row,
  message,
}: {
  readonly row: APIMessageTopLevelComponent;
  readonly message: APIMessage;
}): JSX.Element {
  const { pending, connected, press, choosable } = useContext(PageContext);
  const waiting = pending.find(({ origin }) => origin.type === "component" && origin.messageId === message.id);
  const pressed = waiting?.origin.type === "component" ? waiting.origin.customId : null;
  if (row.type !== componentType.row) {
    return <p class="note">This page does not show components of type {row.type}.</p>;
  }
  return (
    <div class="component-row">
      {row.components.map((component, place) => {
        if (component.type === componentType.button) {
          return (
            <Button
              key={place}
              button={component}
              blocked={pressed !== null || !connected}
              waiting={"custom_id" in component && component.custom_id === pressed}
              onPress={(customId) => press(message, customId, componentType.button, [])}
            />
          );
        }
        return isShown(component) ? (
          <SelectMenu
            key={place}
            select={component}
            choices={choicesOf(component, choosable)}
            blocked={pressed !== null || !connected}
            waiting={component.custom_id === pressed}
            onChoose={(values) => press(message, component.custom_id, component.type, values)}
          />
        ) : (
          <p key={place} class="note">
            This page does not show components of type {component.type}.
          </p>
        );
      })}
    </div>
  );
}

function isShown(component: APIComponentInMessageActionRow): component is Select {
  const { type } = component;
  return type === componentType.select || type === componentType.roleSelect || type === componentType.channelSelect;
}

interface ButtonProps {
  readonly button: APIButtonComponent;
  /** Another press is on its way, or there is no connection. */
  readonly blocked: boolean;
  readonly waiting: boolean;
  readonly onPress: (customId: string) => void;
}

function Button({ button, blocked, waiting, onPress }: ButtonProps): JSX.Element | null {
  if (!("custom_id" in button)) {
    return "url" in button ? (
      <LinkButton url={button.url} label={labelOf(button)} disabled={button.disabled === true} />
    ) : null;
  }
  const unusable = blocked || button.disabled === true;
  return (
    <button
      type="button"
      class={`button button-${buttonLooks[button.style]}`}
      aria-disabled={unusable}
      aria-busy={waiting}
      onClick={() => {
        if (!unusable) {
          onPress(button.custom_id);
        }
      }}
    >
      {waiting ? <span class="dots" aria-label="Waiting for the bot" /> : labelOf(button)}
    </button>
  );
}

function LinkButton({
  url,
  label,
  disabled,
}: {
  readonly url: string;
  readonly label: string;
  readonly disabled: boolean;
}): JSX.Element {
  const address = webAddress(url);
  const look = "button button-secondary";
  return address === null || disabled ? (
    <span class={look} aria-disabled="true">
      {label}
    </span>
  ) : (
    <a class={look} href={address} title={address} target="_blank" rel="noopener noreferrer">
      {label}
      <OutwardIcon />
    </a>
  );
}

function labelOf(button: {
  readonly label?: string;
  readonly emoji?: { readonly name?: string; readonly id?: string };
}): string {
  const { name, id } = button.emoji ?? {};
  const emoji = name === undefined ? "" : id === undefined ? name : `:${name}:`;
  return [emoji, button.label ?? ""].filter((part) => part !== "").join(" ");
}

import type { APIApplicationCommand, APIMessage } from "discord-api-types/v10";
import type { JSX, TargetedKeyboardEvent } from "preact";
import { useContext, useLayoutEffect, useRef, useState } from "preact/hooks";
import { localised } from "./composer/entries.ts";
import { PageContext } from "./page-context.ts";

interface MessageMenuProps {
  readonly message: APIMessage;
  readonly commands: readonly APIApplicationCommand[];
  readonly onCommand: (command: APIApplicationCommand) => void;
}

/** The "⋯" of a message: its text to the clipboard, and the bot's message commands. */
export function MessageMenu({ message, commands, onCommand }: MessageMenuProps): JSX.Element {
  const { locale, botName } = useContext(PageContext);
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (open) {
      menu.current?.querySelector("button")?.focus();
    }
  }, [open]);

  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  const key = (event: TargetedKeyboardEvent<HTMLDivElement>): void => {
    const items = [...(menu.current?.querySelectorAll("button") ?? [])];
    const at = items.findIndex((item) => item === document.activeElement);
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      items[(at + step + items.length) % items.length]?.focus();
    } else if (event.key === "Escape") {
      event.stopPropagation();
      close();
    } else if (event.key === "Tab") {
      setOpen(false);
    }
  };
  const item = (label: string, aside: string | null, act: () => void): JSX.Element => (
    <button
      key={label}
      type="button"
      role="menuitem"
      tabIndex={-1}
      onClick={() => {
        close();
        act();
      }}
    >
      {label}
      {aside !== null && <small>{aside}</small>}
    </button>
  );

  return (
    <div
      class={open ? "message-menu message-menu-open" : "message-menu"}
      onKeyDown={open ? key : undefined}
      onFocusOut={(event) => {
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) {
          setOpen(false);
        }
      }}
    >
      <button
        ref={button}
        type="button"
        class="icon-button"
        aria-label="Message actions"
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        ⋯
      </button>
      {open && (
        <div ref={menu} class="menu" role="menu">
          {item("Copy text", null, () => void navigator.clipboard.writeText(textOf(message)).catch(() => undefined))}
          {commands.map((command) =>
            item(localised(command.name, command.name_localizations, locale), botName, () => onCommand(command)),
          )}
        </div>
      )}
    </div>
  );
}

function textOf(message: APIMessage): string {
  const embeds = message.embeds.map(({ title, description }) => [title, description].filter(Boolean).join("\n"));
  return [message.content, ...embeds].filter((text) => text !== "").join("\n\n");
}

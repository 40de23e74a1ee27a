import type { APIApplicationCommand, APIMessage } from "discord-api-types/v10";
import type { JSX } from "preact";
import { useContext } from "preact/hooks";
import { localised } from "./localised.ts";
import { Menu, type MenuItem } from "./menu.tsx";
import { PageContext } from "./page-context.ts";

interface MessageMenuProps {
  readonly message: APIMessage;
  readonly commands: readonly APIApplicationCommand[];
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly onCommand: (command: APIApplicationCommand) => void;
  /** Null where the persona may not delete it. */
  readonly onDelete: (() => void) | null;
}

/** The "⋯" of a message: its text to the clipboard, the bot's message commands, and an end to it. */
export function MessageMenu({ message, commands, open, onOpen, onCommand, onDelete }: MessageMenuProps): JSX.Element {
  const { locale, botName } = useContext(PageContext);
  const items: readonly MenuItem[] = [
    { key: "copy", label: "Copy text", act: () => copy(textOf(message)) },
    ...commands.map((command) => ({
      key: command.id,
      label: localised(command.name, command.name_localizations, locale),
      aside: botName,
      act: () => onCommand(command),
    })),
    ...(onDelete === null ? [] : [{ key: "delete", label: "Delete message", act: onDelete }]),
  ];
  return (
    <div class={open ? "message-menu message-menu-open" : "message-menu"}>
      <Menu label="Message actions" side="left" items={items} open={open} onOpen={onOpen}>
        ⋯
      </Menu>
    </div>
  );
}

function copy(text: string): void {
  navigator.clipboard.writeText(text).catch(() => undefined);
}

function textOf(message: APIMessage): string {
  const embeds = message.embeds.map(({ title, description }) => [title, description].filter(Boolean).join("\n"));
  return [message.content, ...embeds].filter((text) => text !== "").join("\n\n");
}

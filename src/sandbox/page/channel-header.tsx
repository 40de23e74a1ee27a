import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import type { PageChannel } from "../page-protocol.ts";
import { locales } from "./locales.ts";
import { Menu, type MenuItem } from "./menu.tsx";

interface ChannelHeaderProps {
  readonly channel: PageChannel | null;
  /** What kind of place it is, in a few words. */
  readonly topic: string;
  readonly locale: string;
  readonly sidebarOpen: boolean;
  readonly phone: boolean;
  readonly onSidebar: () => void;
  readonly onLocale: (locale: string) => void;
  readonly onPhone: () => void;
  /** Null where no thread can be started. */
  readonly onThread: (() => void) | null;
  /** Null where the persona may not delete the channel. */
  readonly onDelete: (() => void) | null;
  readonly onFile: (file: File) => void;
}

/** The channel's name, the language of the client, and a menu for everything else. */
export function ChannelHeader(props: ChannelHeaderProps): JSX.Element {
  const { channel, topic, locale, sidebarOpen, onSidebar, onLocale, onFile } = props;
  const [open, setOpen] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  const known = locales.some(({ code }) => code === locale);
  return (
    <header class="channel-header">
      <button
        type="button"
        class="icon-button menu-button"
        aria-label="Channels"
        aria-expanded={sidebarOpen}
        aria-controls="sidebar"
        onClick={onSidebar}
      >
        ☰
      </button>
      <span class="hash" aria-hidden="true">
        {channel?.kind === "direct" || channel?.kind === "group" ? "@" : "#"}
      </span>
      <h2>{channel?.name ?? ""}</h2>
      <span class="topic">{topic}</span>
      <select
        class="locale"
        aria-label="Language of this client"
        value={locale}
        onChange={(event) => onLocale(event.currentTarget.value)}
      >
        {!known && <option value={locale}>{locale}</option>}
        {locales.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
      <input
        ref={file}
        type="file"
        hidden
        accept=".yaml,.yml,.json"
        aria-label="File of a conversation"
        onChange={(event) => {
          const [chosen] = event.currentTarget.files ?? [];
          event.currentTarget.value = "";
          if (chosen !== undefined) {
            onFile(chosen);
          }
        }}
      />
      <div class="header-menu">
        <Menu
          label="Channel actions"
          side="down"
          items={itemsOf(props, () => file.current?.click())}
          open={open}
          onOpen={setOpen}
        >
          ⋯
        </Menu>
      </div>
    </header>
  );
}

function itemsOf({ phone, onThread, onDelete, onPhone }: ChannelHeaderProps, choose: () => void): readonly MenuItem[] {
  return [
    ...(onThread === null ? [] : [{ key: "thread", label: "Start a thread…", act: onThread }]),
    { key: "play", label: "Play a conversation…", description: "from a file", act: choose },
    { key: "phone", label: "A phone’s width", check: { kind: "any", on: phone }, act: onPhone },
    ...(onDelete === null ? [] : [{ key: "delete", label: "Delete this channel", act: onDelete }]),
  ];
}

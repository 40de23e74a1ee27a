import type { JSX } from "preact";
import { locales } from "./locales.ts";

interface ChannelHeaderProps {
  readonly channelName: string;
  readonly guildName: string;
  readonly locale: string;
  readonly menuOpen: boolean;
  readonly onMenu: () => void;
  readonly onLocale: (locale: string) => void;
}

export function ChannelHeader(props: ChannelHeaderProps): JSX.Element {
  const { channelName, guildName, locale, menuOpen, onMenu, onLocale } = props;
  return (
    <header class="channel-header">
      <button
        type="button"
        class="icon-button menu-button"
        aria-label="Channels"
        aria-expanded={menuOpen}
        aria-controls="sidebar"
        onClick={onMenu}
      >
        ☰
      </button>
      <span class="hash" aria-hidden="true">
        #
      </span>
      <h2>{channelName}</h2>
      <span class="topic">{guildName}</span>
      <select
        class="locale"
        aria-label="Language of this client"
        value={locale}
        onChange={(event) => onLocale(event.currentTarget.value)}
      >
        {locales.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </header>
  );
}

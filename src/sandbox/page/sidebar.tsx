import type { APIUser } from "discord-api-types/v10";
import type { JSX } from "preact";
import { AppTag, Avatar } from "./avatar.tsx";
import { displayName } from "./names.ts";
import type { PageState } from "./state.ts";

interface SidebarProps {
  readonly state: PageState;
  readonly open: boolean;
  readonly onChannel: (channelId: string) => void;
}

/** Guild, channels and who is here. On a narrow screen it is folded away until asked for. */
export function Sidebar({ state, open, onChannel }: SidebarProps): JSX.Element {
  return (
    <nav id="sidebar" class={open ? "sidebar sidebar-open" : "sidebar"} aria-label="Channels">
      <h1 class="guild-name">{state.guildName || "Sandbox"}</h1>
      <ul class="channels">
        {state.channels.map(({ id, name }) => (
          <li key={id}>
            <button
              type="button"
              class="channel"
              aria-current={id === state.channelId ? "page" : undefined}
              onClick={() => onChannel(id)}
            >
              <span class="hash" aria-hidden="true">
                #
              </span>
              {name}
            </button>
          </li>
        ))}
      </ul>
      <ul class="members" aria-label="Members">
        <Member user={state.bot} status={state.bot === null ? "No bot is connected" : "Online"} />
        {state.me !== null && <Member user={state.me.user} status="At this page" />}
      </ul>
    </nav>
  );
}

function Member({ user, status }: { readonly user: APIUser | null; readonly status: string }): JSX.Element {
  return (
    <li class="member">
      {user === null ? <span class="avatar avatar-none" /> : <Avatar user={user} />}
      <span class="member-words">
        <span class="member-name">
          {user === null ? "Nobody" : displayName(user)} {user?.bot === true && <AppTag />}
        </span>
        <small>{status}</small>
      </span>
    </li>
  );
}

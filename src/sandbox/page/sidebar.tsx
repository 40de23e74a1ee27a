import type { APIUser } from "discord-api-types/v10";
import type { JSX } from "preact";
import type { PageChannel } from "../page-protocol.ts";
import { AppTag, Avatar } from "./avatar.tsx";
import { placesOf } from "./moves.ts";
import { displayName } from "./names.ts";
import { PersonaMenu } from "./persona-menu.tsx";
import type { PageState } from "./state.ts";

interface SidebarProps {
  readonly state: PageState;
  readonly open: boolean;
  readonly onChannel: (channelId: string) => void;
  readonly onPersona: (personaId: string) => void;
  readonly onClosed: (closed: boolean) => void;
}

const marks: Readonly<Record<PageChannel["kind"], string>> = {
  text: "#",
  thread: "↳",
  direct: "@",
  group: "@",
  foreign: "#",
};

/** Places, and who is here. On a narrow screen it is folded away until asked for. */
export function Sidebar({ state, open, onChannel, onPersona, onClosed }: SidebarProps): JSX.Element {
  const places = placesOf(state);
  const list = (label: string, kinds: readonly PageChannel["kind"][]): JSX.Element => (
    <Places label={label} places={places.filter(({ kind }) => kinds.includes(kind))} state={state} onPick={onChannel} />
  );
  return (
    <nav id="sidebar" class={open ? "sidebar sidebar-open" : "sidebar"} aria-label="Channels">
      <h1 class="guild-name">{state.guildName || "Sandbox"}</h1>
      <div class="channels">
        {list("Channels", ["text", "thread"])}
        {list("Direct messages", ["direct"])}
        {list("Without the bot", ["group", "foreign"])}
      </div>
      <ul class="members" aria-label="Members">
        <Member user={state.bot} status={state.bot === null ? "No bot is connected" : "Online"} />
      </ul>
      <PersonaMenu state={state} onPersona={onPersona} onClosed={onClosed} />
    </nav>
  );
}

interface PlacesProps {
  readonly label: string;
  readonly places: readonly PageChannel[];
  readonly state: PageState;
  readonly onPick: (channelId: string) => void;
}

function Places({ label, places, state, onPick }: PlacesProps): JSX.Element | null {
  return places.length === 0 ? null : (
    <section aria-label={label}>
      <h2 class="place-heading">{label}</h2>
      <ul class="channel-list">
        {places.map((place) => (
          <li key={place.id}>
            <Place
              place={place}
              here={place.id === state.channelId}
              unread={state.unread.includes(place.id)}
              onPick={() => onPick(place.id)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface PlaceProps {
  readonly place: PageChannel;
  readonly here: boolean;
  readonly unread: boolean;
  readonly onPick: () => void;
}

function Place({ place, here, unread, onPick }: PlaceProps): JSX.Element {
  const looks = ["channel", place.kind === "thread" && "channel-thread", unread && "channel-unread"];
  return (
    <button
      type="button"
      class={looks.filter(Boolean).join(" ")}
      aria-current={here ? "page" : undefined}
      onClick={onPick}
    >
      <span class="hash" aria-hidden="true">
        {marks[place.kind]}
      </span>
      <span class="channel-name">{place.name}</span>
      {unread && (
        <span class="unread">
          <span class="visually-hidden"> (unread)</span>
        </span>
      )}
    </button>
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

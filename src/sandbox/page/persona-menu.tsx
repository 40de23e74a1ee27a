import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Persona } from "../page-protocol.ts";
import { Avatar } from "./avatar.tsx";
import { Menu, type MenuItem } from "./menu.tsx";
import { personaOf } from "./moves.ts";
import { displayName } from "./names.ts";
import type { PageState } from "./state.ts";

interface PersonaMenuProps {
  readonly state: PageState;
  readonly onPersona: (personaId: string) => void;
  readonly onClosed: (closed: boolean) => void;
}

/** Who one is: at one's name, a menu of whom the page can act as. */
export function PersonaMenu({ state, onPersona, onClosed }: PersonaMenuProps): JSX.Element | null {
  const [open, setOpen] = useState(false);
  const me = personaOf(state);
  if (me === null) {
    return null;
  }
  const unread = state.personas.some((persona) => persona !== me && hasUnread(state, persona));
  const items: readonly MenuItem[] = [
    ...state.personas.map((persona) => ({
      key: persona.user.id,
      label: displayName(persona.user),
      description: aboutOf(state, persona),
      ...(hasUnread(state, persona) ? { aside: "unread" } : {}),
      check: { kind: "one" as const, on: persona === me },
      act: () => onPersona(persona.user.id),
    })),
    {
      key: "closed",
      label: "Take direct messages",
      description: "from the bot",
      check: { kind: "any" as const, on: !me.closed },
      act: () => onClosed(!me.closed),
    },
  ];
  return (
    <div class="persona">
      <Menu
        label={`You are ${displayName(me.user)} (${aboutOf(state, me)}). Be somebody else`}
        side="up"
        items={items}
        open={open}
        buttonClass="persona-button member"
        onOpen={setOpen}
      >
        <Avatar user={me.user} />
        <span class="member-words channel-name">
          <span class="member-name">{displayName(me.user)}</span>
          <small>{aboutOf(state, me)}</small>
        </span>
        {unread && <span class="unread" />}
        <span class="hash" aria-hidden="true">
          ⌃
        </span>
      </Menu>
    </div>
  );
}

/** Who they are to the server, and what roles they have. */
function aboutOf({ roles }: PageState, persona: Persona): string {
  const held = roles.filter(({ id }) => persona.roles.includes(id)).map(({ name }) => `@${name}`);
  return [persona.about, ...held].join(" · ");
}

/** Whether something the bot wrote to a persona has not been looked at. */
function hasUnread({ channels, unread }: PageState, { user }: Persona): boolean {
  return channels.some(({ id, ownerId }) => ownerId === user.id && unread.includes(id));
}

import type { APIUser } from "discord-api-types/v10";
import type { JSX } from "preact";
import { avatarColour, displayName, initials } from "./names.ts";

/** Initials on a colour of their own: pictures would have to come from the network. */
export function Avatar({ user, small = false }: { readonly user: APIUser; readonly small?: boolean }): JSX.Element {
  return (
    <span class={`avatar avatar-${avatarColour(user.id)}${small ? " avatar-small" : ""}`} aria-hidden="true">
      {initials(displayName(user))}
    </span>
  );
}

export function AppTag(): JSX.Element {
  return <span class="app-tag">App</span>;
}

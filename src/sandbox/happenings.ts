import type { APIApplicationCommand, APIUser } from "discord-api-types/v10";
import type { Channel } from "./channels.ts";
import type { Person } from "./people.ts";
import type { PageMessage } from "./page-protocol.ts";
import type { Role } from "./roles.ts";

/** What happens in the sandbox that others may want to see: the page, the gateway, a test. */
export type Happening =
  | { readonly type: "message"; readonly fresh: boolean; readonly shown: PageMessage; readonly ownerId: string | null }
  | {
      readonly type: "message-deleted";
      readonly messageId: string;
      readonly channelId: string;
      readonly ownerId: string | null;
    }
  | { readonly type: "channel"; readonly change: "made" | "changed" | "gone"; readonly channel: Channel }
  | { readonly type: "person"; readonly person: Person }
  | { readonly type: "role"; readonly role: Role }
  | { readonly type: "commands"; readonly commands: readonly APIApplicationCommand[] }
  | { readonly type: "bot"; readonly bot: APIUser | null };

type Listener = (happening: Happening) => void;

/** Tells listeners, in order and at once. */
export class Happenings {
  readonly #listeners = new Set<Listener>();

  /** @returns a function that ends the subscription. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  tell(happening: Happening): void {
    for (const listener of this.#listeners) listener(happening);
  }
}

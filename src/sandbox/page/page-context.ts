import type { APIMessage } from "discord-api-types/v10";
import { createContext } from "preact";
import type { Choosable } from "./choices.ts";
import type { FailedInteraction, Pending } from "./state.ts";

/** What every part of a message may need to know or do, wherever it stands. */
export interface PageContextValue {
  /** A locale of Discord's, also good for Intl. */
  readonly locale: string;
  /** Seconds since 1970, renewed every half minute. */
  readonly now: number;
  readonly myId: string;
  readonly botName: string;
  readonly connected: boolean;
  readonly pending: readonly Pending[];
  readonly failures: readonly FailedInteraction[];
  readonly userName: (id: string) => string | undefined;
  /** A command as people write it: with a slash where it is typed. */
  readonly commandName: (name: string) => string;
  readonly channelName: (id: string) => string | undefined;
  readonly roleName: (id: string) => string | undefined;
  /** What the persona can choose where the page is. */
  readonly choosable: Choosable;
  /** `type` is Discord's component type: 2 button; selects: 3 of strings, 6 of roles, 8 of channels. */
  readonly press: (message: APIMessage, customId: string, type: 2 | 3 | 6 | 8, values: readonly string[]) => void;
}

export const PageContext = createContext<PageContextValue>({
  locale: "en-US",
  now: 0,
  myId: "",
  botName: "",
  connected: false,
  pending: [],
  failures: [],
  userName: () => undefined,
  channelName: () => undefined,
  roleName: () => undefined,
  choosable: { roles: [], channels: [] },
  commandName: (name) => name,
  press: () => undefined,
});

import { useEffect, useReducer, useRef } from "preact/hooks";
import type { FromPage } from "../page-protocol.ts";
import { connect } from "./connection.ts";
import type { Connection } from "./connection.ts";
import { initialState, reduce } from "./state.ts";
import type { Action, Origin, PageState } from "./state.ts";

/** The page's state, and the ways to change it. */
export interface PageAccess {
  readonly state: PageState;
  readonly dispatch: (action: Action) => void;
  /** False where there is no connection: nothing is queued. */
  readonly send: (message: FromPage) => boolean;
  /** Sends something that will be answered, and shows it as on its way. */
  readonly ask: (origin: Origin, message: (asking: Asking) => FromPage) => boolean;
}

/** What every message that asks for something carries. */
export interface Asking {
  readonly nonce: string;
  readonly personaId: string;
}

/** Opens a socket to `address` and keeps what it tells. */
export function usePage(address: string): PageAccess {
  const [state, dispatch] = useReducer(reduce, initialState);
  const connection = useRef<Connection | null>(null);
  useEffect(() => {
    const opened = connect(address, {
      received: dispatch,
      changed: (connection) => dispatch({ type: "connection", connection }),
    });
    connection.current = opened;
    return () => opened.close();
  }, [address]);
  const send = (message: FromPage): boolean => connection.current?.send(message) ?? false;
  const { personaId } = state;
  return {
    state,
    dispatch,
    send,
    ask: (origin, message) => {
      const nonce = crypto.randomUUID();
      const wasSent = send(message({ nonce, personaId }));
      if (wasSent) {
        dispatch({ type: "sent", pending: { nonce, personaId, origin } });
      }
      return wasSent;
    },
  };
}

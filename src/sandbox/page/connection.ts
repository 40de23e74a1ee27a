import type { FromPage, ToPage } from "../page-protocol.ts";

/** What the page learns from its socket. */
export interface ConnectionEvents {
  readonly received: (message: ToPage) => void;
  readonly changed: (state: "open" | "lost") => void;
}

export interface Connection {
  /** False where the socket is not open: nothing is queued, the person is told instead. */
  readonly send: (message: FromPage) => boolean;
  readonly close: () => void;
}

const firstDelay = 400;
const longestDelay = 5_000;

/** Keeps a socket to `address` open: whenever it closes, opens it again, waiting longer each time it fails. */
export function connect(address: string, events: ConnectionEvents): Connection {
  let delay = firstDelay;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let closed = false;
  let socket = open();

  function open(): WebSocket {
    const opened = new WebSocket(address);
    opened.addEventListener("open", () => {
      delay = firstDelay;
      events.changed("open");
    });
    opened.addEventListener("message", (event: MessageEvent<unknown>) => {
      if (typeof event.data === "string") {
        // The socket is to this page's own server, built with it from one set of types.
        const message: ToPage = JSON.parse(event.data);
        events.received(message);
      }
    });
    opened.addEventListener("close", () => {
      if (closed) {
        return;
      }
      events.changed("lost");
      timer = setTimeout(() => {
        socket = open();
      }, delay);
      delay = Math.min(delay * 2, longestDelay);
    });
    return opened;
  }

  return {
    send: (message) => {
      if (socket.readyState !== WebSocket.OPEN) {
        return false;
      }
      socket.send(JSON.stringify(message));
      return true;
    },
    close: () => {
      closed = true;
      clearTimeout(timer);
      socket.close();
    },
  };
}

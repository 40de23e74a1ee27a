import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer, type WebSocket } from "ws";
import type { Client } from "../client/client.ts";
import { bytesOf } from "../frames.ts";
import type { Happening } from "../happenings.ts";
import type { ToPage } from "../page-protocol.ts";
import type { State } from "../state.ts";
import { readFromPage } from "./from-page.ts";
import { hello, isForPage, pageChannels, pageRoles, persona } from "./hello.ts";
import { Visit } from "./visit.ts";

const mostPages = 20;
/** A conversation's file, its quotes escaped, is the longest message a page sends. */
const mostBytes = 1 << 18;

/** Speaks with the pages that are open: tells them what happens and does what their person does. */
export class PageSocket {
  readonly #state: State;
  readonly #client: Client;
  readonly #botPresent: () => boolean;
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: mostBytes });

  constructor(state: State, client: Client, botPresent: () => boolean) {
    this.#state = state;
    this.#client = client;
    this.#botPresent = botPresent;
    state.happenings.subscribe((happening) => this.#pass(happening));
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (this.#server.clients.size >= mostPages) {
      socket.destroy();
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (page) => {
      const visit = new Visit(this.#state, this.#client, (message) => send(page, message));
      page.on("error", () => page.terminate());
      page.on("close", () => visit.end());
      page.on("message", (data, isBinary) => {
        const asked = isBinary ? undefined : readFromPage(bytesOf(data).toString("utf8"));
        if (asked === undefined) page.close(1008);
        else visit.obey(asked);
      });
      send(page, hello(this.#state, this.#botPresent()));
    });
  }

  close(): void {
    for (const page of this.#server.clients) page.terminate();
    this.#server.close();
  }

  #pass(happening: Happening): void {
    const told = this.#told(happening);
    if (told !== null) this.#tellAll(told);
    // Who has which role says what they may do where.
    if (happening.type === "person") this.#tellAll({ type: "channels", channels: pageChannels(this.#state) });
  }

  #tellAll(told: ToPage): void {
    for (const page of this.#server.clients) send(page, told);
  }

  #told(happening: Happening): ToPage | null {
    switch (happening.type) {
      case "bot":
        return { type: "bot", bot: happening.bot };
      case "commands":
        return { type: "commands", commands: happening.commands };
      case "channel":
        return { type: "channels", channels: pageChannels(this.#state) };
      case "person":
        return { type: "persona", persona: persona(happening.person) };
      case "role":
        return { type: "roles", roles: pageRoles(this.#state) };
      case "message":
        return isForPage(this.#state, happening.ownerId) ? { type: "message", message: happening.shown } : null;
      case "message-deleted":
    }
    return isForPage(this.#state, happening.ownerId)
      ? { type: "message-deleted", messageId: happening.messageId }
      : null;
  }
}

function send(page: WebSocket, message: ToPage): void {
  if (page.readyState === page.OPEN) page.send(JSON.stringify(message));
}

import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { Locale } from "discord-api-types/v10";
import { WebSocketServer, type WebSocket } from "ws";
import type { Client, Started } from "../client/client.ts";
import { postAs } from "../client/user.ts";
import { bytesOf } from "../frames.ts";
import type { Happening } from "../happenings.ts";
import type { Interaction } from "../interactions.ts";
import { shownOnPage } from "../messages.ts";
import type { ToPage } from "../page-protocol.ts";
import type { State } from "../state.ts";
import { readFromPage, type PageRequest } from "./from-page.ts";

const mostPages = 20;
const mostBytes = 1 << 17;
const mostContent = 2000;
const silence = "The application did not respond";

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
      const seat = { locale: this.#state.world.me.locale };
      page.on("error", () => page.terminate());
      page.on("message", (data, isBinary) => {
        const asked = isBinary ? undefined : readFromPage(bytesOf(data).toString("utf8"));
        if (asked === undefined) page.close(1008);
        else this.#obey(page, seat, asked);
      });
      send(page, this.#hello());
    });
  }

  close(): void {
    for (const page of this.#server.clients) page.terminate();
    this.#server.close();
  }

  #hello(): ToPage {
    const { world, messages, commands } = this.#state;
    const channels = [...world.channels.values()];
    const shown = channels.flatMap(({ id }) => messages.in(id).filter((stored) => this.#isMine(stored.ownerId)));
    return {
      type: "hello",
      guildName: world.guildName,
      channels: channels.map(({ id, name }) => ({ id, name })),
      me: { user: world.me.user, permissions: world.me.permissions },
      bot: this.#botPresent() ? world.bot : null,
      commands: commands.all,
      messages: shown.map(shownOnPage),
    };
  }

  #pass(happening: Happening): void {
    if (happening.type === "bot") return this.#tellAll({ type: "bot", bot: happening.bot });
    if (happening.type === "commands") return this.#tellAll({ type: "commands", commands: happening.commands });
    if (!this.#isMine(happening.ownerId)) return;
    if (happening.type === "message") return this.#tellAll({ type: "message", message: happening.shown });
    this.#tellAll({ type: "message-deleted", messageId: happening.messageId });
  }

  #isMine(ownerId: string | null): boolean {
    return ownerId === null || ownerId === this.#state.world.me.user.id;
  }

  #tellAll(message: ToPage): void {
    for (const page of this.#server.clients) send(page, message);
  }

  #obey(page: WebSocket, seat: { locale: Locale }, asked: PageRequest): void {
    const person = this.#state.world.me;
    switch (asked.type) {
      case "locale":
        seat.locale = asked.locale;
        return;
      case "dismiss":
        return this.#dismiss(asked.messageId);
      case "say": {
        const content = asked.content.trim().slice(0, mostContent);
        if (content !== "" && this.#state.world.channels.has(asked.channelId)) {
          postAs(this.#state, person, asked.channelId, content);
        }
        return;
      }
      case "modal-submit": {
        const opener = this.#state.interactions.byId(asked.modalId);
        if (opener === undefined) return send(page, failed(asked.nonce, "That form is not open."));
        const where = { person, channelId: opener.start.channelId, locale: seat.locale };
        return this.#follow(page, asked.nonce, this.#client.modal(where, opener, asked.values));
      }
      case "command":
      case "autocomplete":
      case "component":
    }
    const where = { person, channelId: asked.channelId, locale: seat.locale };
    this.#follow(page, asked.nonce, this.#start(where, asked));
  }

  #start(
    where: Parameters<Client["command"]>[0],
    asked: Extract<PageRequest, { type: "command" | "autocomplete" | "component" }>,
  ): Started {
    switch (asked.type) {
      case "command":
        return asked.targetId === undefined
          ? this.#client.command(where, asked.commandId, asked.options)
          : this.#client.messageCommand(where, asked.commandId, asked.targetId);
      case "autocomplete":
        return this.#client.autocomplete(where, asked.commandId, asked.options, asked.focused);
      case "component":
    }
    return this.#client.component(where, asked.messageId, asked.customId, asked.values);
  }

  #follow(page: WebSocket, nonce: string, started: Started): void {
    if (started.ok) void tellOutcome(page, nonce, started.interaction);
    else send(page, failed(nonce, started.reason));
  }

  /** Dismissing is Discord's way to close an ephemeral message: it is gone for its owner. */
  #dismiss(messageId: string): void {
    const stored = this.#state.messages.find(messageId);
    if (stored !== undefined && stored.ownerId === this.#state.world.me.user.id) this.#state.messages.remove(stored);
  }
}

async function tellOutcome(page: WebSocket, nonce: string, interaction: Interaction): Promise<void> {
  const how = await interaction.acknowledgement;
  if (how === null) {
    const ending = await interaction.ending;
    return send(page, failed(nonce, ending.type === "failed" ? ending.reason : silence));
  }
  if (how.type === "choices") send(page, { type: "choices", nonce, choices: how.choices });
  else if (how.type === "modal") send(page, { type: "modal", nonce, modalId: how.modalId, modal: how.modal });
  send(page, { type: "acknowledged", nonce });
}

function failed(nonce: string, reason: string): ToPage {
  return { type: "failed", nonce, reason };
}

function send(page: WebSocket, message: ToPage): void {
  if (page.readyState === page.OPEN) page.send(JSON.stringify(message));
}

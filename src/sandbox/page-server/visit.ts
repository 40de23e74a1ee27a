import type { Client, Started } from "../client/client.ts";
import { deleteChannel, deleteMessage, say, setClosed, startThread, type Done } from "../client/deeds.ts";
import type { Seat } from "../client/envelope.ts";
import type { Interaction } from "../interactions.ts";
import type { ToPage } from "../page-protocol.ts";
import type { Person } from "../people.ts";
import { playConversation } from "../replay/play.ts";
import { readConversation } from "../replay/read.ts";
import type { State } from "../state.ts";
import type { PageRequest } from "./from-page.ts";
import { sampleOf } from "./samples.ts";

const silence = "The application did not respond";

type Interacting = Extract<PageRequest, { type: "command" | "autocomplete" | "component" | "modal-submit" }>;

/** One open page: does what its personas do, and tells it what came of it. */
export class Visit {
  readonly #state: State;
  readonly #client: Client;
  readonly #tell: (message: ToPage) => void;
  /** The conversation being played, if any. */
  #playing: AbortController | null = null;

  constructor(state: State, client: Client, tell: (message: ToPage) => void) {
    this.#state = state;
    this.#client = client;
    this.#tell = tell;
  }

  end(): void {
    this.#playing?.abort();
  }

  obey(asked: PageRequest): void {
    if (asked.type === "play") return void this.#play(asked.nonce, asked.text);
    if (asked.type === "stop-playing") return this.end();
    const person = this.#state.world.people.personas.find(({ user }) => user.id === asked.personaId);
    if (person !== undefined) return this.#act(person, asked);
    if ("nonce" in asked) this.#fail(asked.nonce, "There is no such person here.");
  }

  #act(person: Person, asked: Exclude<PageRequest, { type: "play" | "stop-playing" }>): void {
    const state = this.#state;
    switch (asked.type) {
      case "locale":
        person.locale = asked.locale;
        return state.happenings.tell({ type: "person", person });
      case "close-direct":
        return setClosed(state, person, asked.closed);
      case "dismiss":
        return this.#dismiss(person, asked.messageId);
      case "say":
        return this.#report(asked.nonce, say(state, person, asked.channelId, asked));
      case "post-sample":
        return this.#report(asked.nonce, say(state, person, asked.channelId, sampleOf(asked.sample)));
      case "start-thread":
        return this.#report(asked.nonce, startThread(state, person, asked.channelId, asked.name));
      case "delete-channel":
        return this.#report(asked.nonce, deleteChannel(state, person, asked.channelId));
      case "delete-message":
        return this.#report(asked.nonce, deleteMessage(state, person, asked.messageId));
      case "command":
      case "autocomplete":
      case "component":
      case "modal-submit":
    }
    const started = this.#start(person, asked);
    if (started.ok) void this.#follow(asked.nonce, started.interaction);
    else this.#fail(asked.nonce, started.reason);
  }

  #start(person: Person, asked: Interacting): Started {
    const seat = (channelId: string): Seat => ({ person, channelId, locale: person.locale });
    switch (asked.type) {
      case "command":
        return asked.targetId === undefined
          ? this.#client.command(seat(asked.channelId), asked.commandId, asked.options)
          : this.#client.messageCommand(seat(asked.channelId), asked.commandId, asked.targetId);
      case "autocomplete":
        return this.#client.autocomplete(seat(asked.channelId), asked.commandId, asked.options, asked.focused);
      case "component":
        return this.#client.component(seat(asked.channelId), asked.messageId, asked.customId, asked.values);
      case "modal-submit":
    }
    const opener = this.#state.interactions.byId(asked.modalId);
    if (opener === undefined) return { ok: false, reason: "That form is not open." };
    return this.#client.modal(seat(opener.start.channelId), opener, asked.values);
  }

  async #follow(nonce: string, interaction: Interaction): Promise<void> {
    const how = await interaction.acknowledgement;
    if (how === null) {
      const ending = await interaction.ending;
      return this.#fail(nonce, ending.type === "failed" ? ending.reason : silence);
    }
    if (how.type === "choices") this.#tell({ type: "choices", nonce, choices: how.choices });
    else if (how.type === "modal") this.#tell({ type: "modal", nonce, modalId: how.modalId, modal: how.modal });
    this.#tell({ type: "acknowledged", nonce });
  }

  /** Plays a conversation to its end; a new one ends the one before. */
  async #play(nonce: string, text: string): Promise<void> {
    this.#playing?.abort();
    const read = readConversation(text);
    if (!read.ok) return this.#fail(nonce, read.problem);
    const playing = new AbortController();
    this.#playing = playing;
    const tell = (step: Extract<ToPage, { type: "played" }>["step"]): void =>
      this.#tell({ type: "played", nonce, step });
    await playConversation(this.#state, this.#client, read.value, { signal: playing.signal, pauseMs: 600, tell });
    this.#tell({ type: "acknowledged", nonce });
  }

  #report(nonce: string, done: Done<unknown>): void {
    if (done.ok) this.#tell({ type: "acknowledged", nonce });
    else this.#fail(nonce, done.reason);
  }

  #fail(nonce: string, reason: string): void {
    this.#tell({ type: "failed", nonce, reason });
  }

  /** Dismissing is Discord's way to close an ephemeral message: it is gone for its owner. */
  #dismiss(person: Person, messageId: string): void {
    const stored = this.#state.messages.find(messageId);
    if (stored !== undefined && stored.ownerId === person.user.id) this.#state.messages.remove(stored);
  }
}

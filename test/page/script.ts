import type { APIMessage } from "discord-api-types/v10";
import type { FromPage, PageMessage, Persona, ToPage } from "../../src/sandbox/page-protocol.ts";
import * as canned from "./canned.ts";

type Command = Extract<FromPage, { type: "command" }>;

const pause = 40;

/** The part the stand-in plays: a bot that answers each command in one fixed way. */
export class Script {
  readonly #push: (message: ToPage) => void;
  readonly #messages: PageMessage[] = [
    shown(canned.message({ author: canned.reader, content: "Hello, anybody here?" })),
  ];

  constructor(push: (message: ToPage) => void) {
    this.#push = push;
  }

  hello(): ToPage {
    return {
      type: "hello",
      guildName: "Cyberattacks on Albania",
      channels: [
        canned.channel(canned.channelId, "ask-the-articles"),
        canned.channel(canned.otherChannelId, "off-topic"),
        canned.channel(canned.directId, "Footnote", { kind: "direct", ownerId: canned.reader.id }),
      ],
      personas: canned.personas,
      roles: [{ id: "9", name: "Moderators" }],
      bot: canned.bot,
      commands: canned.commands,
      messages: this.#messages,
    };
  }

  play(message: FromPage): void {
    switch (message.type) {
      case "command":
        this.#command(message);
        break;
      case "autocomplete":
        this.#propose(message);
        break;
      case "component":
        this.#component(message);
        break;
      case "modal-submit":
        this.#later(() => {
          this.#push({ type: "acknowledged", nonce: message.nonce });
          this.#show(shown(canned.message({ content: `Thank you: ${message.values["subject"] ?? ""}` }), true));
        });
        break;
      case "say":
        this.#push({ type: "acknowledged", nonce: message.nonce });
        this.#show(shown(canned.message({ author: canned.reader, content: message.content })));
        break;
      case "dismiss":
        this.#push({ type: "message-deleted", messageId: message.messageId });
        break;
      case "locale":
        this.#change(message.personaId, { locale: message.locale });
        break;
      case "close-direct":
        this.#change(message.personaId, { closed: message.closed });
        break;
      case "delete-message":
        this.#push({ type: "acknowledged", nonce: message.nonce });
        this.#push({ type: "message-deleted", messageId: message.messageId });
        break;
      case "play":
        this.#push({ type: "failed", nonce: message.nonce, reason: `Line 1: ${message.text.slice(0, 20)}` });
        break;
      case "post-sample":
      case "start-thread":
      case "delete-channel":
      case "stop-playing":
        break;
    }
  }

  #change(personaId: string, changes: Partial<Persona>): void {
    const persona = canned.personas.find(({ user }) => user.id === personaId);
    if (persona !== undefined) this.#push({ type: "persona", persona: { ...persona, ...changes } });
  }

  #command(command: Command): void {
    const name = canned.commands.find(({ id }) => id === command.commandId)?.name ?? "";
    if (name === "silent") {
      this.#later(() =>
        this.#push({ type: "failed", nonce: command.nonce, reason: "The application did not respond" }),
      );
      return;
    }
    if (name === "feedback") {
      this.#later(() =>
        this.#push({ type: "modal", nonce: command.nonce, modalId: "m1", modal: canned.feedbackModal }),
      );
      return;
    }
    const isPrivate = command.options.some((option) => option.name === "private" && option.value === true);
    const deferred = canned.message(canned.answering(name));
    this.#later(() => {
      this.#push({ type: "acknowledged", nonce: command.nonce });
      this.#show({ ...shown(deferred, isPrivate), thinking: true });
      this.#later(() => this.#show(shown({ ...deferred, ...replyTo(name, command) }, isPrivate)));
    });
  }

  #propose(message: Extract<FromPage, { type: "autocomplete" }>): void {
    const typed = message.options.find(({ name }) => name === message.focused)?.value;
    const wanted = String(typed ?? "").toLowerCase();
    const choices = canned.articles.filter(({ name }) => name.toLowerCase().includes(wanted));
    this.#later(() => this.#push({ type: "choices", nonce: message.nonce, choices }));
  }

  #component(pressed: Extract<FromPage, { type: "component" }>): void {
    const before = this.#messages.find(({ message }) => message.id === pressed.messageId);
    this.#later(() => {
      if (pressed.customId === "break" || before === undefined) {
        this.#push({ type: "failed", nonce: pressed.nonce, reason: "The application did not respond" });
        return;
      }
      this.#push({ type: "acknowledged", nonce: pressed.nonce });
      if (pressed.customId === "context") {
        this.#show(shown(canned.message({ content: "> The passage around it." }), true));
      } else {
        const content = pressed.values.length > 0 ? `Chosen: ${pressed.values.join(", ")}` : "There is more.";
        this.#show({ ...before, message: { ...before.message, content, edited_timestamp: new Date().toISOString() } });
      }
    });
  }

  #show(message: PageMessage): void {
    const at = this.#messages.findIndex((known) => known.message.id === message.message.id);
    this.#messages.splice(at === -1 ? this.#messages.length : at, at === -1 ? 0 : 1, message);
    this.#push({ type: "message", message });
  }

  #later(act: () => void): void {
    setTimeout(act, pause).unref();
  }
}

function shown(message: APIMessage, ephemeral = false): PageMessage {
  const ownerId = ephemeral ? canned.reader.id : null;
  return { message, channelId: canned.channelId, ownerId, thinking: false };
}

function replyTo(name: string, command: Command): Partial<APIMessage> {
  switch (name) {
    case "ask":
      return { embeds: [canned.answer], components: [canned.answerButtons] };
    case "sources":
      return { content: "**4 articles**, newest first.", components: [canned.sourceSelect] };
    case "hostile":
      return { content: canned.hostileText, embeds: [{ description: canned.hostileText }] };
    default:
      return { content: `/${name} ${JSON.stringify(command.options)} ${command.targetId ?? ""}`.trim() };
  }
}

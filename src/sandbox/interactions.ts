import { randomBytes } from "node:crypto";
import type {
  APIApplicationCommandOptionChoice,
  APIAuthorizingIntegrationOwnersMap,
  APIMessage,
  APIMessageInteractionMetadata,
  APIModalInteractionResponseCallbackData,
  ApplicationCommandOptionType,
  InteractionType,
  MessageType,
} from "discord-api-types/v10";
import type { StoredMessage } from "./messages.ts";
import type { Limits } from "./options.ts";
import type { Person } from "./people.ts";

/** A request the bot made, and how it was answered: status 0 where a fault broke the connection. */
export interface BotRequest {
  readonly method: string;
  readonly path: string;
  /** The JSON body as sent, or undefined without one. */
  readonly body: unknown;
  readonly fileNames: readonly string[];
  readonly status: number;
  /** Discord's error code, or null where the request went well. */
  readonly code: number | null;
  /** Milliseconds since the interaction was made; null where none is concerned. */
  readonly afterMs: number | null;
}

/** The bot's first answer to an interaction. */
type Acknowledgement =
  | { readonly type: "message" | "thinking" | "update" | "update-later" }
  | { readonly type: "choices"; readonly choices: readonly APIApplicationCommandOptionChoice[] }
  | { readonly type: "modal"; readonly modalId: string; readonly modal: APIModalInteractionResponseCallbackData };

/** What came of an interaction, for as long as it was followed. */
export type Ending =
  | { readonly type: "answered"; readonly message: APIMessage; readonly ephemeral: boolean }
  | { readonly type: "choices"; readonly choices: readonly APIApplicationCommandOptionChoice[] }
  | { readonly type: "modal"; readonly modalId: string; readonly modal: APIModalInteractionResponseCallbackData }
  /** Acknowledged without any visible change. */
  | { readonly type: "acknowledged" }
  | { readonly type: "failed"; readonly reason: string };

export interface InteractionStart {
  readonly id: string;
  readonly type: InteractionType;
  readonly channelId: string;
  readonly person: Person;
  /** The message whose component was used, or from which the modal was opened. */
  readonly source: StoredMessage | null;
  /** Type of the option being typed, for autocomplete. */
  readonly focusedType: ApplicationCommandOptionType | null;
  readonly owners: APIAuthorizingIntegrationOwnersMap;
  readonly metadata: APIMessageInteractionMetadata | null;
  /** The command's name with its subcommand's, or null where none was used. */
  readonly commandName: string | null;
  /** Type of a message that answers it first. */
  readonly messageType: MessageType;
}

/** One interaction, from the moment a person acts until its token is no longer valid. */
export class Interaction {
  readonly start: InteractionStart;
  readonly token: string = randomBytes(32).toString("base64url");
  readonly startedAt: number;
  readonly requests: BotRequest[] = [];
  /** Resolves with the first answer, or with null when none came in time. */
  readonly acknowledgement: Promise<Acknowledgement | null>;
  readonly ending: Promise<Ending>;
  /** The message that `@original` stands for. */
  original: StoredMessage | null = null;
  readonly messageIds = new Set<string>();
  acknowledgedAfterMs: number | null = null;
  answeredAfterMs: number | null = null;
  readonly #now: () => number;
  readonly #timers: NodeJS.Timeout[] = [];
  #modal: APIModalInteractionResponseCallbackData | null = null;
  #state: "waiting" | "acknowledged" | "missed" = "waiting";
  #acknowledge: (value: Acknowledgement | null) => void = () => {};
  #end: (value: Ending) => void = () => {};

  constructor(start: InteractionStart, limits: Limits, now: () => number) {
    this.start = start;
    this.#now = now;
    this.startedAt = now();
    this.acknowledgement = new Promise((resolve) => {
      this.#acknowledge = resolve;
    });
    this.ending = new Promise((resolve) => {
      this.#end = resolve;
    });
    this.#timers.push(setTimeout(() => this.fail("The application did not respond"), limits.acknowledgeMs));
    this.#timers.push(setTimeout(() => this.#giveUp(), limits.outcomeMs));
    for (const timer of this.#timers) timer.unref();
  }

  get state(): "waiting" | "acknowledged" | "missed" {
    return this.#state;
  }

  /** The form the bot opened in answer, or null. */
  get modal(): APIModalInteractionResponseCallbackData | null {
    return this.#modal;
  }

  get ageMs(): number {
    return this.#now() - this.startedAt;
  }

  acknowledge(how: Acknowledgement): void {
    if (this.#state !== "waiting") return;
    this.#state = "acknowledged";
    clearTimeout(this.#timers[0]);
    this.acknowledgedAfterMs = this.ageMs;
    this.#acknowledge(how);
    if (how.type === "modal") this.#modal = how.modal;
    if (how.type === "choices" || how.type === "modal") this.#finish(how);
  }

  /** Says that there is something to see: the interaction's message, or the one it changed. */
  show(stored: StoredMessage): void {
    this.answeredAfterMs ??= this.ageMs;
    this.#finish({ type: "answered", message: stored.message, ephemeral: stored.ownerId !== null });
  }

  /** Ends the waiting where no answer is to be expected any more. */
  fail(reason: string): void {
    if (this.#state !== "waiting") return;
    this.#state = "missed";
    this.#acknowledge(null);
    this.#finish({ type: "failed", reason });
  }

  stop(): void {
    this.fail("The sandbox was closed");
    this.#giveUp();
  }

  #giveUp(): void {
    const late = this.original !== null && this.original !== this.start.source;
    this.#finish(late ? { type: "failed", reason: "The application is still thinking" } : { type: "acknowledged" });
  }

  #finish(ending: Ending): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#end(ending);
  }
}

/** The interactions that bots may still answer, by id and by token; the oldest are forgotten beyond a cap. */
export class Interactions {
  readonly #byId = new Map<string, Interaction>();
  readonly #byToken = new Map<string, Interaction>();
  readonly #limits: Limits;
  readonly #now: () => number;

  constructor(limits: Limits, now: () => number) {
    this.#limits = limits;
    this.#now = now;
  }

  begin(start: InteractionStart): Interaction {
    const interaction = new Interaction(start, this.#limits, this.#now);
    this.#byId.set(start.id, interaction);
    this.#byToken.set(interaction.token, interaction);
    for (const oldest of this.#byId.values()) {
      if (this.#byId.size <= this.#limits.interactions) break;
      this.#byId.delete(oldest.start.id);
      this.#byToken.delete(oldest.token);
      oldest.stop();
    }
    return interaction;
  }

  byId(id: string): Interaction | undefined {
    return this.#byId.get(id);
  }

  byToken(token: string): Interaction | undefined {
    return this.#byToken.get(token);
  }

  stop(): void {
    for (const interaction of this.#byId.values()) interaction.stop();
  }
}

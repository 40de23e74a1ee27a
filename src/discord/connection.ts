import { Events, Status } from "discord.js";
import { GatewayDispatchEvents } from "discord-api-types/v10";
import type { Failure } from "../domain/failure.ts";
import type { Notifier } from "../domain/notifier.ts";
import type { Publisher } from "../domain/publisher.ts";
import type { Result } from "../domain/result.ts";
import type { Bot, BotHealth, ConnectOptions, Identity } from "./bot.ts";
import { createClient, type BotClient } from "./client.ts";
import { Cancellations } from "./cancellations.ts";
import { COOLDOWN, Cooldown } from "./cooldown.ts";
import type { Deadlines } from "./deadlines.ts";
import { Dispatcher } from "./dispatch.ts";
import { logConnection, readCloseCode, readIdentity, readLoginError, type StartFailure } from "./gateway.ts";
import { LanguageChoice } from "./language.ts";
import { createNotifier } from "./notifier.ts";
import { createPublisher } from "./publisher.ts";
import { registerCommands } from "./register.ts";
import { ServerSettingsCache } from "./server-settings.ts";
import { within } from "../ops/within.ts";
import { createTransport } from "./transport.ts";

/** discord.js tries again twice a second; before the first success, this many lost connections are enough. */
const LOST_BEFORE_READY_MAX = 5;
/** A gateway that does not answer our farewell is not waited for. */
const FAREWELL_MS = 2_000;

type Started = Result<Bot, StartFailure>;

/** One client's life, from logging in to its end. */
export class Connection implements Bot {
  readonly stopped: Promise<Failure | null>;
  readonly notifier: Notifier;
  readonly publisher: Publisher;
  readonly #options: ConnectOptions;
  readonly #deadlines: Deadlines;
  readonly #address: string;
  readonly #bot: BotClient;
  readonly #dispatcher: Dispatcher;
  #identity: Identity | null = null;
  #refused = false;
  #started = false;
  #lastEventAt: number | null = null;
  #closing: Promise<void> | null = null;
  #ended: (reason: Failure | null) => void = () => {};

  constructor(options: ConnectOptions, deadlines: Deadlines, address: string) {
    this.#options = options;
    this.#deadlines = deadlines;
    this.#address = address;
    this.stopped = new Promise((resolve) => {
      this.#ended = resolve;
    });
    const { libraries, commands, languages, conversations, policy, curator, pictures, logger } = options;
    const settings = new ServerSettingsCache(options.store);
    const choice = new LanguageChoice(languages, settings);
    this.#bot = createClient(options.apiUrl);
    const { rest } = this.#bot.client;
    this.notifier = createNotifier(rest, deadlines, logger);
    this.publisher = createPublisher(rest, () => this.#identity?.userId ?? null, deadlines, logger);
    this.#dispatcher = new Dispatcher({
      commands,
      libraries,
      store: choice.store,
      conversations,
      policy,
      desk: options.deskFor(this.publisher),
      curator,
      pictures,
      cooldown: new Cooldown({ ...COOLDOWN, ...options.cooldown }),
      cancellations: new Cancellations(),
      apiUrl: options.apiUrl,
      wordsFor: async (asker) => choice.wordsFor(asker),
      settings,
      english: languages.english,
      transport: createTransport(options.apiUrl, deadlines),
      logger,
      deadlines,
    });
    this.#listen();
  }

  get identity(): Identity | null {
    return this.#identity;
  }

  /** Logs in and registers the commands, in what is left of `startMs`. A bot that was asked to close meanwhile has started and stopped. */
  async start(withinMs: number): Promise<Started> {
    const { signal } = this.#options;
    const asked = signal === undefined ? null : this.#whenAsked(signal);
    const reason = `it is not ready after ${Math.ceil(this.#deadlines.startMs / 1_000)} s`;
    const late: StartFailure = {
      failure: { id: "api-unreachable", address: this.#address, reason },
      transient: false,
    };
    const started = within(Promise.race([this.#connect(), ...(asked === null ? [] : [asked])]), withinMs);
    return (await started) ?? { ok: false, error: late };
  }

  health(): BotHealth {
    const shards = [...this.#bot.client.ws.shards.values()];
    const heartbeat = shards[0]?.lastPingTimestamp ?? -1;
    const now = Date.now();
    return {
      connected:
        shards.length > 0 &&
        shards.every(({ status }) => status === Status.Ready || status === Status.WaitingForGuilds),
      lastEventMs: this.#lastEventAt === null ? null : now - this.#lastEventAt,
      lastHeartbeatMs: heartbeat < 0 ? null : now - heartbeat,
      ping: heartbeat < 0 ? null : (shards[0]?.ping ?? null),
    };
  }

  async close(): Promise<void> {
    this.#closing ??= this.#dispatcher.close(this.#deadlines.closeMs).then(async () => this.end(null));
    return this.#closing;
  }

  /** Disconnects at once. */
  async end(reason: Failure | null): Promise<void> {
    this.#bot.silence();
    // discord.js announces a reconnection even when it is told to leave.
    this.#bot.client.removeAllListeners(Events.ShardReconnecting);
    const { logger } = this.#options;
    const farewell = this.#bot.client.destroy().catch((error: unknown) => {
      logger.info({ err: error }, "Disconnecting failed.");
    });
    await within(farewell, FAREWELL_MS);
    this.#ended(reason);
  }

  #listen(): void {
    const { client } = this.#bot;
    logConnection(client, this.#options.logger, () => this.#started);
    client.on("raw", () => {
      this.#lastEventAt = Date.now();
    });
    // The raw event comes before discord.js makes objects of it, which it cannot do with every payload, and not while
    // it still waits for servers.
    client.ws.on(GatewayDispatchEvents.InteractionCreate, (payload: unknown) => {
      void this.#dispatcher.handle(payload);
    });
  }

  async #connect(): Promise<Started> {
    const refused = this.#whenRefused();
    const ready = this.#whenReady();
    const login = this.#login();
    const first = await Promise.race([refused, login, this.#whenLostTooOften()]);
    if (first !== null) return { ok: false, error: first };
    this.#identity = await ready;
    const { commands, languages, logger } = this.#options;
    const { applicationId } = this.#identity;
    const registered = await registerCommands(
      this.#bot.client.rest,
      applicationId,
      { commands, languages },
      this.#address,
    );
    if (!registered.ok) return { ok: false, error: { failure: registered.error, transient: false } };
    logger.info({ written: registered.value, commands: commands.length }, "The commands are registered.");
    this.#started = true;
    void refused.then(async ({ failure }) => this.end(failure));
    return { ok: true, value: this };
  }

  /** Resolves with null when logged in. A refusal by the gateway is left to {@link #whenRefused}, which knows why. */
  async #login(): Promise<StartFailure | null> {
    try {
      await this.#bot.client.login(this.#options.token);
      return null;
    } catch (error) {
      if (this.#refused) return new Promise(() => {});
      return readLoginError(error, this.#address);
    }
  }

  async #whenRefused(): Promise<StartFailure> {
    return new Promise((resolve) => {
      this.#bot.client.once(Events.ShardDisconnect, ({ code }) => {
        this.#refused = true;
        resolve({ failure: readCloseCode(code), transient: false });
      });
    });
  }

  async #whenReady(): Promise<Identity> {
    return new Promise((resolve) => {
      this.#bot.client.ws.on(GatewayDispatchEvents.Ready, (payload: unknown) => {
        const identity = readIdentity(payload);
        if (identity !== null) resolve(identity);
      });
    });
  }

  async #whenLostTooOften(): Promise<StartFailure> {
    return new Promise((resolve) => {
      let lost = 0;
      this.#bot.client.on(Events.ShardReconnecting, () => {
        lost += 1;
        if (lost < LOST_BEFORE_READY_MAX) return;
        const reason = "the gateway it names cannot be reached";
        resolve({ failure: { id: "api-unreachable", address: this.#address, reason }, transient: false });
      });
    });
  }

  async #whenAsked(signal: AbortSignal): Promise<Started> {
    if (!signal.aborted) {
      await new Promise((resolve) => {
        signal.addEventListener("abort", resolve, { once: true });
      });
    }
    await this.close();
    return { ok: true, value: this };
  }
}

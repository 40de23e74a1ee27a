import { setImmediate, setTimeout as sleep } from "node:timers/promises";
import type { Publication } from "../../../src/domain/publication.ts";
import type { Outcome } from "../../../src/sandbox/client/user.ts";
import type { BotProcess } from "../bot-process.ts";
import { Chance } from "./chance.ts";
import { copyOf, digestDue, given, kill, Newsroom, wasAccepted } from "./newsroom.ts";

export interface KillOptions {
  readonly kills: number;
  readonly seed: number;
  /** Drafts that are posted at once before each kill. */
  readonly presses?: number;
  readonly databaseUrl?: string | null;
}

/** What came of it. */
export interface KillTally {
  readonly kills: number;
  readonly presses: number;
  /** Presses that had not been answered when the bot was killed. */
  readonly cutAcross: number;
  readonly posted: number;
  /** Posts that were accepted and stand nowhere, or not as they should; each with how. */
  readonly lost: readonly string[];
  readonly twice: readonly string[];
  /** How often a press had no effect at all, and left a draft as it was. */
  readonly leftAsDraft: number;
  readonly digests: number;
  readonly seconds: number;
}

/** Milliseconds after the presses at which the bot is killed at the latest, and after a start. */
const WITHIN_MS = 500;

/** By when some post was taken, where the bot waits for that. */
const LONG_MS = 5_000;

/** Posts drafts, and kills the bot meanwhile, over and over. After each kill it is started again and looked over. */
export async function killOverAndOver(options: KillOptions): Promise<KillTally> {
  const room = await Newsroom.open(options.databaseUrl ?? null);
  const run = new KillRun(room, options);
  try {
    return await run.all();
  } finally {
    await run.end();
    await room.close();
  }
}

interface Pressed {
  readonly draft: Publication;
  outcome: Outcome | null;
}

class KillRun {
  readonly #room: Newsroom;
  readonly #chance: Chance;
  readonly #kills: number;
  readonly #most: number;
  #bot: BotProcess | null = null;
  #drafts: readonly Publication[] = [];
  #digests: readonly string[] = [];
  #everPosted: readonly string[] = [];
  #lost: readonly string[] = [];
  #twice: readonly string[] = [];
  readonly #done = { kills: 0, presses: 0, cutAcross: 0, leftAsDraft: 0 };

  constructor(room: Newsroom, { kills, seed, presses = 6 }: KillOptions) {
    this.#room = room;
    this.#chance = new Chance(seed);
    this.#kills = kills;
    this.#most = presses;
  }

  async all(): Promise<KillTally> {
    const began = Date.now();
    const room = this.#room;
    let bot = await this.#start();
    await room.compose(room.moderator(0), "strike");
    await room.compose(room.moderator(1), "ferries");
    this.#drafts = await room.withStore(async (store) => given(await store.publications.after(null, ["draft"], 10)));
    const models = this.#drafts;
    if (models.length !== 2) throw new Error("two drafts were expected");
    for (let round = 1; this.#done.kills < this.#kills; round += 1) {
      const pressed = await this.#press(bot);
      await this.#compose(models);
      bot = await this.#start();
      if (round % 4 === 0 && this.#done.kills < this.#kills) {
        // What is left is being found and posted now.
        await sleep(this.#chance.below(WITHIN_MS));
        await this.#kill(bot);
        bot = await this.#start();
      }
      await room.settled();
      await this.#lookOver(pressed);
    }
    await this.#lookAgain();
    return {
      ...this.#done,
      posted: this.#everPosted.length,
      lost: this.#lost,
      twice: this.#twice,
      digests: this.#digests.length,
      seconds: Math.round((Date.now() - began) / 1000),
    };
  }

  async end(): Promise<void> {
    if (this.#bot !== null) await kill(this.#bot);
  }

  async #start(): Promise<BotProcess> {
    this.#bot = await this.#room.start();
    return this.#bot;
  }

  async #kill(bot: BotProcess): Promise<void> {
    await kill(bot);
    this.#bot = null;
    this.#done.kills += 1;
    await this.#room.minutesPass(this.#chance.next() < 0.5);
  }

  /** Moderators press Post at once, each at a draft, and the bot is killed soon. */
  async #press(bot: BotProcess): Promise<readonly Pressed[]> {
    const room = this.#room;
    const opened = await Promise.all(
      this.#drafts.slice(0, this.#most).map(async (draft, place) => {
        const user = room.moderator(place);
        return { user, draft, panel: await room.open(user, draft.id) };
      }),
    );
    const pressed: readonly Pressed[] = opened.map(({ draft }) => ({ draft, outcome: null }));
    const before = this.#postRequests();
    for (const [place, { user, panel }] of opened.entries())
      void this.#follow(pressed[place], user.press(panel, "Post"));
    // Either at any moment, or as a post was taken and before its answer has arrived.
    const nth = this.#chance.next() < 0.5 ? null : 1 + this.#chance.below(Math.max(1, opened.length - 2));
    await (nth === null ? sleep(this.#chance.below(WITHIN_MS)) : this.#untilTaken(before + nth));
    this.#done.presses += opened.length;
    this.#done.cutAcross += pressed.filter(({ outcome }) => outcome === null).length;
    await this.#kill(bot);
    return pressed.map(({ draft, outcome }) => ({ draft, outcome }));
  }

  async #follow(one: Pressed | undefined, press: Promise<Outcome>): Promise<void> {
    const outcome = await press;
    if (one !== undefined) one.outcome = outcome;
  }

  /** Until the sandbox has taken so many posts in all; it looks before the bot can have the answer. */
  async #untilTaken(count: number): Promise<void> {
    const deadline = Date.now() + LONG_MS;
    while (Date.now() < deadline && this.#postRequests() < count) await setImmediate();
  }

  #postRequests(): number {
    const { sandbox } = this.#room;
    return sandbox.requests.filter(({ method, path }) => method === "POST" && path.startsWith("/channels/")).length;
  }

  /** While the bot is away: further drafts, and now and then a digest that is due. */
  async #compose(models: readonly Publication[]): Promise<void> {
    await this.#room.withStore(async (store) => {
      const left = given(await store.publications.after(null, ["draft"], 100)).length;
      for (let place = left; place < this.#most; place += 1) {
        const [model] = models.slice(this.#chance.below(models.length));
        const [channel] = this.#room.channels.slice(this.#chance.below(this.#room.channels.length));
        if (model !== undefined && channel !== undefined) await copyOf(store, model, channel);
      }
      const [model] = models;
      const [channel] = this.#room.channels.slice(this.#chance.below(this.#room.channels.length));
      if (model === undefined || channel === undefined || this.#chance.next() >= 0.3) return;
      this.#digests = [...this.#digests, (await digestDue(store, { ...model, channel })).id];
    });
  }

  /** What a round left behind, once it was recovered from. */
  async #lookOver(pressed: readonly Pressed[]): Promise<void> {
    await this.#room.withStore(async (store) => {
      for (const { draft, outcome } of pressed) {
        const { id } = draft;
        const now = given(await store.publications.get(id));
        const isStill = now !== null && JSON.stringify(now) === JSON.stringify(draft);
        if (isStill) {
          this.#done.leftAsDraft += 1;
          if (outcome !== null && wasAccepted(outcome)) this.#lost = [...this.#lost, `${id}: told, but still a draft`];
          if (this.#room.standing(id).length > 0) this.#twice = [...this.#twice, `${id}: there, and still a draft`];
          continue;
        }
        if (now?.state === "posted") this.#everPosted = [...this.#everPosted, id];
        else this.#lost = [...this.#lost, `${id}: ${now?.state ?? "gone"} at revision ${now?.revision ?? 0}`];
      }
      this.#drafts = given(await store.publications.after(null, ["draft"], 100));
    });
  }

  /** Everything once more, at the end: also what was right when it was looked at first. */
  async #lookAgain(): Promise<void> {
    await this.#room.withStore(async (store) => {
      const all = given(await store.publications.after(null, ["posted"], 10_000));
      const digests = all.filter(({ slot }) => slot !== null);
      this.#everPosted = [...this.#everPosted, ...digests.map(({ id }) => id)];
      for (const plan of this.#digests) {
        const count = digests.filter(({ slot }) => slot?.startsWith(`${plan}:`) === true).length;
        if (count === 0) this.#lost = [...this.#lost, `digest ${plan}`];
        if (count > 1) this.#twice = [...this.#twice, `digest ${plan}: ${count} times`];
      }
      for (const id of this.#everPosted) {
        const now = given(await store.publications.get(id));
        const there = this.#room.standing(id);
        const log = given(await store.log({ server: now?.server ?? "", subject: id, offset: 0, limit: 50 }));
        const entries = log.filter(({ deed }) => deed === "posted").length;
        if (there.length > 1) this.#twice = [...this.#twice, `${id}: ${there.length} times`];
        if (there.length === 0 || there[0]?.id !== now?.message)
          this.#lost = [...this.#lost, `${id}: not where it is noted`];
        if (entries !== 1) this.#lost = [...this.#lost, `${id}: ${entries} entries in the log`];
      }
    });
  }
}

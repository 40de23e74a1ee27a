import { expect } from "chai";
import fc from "fast-check";
import type { Article } from "../../src/domain/article.ts";
import type { Library } from "../../src/domain/command.ts";
import type { SummaryRequest } from "../../src/domain/digest.ts";
import type { DigestPlan } from "../../src/domain/digest-plan.ts";
import type { Libraries } from "../../src/domain/libraries.ts";
import type { Store } from "../../src/domain/store.ts";
import { DigestRun } from "../../src/publishing/digest-run.ts";
import { article } from "../fixtures/articles.ts";
import { memoryStore } from "../fixtures/store.ts";
import { Channels, Clock, type Gate, Letters, processOf, silent } from "./fakes.ts";
import { Mortal, Turns, untilStill } from "./kill.ts";
import { libraryOf } from "./library.ts";
import { onlyLibrary, twoLibraries } from "../fixtures/libraries.ts";

const HOUR = 3_600_000;
const FIRST = article({ id: "first", body: "The strike began. It was loud." });
const SECOND = article({ id: "second", body: "Talks failed. Nobody spoke." });
const THIRD = article({ id: "third", body: "The strike ended. It was quiet." });

/** A server whose digest is due every day at 8:00 in Oslo, which is 7:00 in winter, and articles that come as a test tells. */
async function world(given: Partial<DigestPlan> = {}, served: (library: () => Library) => Libraries = onlyLibrary) {
  const clock = new Clock("2026-03-02T06:00:00.000Z");
  const store = memoryStore();
  const channels = new Channels(clock.now);
  const letters = new Letters();
  let articles: readonly Article[] = [FIRST];
  const asked: SummaryRequest[] = [];
  const library = () =>
    libraryOf({ articles, version: String(articles.length), onSummary: (request) => asked.push(request) });
  const process = (gate?: Gate) => {
    const { outbox, store: gated } = processOf({
      store,
      channels,
      clock,
      letters,
      ...(gate === undefined ? {} : { gate }),
    });
    const options = { libraries: served(library), store: gated, outbox, logger: silent, now: clock.now };
    return { outbox, digests: new DigestRun(options, new AbortController().signal) };
  };
  const { outbox, digests } = process();
  await digests.walk();
  const added = await store.digests.add(
    {
      server: "2",
      event: null,
      channel: "10",
      days: [1, 2, 3, 4, 5, 6, 7],
      hour: 8,
      timeZone: "Europe/Oslo",
      topic: null,
      language: "en",
      paused: false,
      evenIfNothing: false,
      toldUntil: clock.now().toISOString(),
      author: "7",
      ...given,
    },
    null,
  );
  if (!added.ok || added.value === "full") throw new Error("not added");
  return {
    id: added.value.id,
    clock,
    store,
    channels,
    letters,
    outbox,
    digests,
    process,
    asked,
    publish: (next: readonly Article[]) => {
      clock.pass(60_000);
      articles = next;
    },
  };
}

async function planOf(store: Store, id: string): Promise<DigestPlan> {
  const found = await store.digests.get(id);
  if (!found.ok || found.value === null) throw new Error("no digest");
  return found.value;
}

describe("a digest", () => {
  it("posts at its time what is new since it was set up, and then what is new since the last", async () => {
    const { clock, channels, digests, publish, asked } = await world();
    clock.pass(HOUR / 2);
    publish([FIRST, SECOND]);
    await digests.walk();
    expect(channels.messages).to.have.length(0);
    clock.pass(HOUR);
    await digests.walk();
    await digests.walk();
    expect(channels.bodies).to.deep.equal(["Talks failed."]);
    publish([FIRST, SECOND, THIRD]);
    await digests.walk();
    clock.pass(24 * HOUR);
    await digests.walk();
    expect(channels.bodies).to.deep.equal(["Talks failed.", "The strike ended."]);
    expect(asked.map(({ articles }) => Array.from(articles ?? []))).to.deep.equal([["second"], ["third"]]);
  });

  it("tells of its own event alone, and waits while that is not served", async () => {
    const flood = (): Library =>
      libraryOf({ articles: [article({ id: "flood", body: "It rained." })], version: "f", event: "flood" });
    const bodies = async (event: string): Promise<readonly string[]> => {
      const { clock, channels, digests, publish } = await world({ event, evenIfNothing: true }, (library) =>
        twoLibraries(flood, library),
      );
      publish([FIRST, SECOND]);
      await digests.walk();
      clock.pass(2 * HOUR);
      await digests.walk();
      return channels.bodies;
    };
    expect(await bodies("ferry")).to.deep.equal(["Talks failed."]);
    expect(await bodies("flood")).to.deep.equal([""]);
    expect(await bodies("quake")).to.deep.equal([]);
  });

  it("posts nothing when nothing is new, or nothing of its topic", async () => {
    for (const topic of [null, "whales"]) {
      const { id, store, clock, channels, digests, publish } = await world({ topic });
      if (topic !== null) publish([FIRST, SECOND]);
      await digests.walk();
      clock.pass(2 * HOUR);
      await digests.walk();
      expect(channels.messages).to.have.length(0);
      expect((await planOf(store, id)).toldUntil).to.equal("2026-03-02T07:00:00.000Z");
    }
  });

  it("says so when nothing is new, where that is wanted", async () => {
    const { clock, channels, digests } = await world({ evenIfNothing: true });
    clock.pass(2 * HOUR);
    await digests.walk();
    await digests.walk();
    expect(channels.bodies).to.deep.equal([""]);
  });

  it("keeps what is not about its topic out", async () => {
    const { clock, channels, digests, publish } = await world({ topic: "strike" });
    publish([FIRST, SECOND, THIRD]);
    await digests.walk();
    clock.pass(2 * HOUR);
    await digests.walk();
    expect(channels.bodies).to.deep.equal(["The strike ended."]);
  });

  it("that was missed is caught up with once within a day, the latest only", async () => {
    const { clock, channels, process, publish } = await world();
    publish([FIRST, SECOND]);
    clock.pass(3 * 24 * HOUR + 5 * HOUR);
    const { digests } = process();
    await digests.walk();
    await digests.walk();
    expect(channels.bodies).to.deep.equal(["Talks failed."]);
  });

  it("that was missed for more than a day is not, and its news go into the next", async () => {
    const { clock, channels, process, publish, digests: before } = await world({ days: [1] });
    publish([FIRST, SECOND]);
    await before.walk();
    clock.pass(30 * HOUR);
    const { digests } = process();
    await digests.walk();
    expect(channels.messages).to.have.length(0);
    clock.pass(6 * 24 * HOUR);
    await digests.walk();
    expect(channels.bodies).to.deep.equal(["Talks failed."]);
  });

  it("that is paused posts nothing, and afterwards what was new meanwhile", async () => {
    const { id, store, clock, channels, digests, publish } = await world();
    const change = async (given: Partial<DigestPlan>) =>
      store.digests.change(id, (await planOf(store, id)).revision, given, null);
    publish([FIRST, SECOND]);
    await digests.walk();
    clock.pass(2 * HOUR);
    await digests.walk();
    await change({ paused: true });
    publish([FIRST, SECOND, THIRD]);
    clock.pass(48 * HOUR);
    await digests.walk();
    expect(channels.messages).to.have.length(1);
    await change({ paused: false, toldUntil: clock.now().toISOString() });
    await digests.walk();
    expect(channels.messages).to.have.length(1);
    clock.pass(24 * HOUR);
    await digests.walk();
    expect(channels.bodies[1]).to.equal("The strike ended.");
  });

  it("leaves out articles that were withdrawn before it was due", async () => {
    const { clock, channels, digests, publish } = await world();
    publish([FIRST, SECOND, THIRD]);
    await digests.walk();
    publish([FIRST, SECOND]);
    clock.pass(2 * HOUR);
    await digests.walk();
    expect(channels.bodies).to.deep.equal(["Talks failed."]);
  });

  it("is paused, and its author told, where its channel takes nothing", async () => {
    const { id, store, clock, channels, letters, digests, publish } = await world();
    publish([FIRST, SECOND]);
    await digests.walk();
    channels.failing = { find: { id: "not-allowed", lacking: [] }, post: { id: "not-allowed", lacking: [] } };
    clock.pass(2 * HOUR);
    await digests.walk();
    expect((await planOf(store, id)).paused).to.equal(true);
    expect(letters.sent.map(({ person }) => person)).to.deep.equal(["7"]);
  });

  it("is posted once by processes that are killed at any step", async () => {
    for (const when of ["before", "after"] as const) {
      for (let nth = 1; nth < 40; nth += 1) {
        const { clock, store, id, channels, process, digests, publish } = await world();
        publish([FIRST, SECOND]);
        await digests.walk();
        clock.pass(2 * HOUR);
        const mortal = new Mortal(nth, when);
        await untilStill(process(mortal.gate).digests.walk());
        clock.pass(2 * 60_000);
        const { digests: next, outbox } = process();
        await outbox.walk();
        await next.walk();
        expect(channels.bodies, `step ${nth}`).to.deep.equal(["Talks failed."]);
        expect((await planOf(store, id)).toldUntil).to.equal("2026-03-02T07:00:00.000Z");
        if (!mortal.wasKilled) break;
      }
    }
  });

  it("is posted once by two processes, in whatever order their steps fall", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(), { minLength: 1, maxLength: 60 }), fc.boolean(), async (choices, even) => {
        const { clock, channels, process, digests, publish } = await world({ evenIfNothing: even });
        if (!even) publish([FIRST, SECOND]);
        await digests.walk();
        clock.pass(2 * HOUR);
        const turns = new Turns(choices);
        const walks = [1, 2].map(() => process(turns.before((call) => call())));
        for (const { digests: one, outbox } of walks) {
          void one.walk();
          void outbox.walk();
        }
        await turns.run();
        clock.pass(2 * 60_000);
        await process().outbox.walk();
        expect(channels.messages).to.have.length(1);
      }),
      { numRuns: 100 },
    );
  });

  it("holds nothing for new that was there when the event was first seen", async () => {
    const { clock, channels, digests } = await world({ toldUntil: "2026-03-01T00:00:00.000Z" });
    clock.pass(2 * HOUR);
    await digests.walk();
    expect(channels.messages).to.have.length(0);
  });
});

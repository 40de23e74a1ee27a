import { expect } from "chai";
import fc from "fast-check";
import type { DigestPlan } from "../../src/domain/digest-plan.ts";
import type { NewLogEntry } from "../../src/domain/log.ts";
import type { Publication, PublicationLine } from "../../src/domain/publication.ts";
import type { Store } from "../../src/domain/store.ts";
import { NO_SETTINGS } from "../fixtures/memory-desk-store.ts";
import { done } from "./samples.ts";

/** The store under test, another process's view of it, and every row as text. */
export interface DeskPlace {
  store(): Store;
  open(): Promise<Store>;
  dump(): Promise<string>;
}

const AT = "2026-05-01T10:00:00.000Z";
const LATER = "2026-05-01T11:00:00.000Z";
const ALL = { offset: 0, limit: 100 };

function lineOf(text = "The ferry sank."): PublicationLine {
  const source = {
    title: "Ferry sinks",
    publisher: "Coast Radio",
    agency: null,
    url: "https://news.example/ferry",
    published: "2026-04",
    language: "en",
    kind: "brief",
    passageUrl: null,
  } as const;
  return {
    id: "a",
    cited: { article: "ferry", start: 3, end: 3 + text.length, text, source },
    also: [],
    heading: { type: "date", from: "2026-04-01", to: "2026-04-02", precision: "range", otherDates: ["2026-03"] },
    contested: [],
    correction: { how: "struck", at: AT },
  };
}

function draftOf(changed: Partial<Publication> = {}): Omit<Publication, "id" | "revision" | "changedAt"> {
  return {
    server: "7",
    channel: "70",
    kind: "timeline",
    topic: "the ferry",
    since: "2026-04",
    until: null,
    language: "en",
    title: null,
    note: "Ours — 日本 🚢",
    lines: [lineOf()],
    corpusVersion: "0123456789ab",
    author: "100",
    approver: null,
    state: "draft",
    message: null,
    slot: null,
    createdAt: AT,
    postedAt: null,
    ...changed,
  };
}

function entryOf(changed: Partial<NewLogEntry> = {}): NewLogEntry {
  return { server: "7", at: AT, person: "100", deed: "drafted", subject: null, detail: "the ferry", ...changed };
}

function planOf(changed: Partial<DigestPlan> = {}): Omit<DigestPlan, "id" | "revision"> {
  return {
    server: "7",
    channel: "70",
    days: [1, 5],
    hour: 8,
    timeZone: "Europe/Oslo",
    topic: null,
    language: "en",
    paused: true,
    evenIfNothing: false,
    toldUntil: AT,
    author: "100",
    ...changed,
  };
}

async function added(store: Store, changed: Partial<Publication> = {}): Promise<Publication> {
  const publication = await done(store.publications.add(draftOf(changed), null));
  if (publication === "taken") throw new Error("taken");
  return publication;
}

/** What a store must do for moderators, whatever database is behind it. */
export function holdsTheDeskContract(place: DeskPlace): void {
  describe("a publication", () => {
    it("is kept with all that is in it, and the log says who began it", async () => {
      const store = place.store();
      const publication = await done(store.publications.add(draftOf(), entryOf()));
      if (publication === "taken") throw new Error("taken");
      expect(publication).to.deep.include({ ...draftOf(), revision: 1, changedAt: AT });
      expect(publication.id).to.match(/^[\w-]{1,16}$/u);
      expect(await done(store.publications.get(publication.id))).to.deep.equal(publication);
      const [entry] = await done(store.log({ server: "7", ...ALL }));
      expect(entry).to.deep.include({ ...entryOf(), subject: publication.id });
      expect(await done(store.publications.get("nobody"))).to.equal(null);
    });

    it("comes back as it was, whatever is in its texts", async () => {
      const store = place.store();
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: "grapheme", maxLength: 200 }), async (text) => {
          const sound = text.replaceAll("\0", "");
          const { id } = await added(store, { lines: [lineOf(sound)], note: sound });
          const kept = await done(store.publications.get(id));
          expect(kept?.lines[0]?.cited.text).to.equal(sound.replaceAll(/\p{Surrogate}/gu, "\uFFFD"));
        }),
        { numRuns: 25 },
      );
    });

    it("is changed by whoever saw it last, with its entry; by nobody else, and then without one", async () => {
      const store = place.store();
      const { id } = await added(store);
      const changed = await done(
        store.publications.change(id, 1, { title: "Ours", state: "posting" }, LATER, entryOf({ deed: "posted" })),
      );
      expect(changed).to.deep.include({
        title: "Ours",
        state: "posting",
        revision: 2,
        changedAt: LATER,
        createdAt: AT,
      });
      const late = await done(
        store.publications.change(id, 1, { title: "Theirs" }, LATER, entryOf({ deed: "changed" })),
      );
      expect(late).to.equal("changed-meanwhile");
      expect(await done(store.publications.change("nobody", 1, {}, LATER, entryOf()))).to.equal("gone");
      expect((await done(store.log({ server: "7", ...ALL }))).map(({ deed }) => deed)).to.deep.equal(["posted"]);
      expect(await done(store.publications.get(id))).to.deep.equal(changed);
    });

    it("is changed once, where several processes want to at the same moment", async () => {
      const stores = [place.store(), await place.open(), await place.open()];
      const { id } = await added(place.store());
      const outcomes = await Promise.all(
        stores.map(async (store, who) =>
          done(store.publications.change(id, 1, { title: `by ${who}` }, LATER, entryOf())),
        ),
      );
      expect(outcomes.filter((outcome) => outcome === "changed-meanwhile")).to.have.length(2);
      expect(await done(place.store().log({ server: "7", ...ALL }))).to.have.length(1);
    });

    it("has its slot alone, also where several processes want it at the same moment", async () => {
      const stores = [place.store(), await place.open(), await place.open()];
      const outcomes = await Promise.all(
        stores.map(async (store) => done(store.publications.add(draftOf({ slot: "d1 2026-05-01" }), entryOf()))),
      );
      expect(outcomes.filter((outcome) => outcome === "taken")).to.have.length(2);
      expect(await done(place.store().log({ server: "7", ...ALL }))).to.have.length(1);
      await added(place.store());
      await added(place.store());
    });

    it("is not kept where a sentence would have to be cut", async () => {
      const kept = await place.store().publications.add(draftOf({ lines: [lineOf("x".repeat(4_001))] }), entryOf());
      expect(kept.ok).to.equal(false);
      expect(await done(place.store().log({ server: "7", ...ALL }))).to.deep.equal([]);
    });

    it("is listed by server and state, those changed last first", async () => {
      const store = place.store();
      const first = await added(store);
      const second = await added(store, { state: "awaiting-approval", createdAt: LATER });
      await added(store, { state: "posted" });
      await added(store, { server: "8" });
      const page = { server: "7", states: ["draft", "awaiting-approval"], ...ALL } as const;
      expect(await done(store.publications.list(page))).to.deep.equal([second, first]);
      expect(await done(store.publications.list({ ...page, offset: 1 }))).to.deep.equal([first]);
    });

    it("is met once by whoever walks through all of them", async () => {
      const store = place.store();
      for (let number = 0; number < 7; number += 1) await added(store, { server: String(number), state: "posting" });
      await added(store);
      const met: string[] = [];
      for (let last: string | null = null; ;) {
        const batch: readonly Publication[] = await done(store.publications.after(last, ["posting"], 3));
        met.push(...batch.map(({ server }) => server));
        last = batch.at(-1)?.id ?? null;
        if (batch.length < 3) break;
      }
      expect(met.toSorted()).to.deep.equal(["0", "1", "2", "3", "4", "5", "6"]);
    });

    it("goes when it is old and was never posted", async () => {
      const store = place.store();
      for (const state of ["draft", "awaiting-approval", "discarded", "failed"] as const) await added(store, { state });
      const posted = await added(store, { state: "posted" });
      const posting = await added(store, { state: "posting" });
      const fresh = await added(store, { createdAt: LATER });
      expect(await done(store.publications.expire(LATER))).to.equal(4);
      const states = ["draft", "awaiting-approval", "discarded", "failed", "posted", "posting"] as const;
      const left = await done(store.publications.list({ server: "7", states, ...ALL }));
      expect(left.map(({ id }) => id)).to.have.members([posted.id, posting.id, fresh.id]);
    });
  });

  describe("a digest", () => {
    it("is kept, changed by whoever saw it last, and removed, each with its entry", async () => {
      const store = place.store();
      const plan = await done(store.digests.add(planOf(), entryOf({ deed: "digest-set-up" })));
      if (plan === "full") throw new Error("full");
      expect(plan).to.deep.include({ ...planOf(), revision: 1 });
      const changed = await done(
        store.digests.change(
          plan.id,
          1,
          { days: [7], paused: false, topic: "tides", toldUntil: LATER },
          entryOf({ deed: "digest-changed" }),
        ),
      );
      expect(changed).to.deep.include({ days: [7], paused: false, topic: "tides", toldUntil: LATER, revision: 2 });
      expect(await done(store.digests.change(plan.id, 1, { hour: 3 }, entryOf()))).to.equal("changed-meanwhile");
      expect(await done(store.digests.get(plan.id))).to.deep.equal(changed);
      expect(await done(store.digests.remove(plan.id, entryOf({ deed: "digest-removed" })))).to.equal(true);
      expect(await done(store.digests.remove(plan.id, entryOf({ deed: "digest-removed" })))).to.equal(false);
      const deeds = (await done(store.log({ server: "7", ...ALL }))).map(({ deed }) => deed);
      expect(deeds).to.have.members(["digest-set-up", "digest-changed", "digest-removed"]);
    });

    it("is one of ten at most, also where several are set up at the same moment", async () => {
      const stores = [place.store(), await place.open(), await place.open()];
      for (let number = 0; number < 9; number += 1)
        await done(place.store().digests.add(planOf({ hour: number }), null));
      const outcomes = await Promise.all(stores.map(async (store) => done(store.digests.add(planOf(), null))));
      expect(outcomes.filter((outcome) => outcome === "full")).to.have.length(2);
      expect(await done(place.store().digests.list("7"))).to.have.length(10);
      expect(await done(place.store().digests.list("8"))).to.deep.equal([]);
      expect(await done(place.store().digests.after(null, 100))).to.have.length(10);
    });
  });

  describe("what a server has set", () => {
    it("is changed one thing at a time, and leaves nothing behind when it is taken back", async () => {
      const store = place.store();
      expect(await done(store.serverSettings("7"))).to.deep.equal(NO_SETTINGS);
      await done(store.setServerSettings("7", { moderatorRoles: ["1", "2"], approval: true }, entryOf()));
      await done(store.setServerSettings("7", { timeZone: "Europe/Oslo", privacy: "private" }, null));
      expect(await done(store.serverSettings("7"))).to.deep.equal({
        ...NO_SETTINGS,
        moderatorRoles: ["1", "2"],
        approval: true,
        timeZone: "Europe/Oslo",
        privacy: "private",
      });
      await done(store.setServerSettings("7", NO_SETTINGS, null));
      expect(await done(store.serverSettings("7"))).to.deep.equal(NO_SETTINGS);
    });

    it("loses no change of several at the same moment", async () => {
      const stores = [place.store(), await place.open(), await place.open()];
      const changes = [{ approval: true }, { moderatorRoles: ["1"] }, { publicChannels: ["70"] }];
      await Promise.all(
        stores.map(async (store, number) => done(store.setServerSettings("7", changes[number] ?? {}, null))),
      );
      expect(await done(place.store().serverSettings("7"))).to.deep.include(Object.assign({}, ...changes));
    });

    it("is not changed by what is no id", async () => {
      const set = await place.store().setServerSettings("7", { moderatorRoles: ["1 or 1=1"] }, entryOf());
      expect(set.ok).to.equal(false);
      expect(await done(place.store().log({ server: "7", ...ALL }))).to.deep.equal([]);
    });
  });

  describe("the log", () => {
    it("is read newest first, of one server, of one subject where that is wanted", async () => {
      const store = place.store();
      for (const [hour, subject] of [
        ["1", "p1"],
        ["3", "p2"],
        ["2", "p1"],
      ] as const) {
        await done(store.addLogEntry(entryOf({ at: `2026-05-01T0${hour}:00:00.000Z`, subject })));
      }
      await done(store.addLogEntry(entryOf({ server: "8" })));
      const hours = (entries: readonly { readonly at: string }[]): readonly string[] =>
        entries.map(({ at }) => at.slice(12, 13));
      expect(hours(await done(store.log({ server: "7", ...ALL })))).to.deep.equal(["3", "2", "1"]);
      expect(hours(await done(store.log({ server: "7", subject: "p1", ...ALL })))).to.deep.equal(["2", "1"]);
      expect(hours(await done(store.log({ server: "7", offset: 1, limit: 1 })))).to.deep.equal(["2"]);
    });

    it("tells a person what they did, and says no longer who it was once they are forgotten", async () => {
      const store = place.store();
      await done(store.addLogEntry(entryOf({ person: "990077" })));
      await added(store, { author: "990077", approver: "990077" });
      await done(store.digests.add(planOf({ author: "990077" }), null));
      expect((await done(store.exportPerson("990077"))).deeds).to.have.length(1);
      expect(await done(store.forgetPerson("990077"))).to.deep.include({ deeds: 1 });
      expect((await done(store.exportPerson("990077"))).deeds).to.deep.equal([]);
      expect(await place.dump()).to.not.contain("990077");
      expect(await done(store.log({ server: "7", ...ALL }))).to.have.length(1);
    });
  });

  describe("articles seen", () => {
    it("are new after the moment at which they were first seen, each event for itself", async () => {
      const store = place.store();
      await done(store.articlesSeen.note("ferry", ["a", "b"], AT));
      await done(store.articlesSeen.note("ferry", ["a", "b", "c"], LATER));
      await done(store.articlesSeen.note("other", ["d"], LATER));
      expect(await done(store.articlesSeen.since("ferry", AT))).to.deep.equal(["c"]);
      expect(await done(store.articlesSeen.since("ferry", "2026-01-01T00:00:00Z"))).to.deep.equal(["c", "a", "b"]);
      expect(await done(store.articlesSeen.since("ferry", LATER))).to.deep.equal([]);
    });

    it("may be many", async () => {
      const ids = Array.from({ length: 5_000 }, (_, number) => `article-${number}`);
      await done(place.store().articlesSeen.note("ferry", ids, AT));
      expect(await done(place.store().articlesSeen.since("ferry", "2026-01-01T00:00:00Z"))).to.have.length(5_000);
    });
  });

  describe("a lease", () => {
    it("is one process's until it ends, and then whoever asks first has it", async () => {
      const [one, two] = [place.store(), await place.open()];
      expect(await done(one.lease("posting", "one", LATER, AT))).to.equal(true);
      expect(await done(two.lease("posting", "two", LATER, AT))).to.equal(false);
      expect(await done(two.lease("another", "two", LATER, AT))).to.equal(true);
      expect(await done(one.lease("posting", "one", "2026-05-01T12:00:00Z", AT))).to.equal(true);
      expect(await done(two.lease("posting", "two", "2026-05-01T13:00:00Z", LATER))).to.equal(false);
      expect(await done(two.lease("posting", "two", "2026-05-01T14:00:00Z", "2026-05-01T12:00:00Z"))).to.equal(true);
      expect(await done(one.lease("posting", "one", "2026-05-01T14:00:00Z", "2026-05-01T12:00:00Z"))).to.equal(false);
      expect(await done(two.lease("posting", "two", AT, LATER))).to.equal(true);
      expect(await done(one.lease("posting", "one", LATER, LATER))).to.equal(true);
    });

    it("is given to one of several that ask at the same moment", async () => {
      const stores = [place.store(), await place.open(), await place.open()];
      const given = await Promise.all(stores.map(async (store, who) => done(store.lease("x", String(who), LATER, AT))));
      expect(given.filter(Boolean)).to.have.length(1);
    });
  });
}

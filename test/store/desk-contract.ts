import { expect } from "chai";
import type { Publication } from "../../src/domain/publication.ts";
import type { Store } from "../../src/domain/store.ts";
import { NO_SETTINGS } from "../fixtures/memory-desk-store.ts";
import { citationOf, draftOf, entryOf, lineOf, type NewPublication, planOf } from "./desk-samples.ts";
import { done } from "./samples.ts";

const ALL = { server: "7", offset: 0, limit: 100 };
const LATER = "2026-05-02T10:00:00.000Z";

/** What a store must do with what moderators keep, a fake one in memory too. */
export function holdsTheDeskContract(openTwo: () => Promise<readonly [Store, Store]>): void {
  let store: Store;
  let other: Store;

  beforeEach(async () => {
    [store, other] = await openTwo();
  });

  async function added(changed: Partial<NewPublication> = {}): Promise<Publication> {
    const publication = await done(store.publications.add(draftOf(changed), null));
    return publication === "taken" ? expect.fail("taken") : publication;
  }

  async function deeds(page: { readonly subject?: string } = {}): Promise<readonly string[]> {
    return (await done(store.log({ ...ALL, ...page }))).map(({ deed }) => deed);
  }

  describe("publications", () => {
    it("come back as they were given, with every kind of heading", async () => {
      const lines = [
        lineOf({
          heading: { type: "date", from: "2021-05-01", to: "2021-05-31", precision: "month", otherDates: ["2021-06"] },
          also: [citationOf({ article: "two" })],
          contested: ["b"],
        }),
        lineOf({ id: "b", heading: { type: "shared" }, correction: { how: "struck", at: LATER } }),
        lineOf({ id: "c", heading: { type: "single", publisher: "The Harbour Gazette" } }),
        lineOf({ id: "d", heading: { type: "contradiction", about: "number", value: "12" } }),
      ];
      const given = draftOf({ lines, title: "Ferry", note: "Read it.", slot: "x 1", approver: "101", message: "900" });
      const publication = await added({ ...given, postedAt: LATER });
      expect(publication).to.deep.equal({
        ...given,
        postedAt: LATER,
        id: publication.id,
        revision: 1,
        changedAt: given.createdAt,
      });
      expect(publication.id).to.match(/^[\w-]{1,16}$/u);
      expect(await done(other.publications.get(publication.id))).to.deep.equal(publication);
      expect(await done(store.publications.get("none"))).to.equal(null);
    });

    it("are found by the message they became, in their own server alone", async () => {
      const mine = await added({ message: "900" });
      await added({ message: "901" });
      await added({ server: "8", message: "902" });
      expect(await done(other.publications.byMessage("7", "900"))).to.deep.equal(mine);
      expect(await done(store.publications.byMessage("7", "902"))).to.equal(null);
      expect(await done(store.publications.byMessage("7", "903"))).to.equal(null);
    });

    it("change where they are as they were seen, with an entry in the log, and otherwise not at all", async () => {
      const { id } = await added();
      const entry = entryOf({ deed: "changed", subject: id, at: LATER });
      const changed = await done(store.publications.change(id, 1, { title: "Ferry", note: null }, LATER, entry));
      expect(changed).to.deep.include({ id, title: "Ferry", revision: 2, changedAt: LATER, topic: "the ferry" });
      expect(await done(other.publications.get(id))).to.deep.equal(changed);
      expect(await done(store.publications.change(id, 1, { title: "Boat" }, LATER, entry))).to.equal(
        "changed-meanwhile",
      );
      expect(await done(store.publications.change("none", 1, {}, LATER, entry))).to.equal("gone");
      expect(await done(store.publications.get(id))).to.deep.equal(changed);
      expect(await deeds()).to.deep.equal(["changed"]);
    });

    it("are changed by one of many that saw the same", async () => {
      const { id } = await added();
      const results = await Promise.all(
        Array.from({ length: 12 }, async (_, place) => {
          const entry = entryOf({ deed: "posted", subject: id, person: String(place) });
          const door = place % 2 === 0 ? store : other;
          return done(door.publications.change(id, 1, { state: "posting", approver: String(place) }, LATER, entry));
        }),
      );
      const won = results.flatMap((result) => (typeof result === "string" ? [] : [result.approver]));
      expect(won).to.have.lengthOf(1);
      expect((await done(store.log(ALL))).map(({ person }) => person)).to.deep.equal(won);
      expect(await done(store.publications.get(id))).to.deep.include({ revision: 2, approver: won[0] });
    });

    it("are one for a slot, however many want it, and as many as anybody likes without", async () => {
      const { subject: _, ...entry } = entryOf();
      const results = await Promise.all(
        Array.from({ length: 12 }, async (_, place) =>
          done((place % 2 === 0 ? store : other).publications.add(draftOf({ slot: "digest 1" }), entry)),
        ),
      );
      const made = results.flatMap((result) => (result === "taken" ? [] : [result.id]));
      expect(made).to.have.lengthOf(1);
      expect((await done(store.log(ALL))).map(({ subject }) => subject)).to.deep.equal(made);
      await added();
      await added();
      expect(await done(store.publications.list({ ...ALL, states: ["draft"] }))).to.have.lengthOf(3);
    });

    it("are listed by server and state, those changed last first, by the page", async () => {
      const days = [1, 2, 3, 4].map((day) => `2026-05-0${day}T10:00:00.000Z`);
      const ids: string[] = [];
      for (const createdAt of days) ids.push((await added({ createdAt })).id);
      await added({ server: "8" });
      await added({ state: "posted" });
      const [first = "", second = "", third = "", fourth = ""] = ids;
      await done(store.publications.change(first, 1, {}, "2026-05-09T10:00:00.000Z", null));
      const listed = async (offset: number, limit: number) =>
        (await done(store.publications.list({ server: "7", states: ["draft"], offset, limit }))).map(({ id }) => id);
      expect(await listed(0, 10)).to.deep.equal([first, fourth, third, second]);
      expect(await listed(1, 2)).to.deep.equal([fourth, third]);
      expect(await done(store.publications.list({ ...ALL, states: [] }))).to.deep.equal([]);
    });

    it("can all be walked through", async () => {
      for (let place = 0; place < 7; place += 1) await added({ server: String(place), state: "posting" });
      await added();
      const walked: string[] = [];
      for (;;) {
        const page = await done(store.publications.after(walked.at(-1) ?? null, ["posting", "posted"], 3));
        if (page.length === 0) break;
        walked.push(...page.map(({ id }) => id));
      }
      expect(walked).to.have.lengthOf(7);
      expect(walked).to.deep.equal([...new Set(walked)].toSorted());
    });

    it("are deleted where nobody touched them, but for what was posted", async () => {
      for (const state of ["draft", "awaiting-approval", "discarded", "failed"] as const) await added({ state });
      const kept = [];
      for (const state of ["posting", "posted", "removed"] as const) kept.push((await added({ state })).id);
      const touched = await added();
      await done(store.publications.change(touched.id, 1, { note: "mine" }, LATER, null));
      expect(await done(store.publications.expire(LATER))).to.equal(4);
      expect(await done(store.publications.expire(LATER))).to.equal(0);
      for (const id of [...kept, touched.id]) expect(await done(store.publications.get(id))).not.to.equal(null);
    });
  });

  describe("digests", () => {
    async function planned(changed: Parameters<typeof planOf>[0] = {}) {
      const plan = await done(store.digests.add(planOf(changed), null));
      return plan === "full" ? expect.fail("full") : plan;
    }

    it("come back as they were set up, oldest first, and change where they are as they were seen", async () => {
      const first = await planned({ topic: "the ferry" });
      const second = await planned();
      await planned({ server: "8" });
      expect(first).to.deep.equal({ ...planOf({ topic: "the ferry" }), id: first.id, revision: 1 });
      expect(first.id).to.match(/^[\w-]{1,16}$/u);
      expect(await done(other.digests.list("7"))).to.deep.equal([first, second]);
      const entry = entryOf({ deed: "digest-paused", subject: first.id });
      const paused = await done(store.digests.change(first.id, 1, { paused: true, toldUntil: LATER }, entry));
      expect(paused).to.deep.equal({ ...first, paused: true, toldUntil: LATER, revision: 2 });
      expect(await done(other.digests.get(first.id))).to.deep.equal(paused);
      expect(await done(store.digests.change(first.id, 1, { hour: 9 }, entry))).to.equal("changed-meanwhile");
      expect(await done(store.digests.change("none", 1, { hour: 9 }, entry))).to.equal("gone");
      expect(await deeds()).to.deep.equal(["digest-paused"]);
      expect(await done(store.digests.list("7"))).to.deep.equal([paused, second]);
    });

    it("are changed by one of many that saw the same", async () => {
      const { id } = await planned();
      const results = await Promise.all(
        Array.from({ length: 8 }, async (_, hour) =>
          done((hour % 2 === 0 ? store : other).digests.change(id, 1, { hour }, null)),
        ),
      );
      expect(results.filter((result) => typeof result !== "string")).to.have.lengthOf(1);
    });

    it("are removed once, with an entry", async () => {
      const { id } = await planned();
      const entry = entryOf({ deed: "digest-removed", subject: id });
      expect(await done(store.digests.remove(id, entry))).to.equal(true);
      expect(await done(store.digests.remove(id, entry))).to.equal(false);
      expect(await done(store.digests.get(id))).to.equal(null);
      expect(await deeds()).to.deep.equal(["digest-removed"]);
    });

    it("are at most ten of a server, and can all be walked through", async () => {
      const results = await Promise.all(
        Array.from({ length: 14 }, async (_, place) =>
          done((place % 2 === 0 ? store : other).digests.add(planOf(), null)),
        ),
      );
      expect(results.filter((result) => result === "full")).to.have.lengthOf(4);
      await planned({ server: "8" });
      const walked: string[] = [];
      for (;;) {
        const page = await done(store.digests.after(walked.at(-1) ?? null, 4));
        if (page.length === 0) break;
        walked.push(...page.map(({ id }) => id));
      }
      expect(walked).to.have.lengthOf(11);
      expect(walked).to.deep.equal([...new Set(walked)].toSorted());
    });
  });

  it("knows since when articles are there, event by event", async () => {
    const seen = async (event: string, after: string) =>
      [...(await done(store.articlesSeen.since(event, after)))].toSorted();
    await done(store.articlesSeen.note("ferry", ["a", "b"], "2026-05-01T10:00:00.000Z"));
    await done(store.articlesSeen.note("ferry", ["b", "c", "c"], LATER));
    await done(store.articlesSeen.note("storm", ["a"], LATER));
    await done(store.articlesSeen.note("storm", [], LATER));
    expect(await seen("ferry", "2026-04-01T00:00:00.000Z")).to.deep.equal(["a", "b", "c"]);
    expect(await seen("ferry", "2026-05-01T10:00:00.000Z")).to.deep.equal(["c"]);
    expect(await seen("storm", "2026-05-01T10:00:00.000Z")).to.deep.equal(["a"]);
    expect(await seen("ferry", LATER)).to.deep.equal([]);
  });

  it("keeps the log of a server newest first, also within one instant, by subject and by the page", async () => {
    const entries = [1, 2, 3, 4, 5].map((place) =>
      entryOf({ subject: place % 2 === 0 ? "even" : "odd", detail: String(place), person: place === 5 ? null : "100" }),
    );
    for (const entry of entries) await done(store.addLogEntry(entry));
    await done(store.addLogEntry(entryOf({ server: "8" })));
    const details = async (page: { readonly subject?: string; readonly offset?: number; readonly limit?: number }) =>
      (await done(other.log({ ...ALL, ...page }))).map(({ detail }) => detail);
    expect(await details({})).to.deep.equal(["5", "4", "3", "2", "1"]);
    expect(await details({ subject: "even" })).to.deep.equal(["4", "2"]);
    expect(await details({ offset: 1, limit: 2 })).to.deep.equal(["4", "3"]);
    const [newest] = await done(store.log(ALL));
    expect(newest).to.deep.equal({ ...entries[4], id: newest?.id });
  });

  it("writes every entry when many are written at once", async () => {
    await Promise.all(
      Array.from({ length: 20 }, async (_, place) =>
        done((place % 2 === 0 ? store : other).addLogEntry(entryOf({ detail: String(place) }))),
      ),
    );
    expect(new Set((await done(store.log(ALL))).map(({ detail }) => detail)).size).to.equal(20);
  });

  it("lends to one owner at a time, until its time has passed or it lets go", async () => {
    const at = (minute: number) => `2026-05-01T10:${String(minute).padStart(2, "0")}:00.000Z`;
    expect(await done(store.lease("digests", "a", at(10), at(0)))).to.equal(true);
    expect(await done(other.lease("digests", "b", at(20), at(9)))).to.equal(false);
    expect(await done(other.lease("posting", "b", at(20), at(9)))).to.equal(true);
    expect(await done(store.lease("digests", "a", at(15), at(9)))).to.equal(true);
    expect(await done(other.lease("digests", "b", at(20), at(14)))).to.equal(false);
    expect(await done(other.lease("digests", "b", at(25), at(15)))).to.equal(true);
    expect(await done(store.lease("digests", "a", at(30), at(16)))).to.equal(false);
    expect(await done(other.lease("digests", "b", at(16), at(17)))).to.equal(true);
    const asked = await Promise.all(
      Array.from({ length: 10 }, async (_, place) =>
        done((place % 2 === 0 ? store : other).lease("digests", `c${place}`, at(50), at(17))),
      ),
    );
    expect(asked.filter((got) => got)).to.have.lengthOf(1);
  });

  describe("what a server has set", () => {
    it("is changed by what is named and keeps the rest", async () => {
      expect(await done(store.serverSettings("7"))).to.deep.equal(NO_SETTINGS);
      await done(store.setServerSettings("7", { moderatorRoles: ["1", "2"], approval: true }, entryOf()));
      await done(other.setServerSettings("7", { language: "de", privacy: "private", maintainerRoles: ["3"] }, null));
      await done(store.setServerSettings("7", { timeZone: "Europe/Tirane" }, null));
      const set = { ...NO_SETTINGS, moderatorRoles: ["1", "2"], approval: true, language: "de", privacy: "private" };
      expect(await done(other.serverSettings("7"))).to.deep.equal({
        ...set,
        maintainerRoles: ["3"],
        timeZone: "Europe/Tirane",
      });
      await done(store.setServerSettings("7", { language: null, approval: false }, null));
      expect(await done(store.serverSettings("7"))).to.deep.equal({
        ...NO_SETTINGS,
        moderatorRoles: ["1", "2"],
        maintainerRoles: ["3"],
        privacy: "private",
        timeZone: "Europe/Tirane",
      });
      expect(await deeds()).to.deep.equal(["drafted"]);
      expect(await done(store.serverSettings("8"))).to.deep.equal(NO_SETTINGS);
    });

    it("loses no change when many come at once", async () => {
      await Promise.all([
        done(store.setServerSettings("7", { language: "fr" }, entryOf())),
        done(other.setServerSettings("7", { approval: true }, entryOf())),
        done(store.setServerSettings("7", { moderatorRoles: ["1"] }, entryOf())),
        done(other.setServerSettings("7", { timeZone: "Europe/Oslo" }, entryOf())),
      ]);
      const set = { language: "fr", approval: true, moderatorRoles: ["1"], timeZone: "Europe/Oslo" };
      expect(await done(store.serverSettings("7"))).to.deep.equal({ ...NO_SETTINGS, ...set });
      expect(await deeds()).to.have.lengthOf(4);
    });
  });

  it("tells a person what they did as a moderator, and keeps it without them once they are forgotten", async () => {
    const mine = await added({ author: "770001", approver: "770002" });
    const theirs = await added({ author: "770002", approver: "770001" });
    const plan = await done(store.digests.add(planOf({ author: "770001" }), null));
    if (plan === "full") return expect.fail("full");
    await done(store.addLogEntry(entryOf({ person: "770001", detail: "one" })));
    await done(store.addLogEntry(entryOf({ person: "770002", detail: "two" })));
    await done(store.addLogEntry(entryOf({ person: "770001", detail: "three", server: "8", at: LATER })));
    const exported = await done(store.exportPerson("770001"));
    expect(exported.deeds.map(({ detail }) => detail)).to.deep.equal(["three", "one"]);
    const [newest] = exported.deeds;
    const { person: _, ...entry } = entryOf({ detail: "three", server: "8", at: LATER });
    expect(newest).to.deep.equal({ ...entry, id: newest?.id });

    expect(await done(store.forgetPerson("770001"))).to.deep.include({ deeds: 2 });
    expect((await done(store.exportPerson("770001"))).deeds).to.deep.equal([]);
    const log = await done(store.log(ALL));
    expect(log.map(({ person, detail }) => [person, detail])).to.deep.equal([
      ["770002", "two"],
      [null, "one"],
    ]);
    expect(await done(store.publications.get(mine.id))).to.deep.equal({ ...mine, author: null });
    expect(await done(store.publications.get(theirs.id))).to.deep.equal({ ...theirs, approver: null });
    expect(await done(store.digests.get(plan.id))).to.deep.equal({ ...plan, author: null });
    expect((await done(store.forgetPerson("770001"))).deeds).to.equal(0);
  });
}

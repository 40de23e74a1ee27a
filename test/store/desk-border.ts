import { expect } from "chai";
import type { Store } from "../../src/domain/store.ts";
import type { Place } from "./contract.ts";
import { citationOf, draftOf, entryOf, lineOf, type NewPublication, planOf } from "./desk-samples.ts";
import { done } from "./samples.ts";

const ALL = { server: "7", offset: 0, limit: 100 };

/** What a database does with what is hostile, or damaged, in what moderators keep. */
export function holdsTheDeskBorder(given: () => { readonly store: Store; readonly place: Place }): void {
  describe("what moderators keep", () => {
    async function added(changed: Partial<NewPublication> = {}): Promise<string> {
      const publication = await done(given().store.publications.add(draftOf(changed), null));
      return publication === "taken" ? expect.fail("taken") : publication.id;
    }

    it("is cut to a sane length, and a passage with its sentence", async () => {
      const { store, place } = given();
      const long = `a\0b\uD83D${"x".repeat(20_000)}`;
      const cited = citationOf({ start: 10, end: 10 + long.length, text: long });
      const lines = [lineOf({ cited, also: Array(9).fill(citationOf()), contested: Array(99).fill("b") })];
      const id = await added({
        event: long,
        topic: long,
        title: long,
        note: long,
        lines,
        slot: long,
        corpusVersion: long,
      });
      await done(store.addLogEntry(entryOf({ detail: long })));
      await done(store.digests.add(planOf({ event: long, topic: long, timeZone: long, language: long }), null));
      await done(store.articlesSeen.note(long, [long], "2026-05-01"));
      await done(store.setServerSettings("7", { event: long }, null));
      await done(store.lease(long, long, "2026-05-01", "2026-05-01"));
      const publication = await done(store.publications.get(id));
      expect([publication?.title, publication?.note].map((text) => text?.length)).to.deep.equal([120, 600]);
      expect(publication?.title).to.match(/^ab\uFFFDx+$/u);
      const [plan] = await done(store.digests.list("7"));
      const { event } = await done(store.serverSettings("7"));
      const kept = `ab\uFFFD${"x".repeat(297)}`;
      expect([publication?.event, plan?.event, event]).to.deep.equal([kept, kept, kept]);
      const [line] = publication?.lines ?? [];
      expect(line?.cited.text.length).to.equal(4_000);
      expect([line?.cited.start, line?.cited.end]).to.deep.equal([10, 4_010]);
      expect(line?.also).to.have.lengthOf(3);
      expect((await place.dump()).length).to.be.below(20_000);
    });

    it("is refused where an id, an instant, a line or a day of the week is none, and leaves no entry", async () => {
      const { store } = given();
      const id = await added();
      const { subject: _, ...entry } = entryOf();
      const at = "2026-05-01";
      const refused = await Promise.all([
        store.publications.add(draftOf({ server: "secret\n" }), entry),
        store.publications.add(draftOf({ channel: "" }), entry),
        store.publications.add(draftOf({ createdAt: "secret" }), entry),
        store.publications.add(draftOf({ lines: Array(26).fill(lineOf()) }), entry),
        store.publications.add(draftOf({ lines: [lineOf({ id: "secret-id" })] }), entry),
        store.publications.change(id, 1, { message: "se cret" }, at, entryOf()),
        store.publications.change(id, 1, { title: "new" }, at, entryOf({ at: "secret" })),
        store.publications.change(id, 1, { title: "new" }, at, entryOf({ server: "se cret" })),
        store.digests.add(planOf({ days: [] }), entry),
        store.digests.add(planOf({ hour: 24 }), entry),
        store.setServerSettings("7", { moderatorRoles: ["se cret"] }, entryOf()),
        store.setServerSettings("7", { language: "de" }, entryOf({ person: "se cret" })),
        store.addLogEntry(entryOf({ subject: "se cret" })),
        store.lease("a", "b", "secret", at),
        store.articlesSeen.note("a", ["b"], "secret"),
      ]);
      for (const [number, result] of refused.entries()) {
        expect(result.ok, String(number)).to.equal(false);
        expect(JSON.stringify(result)).to.contain("store-unavailable").and.not.contain("cret");
      }
      expect(await done(store.log(ALL))).to.deep.equal([]);
      expect(await done(store.publications.get(id))).to.deep.include({ title: null, revision: 1 });
      expect((await done(store.serverSettings("7"))).language).to.equal(null);
      expect(await done(store.digests.list("7"))).to.deep.equal([]);
    });

    it("that is damaged is said to be, quoted nowhere, and hides nothing else", async () => {
      const { store, place } = given();
      const ids = [];
      for (let number = 0; number < 5; number += 1) ids.push(await added());
      const [first = "", second = "", ...sound] = ids.toSorted();
      await place.execute(`update publications set lines = '[{"secret":1}]' where id in ('${first}', '${second}')`);
      const found = await store.publications.get(first);
      expect(found.ok ? "" : found.error.reason).to.equal("a publication in the database is damaged");
      const listed = await done(store.publications.list({ ...ALL, states: ["draft"] }));
      expect(listed.map(({ id }) => id)).to.have.members(sound);
      const walked = await done(store.publications.after(null, ["draft"], 2));
      expect(walked.map(({ id }) => id)).to.deep.equal(sound.slice(0, 2));

      for (let number = 0; number < 3; number += 1) await done(store.digests.add(planOf(), null));
      const [plan] = await done(store.digests.after(null, 1));
      await place.execute(`update digests set days = 'secret' where id = '${plan?.id ?? ""}'`);
      expect((await store.digests.get(plan?.id ?? "")).ok).to.equal(false);
      expect(await done(store.digests.list("7"))).to.have.lengthOf(2);
      expect(await done(store.digests.after(null, 1))).to.have.lengthOf(1);

      await done(store.addLogEntry(entryOf()));
      await done(store.addLogEntry(entryOf({ detail: "damaged" })));
      await place.execute("update log set deed = 'secret' where detail = 'damaged'");
      expect(await done(store.log(ALL))).to.have.lengthOf(1);

      await done(store.setServerSettings("7", { approval: true }, null));
      await place.execute('update servers set settings = \'{"approval":"secret"}\'');
      const settings = await store.serverSettings("7");
      expect(settings.ok ? "" : settings.error.reason).to.equal("what a server has set in the database is damaged");
    });

    it("takes a hundred thousand articles, and gives ten thousand", async function many() {
      this.timeout(60_000);
      const { store } = given();
      const ids = Array.from({ length: 100_000 }, (_, number) => `article-${number}`);
      await done(store.articlesSeen.note("ferry", ids, "2026-05-01"));
      await done(store.articlesSeen.note("ferry", [...ids.slice(1), "new"], "2026-05-02"));
      const [newest, ...others] = await done(store.articlesSeen.since("ferry", "2026-04-01"));
      expect(newest).to.equal("new");
      expect(others).to.have.lengthOf(9_999);
      expect(await done(store.articlesSeen.since("ferry", "2026-05-01"))).to.deep.equal(["new"]);
      expect((await store.articlesSeen.note("ferry", [...ids, "one more"], "2026-05-02")).ok).to.equal(false);
    });
  });
}

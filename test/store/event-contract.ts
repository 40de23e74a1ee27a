import { expect } from "chai";
import type { Store } from "../../src/domain/store.ts";
import { NO_SETTINGS } from "../fixtures/memory-desk-store.ts";
import { draftOf, planOf } from "./desk-samples.ts";
import { done, feedbackOf, followOf, questionOf } from "./samples.ts";

const ALL = { offset: 0, limit: 100 };
/** As a folder may be called. */
const ODD = 'Überschwemmung \'24; "Tirana" 洪水';

/** What a store must do where people ask about several events, a fake one in memory too. */
export function holdsTheEventContract(open: () => Promise<Store>): void {
  let store: Store;

  beforeEach(async () => {
    store = await open();
  });

  async function followed(changed: Parameters<typeof followOf>[0]): Promise<string> {
    const result = await done(store.follow(followOf(changed)));
    return result === "full" ? expect.fail("full") : result.id;
  }

  describe("several events", () => {
    it("have a verdict each of the same person on the same words", async () => {
      const given = ["ferry", "storm", null].map((event, place) =>
        feedbackOf({ event, at: `2026-05-01T1${place}:00:00.000Z` }),
      );
      for (const one of given) await done(store.addFeedback(one));
      const later = feedbackOf({ event: "storm", verdict: "helpful", at: "2026-05-02T10:00:00.000Z" });
      await done(store.addFeedback(later));
      expect(await done(store.feedback(ALL))).to.deep.equal([later, given[2], given[0]]);
    });

    it("have feedback of their own, with that of none, in one server or in all", async () => {
      const given = [
        { event: "ferry", server: "7" },
        { event: "ferry", server: "8" },
        { event: null, server: "7" },
        { event: "storm", server: "7" },
        { event: null, server: null },
        { event: ODD, server: "7" },
      ].map((one, place) => feedbackOf({ ...one, person: `10${place}`, at: `2026-05-01T1${place}:00:00.000Z` }));
      for (const one of given) await done(store.addFeedback(one));
      const [first, second, third, fourth, fifth, sixth] = given;
      expect(await done(store.feedback({ ...ALL, event: "ferry" }))).to.deep.equal([fifth, third, second, first]);
      expect(await done(store.feedback({ ...ALL, event: "storm", server: "7" }))).to.deep.equal([fourth, third]);
      expect(await done(store.feedback({ ...ALL, event: ODD, server: "7" }))).to.deep.equal([sixth, third]);
      expect(await done(store.feedback({ event: "ferry", offset: 1, limit: 2 }))).to.deep.equal([third, second]);
      expect(await done(store.feedback({ ...ALL, server: "7" }))).to.deep.equal([sixth, fourth, third, first]);
      expect(await done(store.feedback({ ...ALL, event: "none" }))).to.deep.equal([fifth, third]);
    });

    it("have open questions of their own, with those of none, in one server or in all", async () => {
      for (const [event, server] of [
        ["ferry", "7"],
        ["ferry", "7"],
        ["ferry", "8"],
        ["storm", "7"],
        [null, "7"],
      ] as const) {
        await done(store.addQuestion(questionOf({ event, server })));
      }
      await done(store.addQuestion(questionOf({ event: ODD, text: "Who paid?", day: "2026-04-30" })));
      const times = async (page: { readonly event?: string; readonly server?: string }) =>
        (await done(store.openQuestions({ ...ALL, ...page }))).map((one) => [one.text, one.times]);
      const { text } = questionOf();
      expect(await times({})).to.deep.equal([
        [text, 5],
        ["Who paid?", 1],
      ]);
      expect(await times({ event: "ferry" })).to.deep.equal([[text, 4]]);
      expect(await times({ event: "ferry", server: "7" })).to.deep.equal([[text, 3]]);
      expect(await times({ event: "storm" })).to.deep.equal([[text, 2]]);
      expect(await times({ event: ODD })).to.deep.equal([
        [text, 1],
        ["Who paid?", 1],
      ]);
    });

    it("leave a question open in one when another's articles answer it", async () => {
      await done(store.addQuestion(questionOf({ event: "ferry", day: "2026-05-01" })));
      await done(store.addQuestion(questionOf({ event: "storm", day: "2026-05-01" })));
      await done(store.addQuestion(questionOf({ event: "storm", day: "2026-05-02", outcome: "answered" })));
      expect(await done(store.openQuestions({ ...ALL, event: "ferry" }))).to.have.lengthOf(1);
      expect(await done(store.openQuestions({ ...ALL, event: "storm" }))).to.deep.equal([]);
    });

    it("are followed each for itself with the same words, and once each", async () => {
      const ids = [
        await followed({ event: "ferry" }),
        await followed({ event: "storm", since: "2026-05-02T10:00:00.000Z" }),
        await followed({ event: null, since: "2026-05-03T10:00:00.000Z" }),
      ];
      expect(new Set(ids).size).to.equal(3);
      expect(await followed({ event: "storm", seen: "newer" })).to.equal(ids[1]);
      expect(await followed({ event: null })).to.equal(ids[2]);
      const follows = await done(store.follows("100"));
      expect(follows.map(({ id, event, seen }) => [id, event, seen])).to.deep.equal([
        [ids[0], "ferry", "fingerprint"],
        [ids[1], "storm", "newer"],
        [ids[2], null, "fingerprint"],
      ]);
      expect(await done(store.unfollow("100", ids[0] ?? ""))).to.equal(true);
      const walked = await done(store.followsAfter(null, 100));
      expect(walked.map(({ event }) => event)).to.have.members(["storm", null]);
    });

    it("count together towards what one person may follow", async () => {
      for (let place = 0; place < 25; place += 1) await followed({ event: `event ${place}` });
      expect(await done(store.follow(followOf({ event: "one more" })))).to.equal("full");
      expect(await followed({ event: "event 7" })).to.be.a("string");
    });

    it("are told to a person whose data is exported, and forgotten with it", async () => {
      for (const event of [ODD, null]) {
        await done(store.addFeedback(feedbackOf({ event })));
        await followed({ event });
      }
      const exported = await done(store.exportPerson("100"));
      expect(exported.feedback.map(({ event }) => event)).to.have.members([ODD, null]);
      expect(exported.follows.map(({ event }) => event)).to.have.members([ODD, null]);
      expect(await done(store.forgetPerson("100"))).to.deep.include({ follows: 2, feedback: 2 });
      expect(await done(store.feedback({ ...ALL, event: ODD }))).to.deep.equal([]);
      expect(await done(store.follows("100"))).to.deep.equal([]);
    });

    it("are kept with publications, and stay where these change", async () => {
      for (const event of [ODD, null]) {
        const added = await done(store.publications.add(draftOf({ event }), null));
        if (added === "taken") return expect.fail("taken");
        expect(added.event).to.equal(event);
        await done(store.publications.change(added.id, 1, { title: "Ferry" }, added.createdAt, null));
        expect(await done(store.publications.get(added.id))).to.deep.include({ event, title: "Ferry" });
      }
    });

    it("are kept with digests, stay where these change, and can be changed", async () => {
      for (const event of [ODD, null]) {
        const added = await done(store.digests.add(planOf({ event }), null));
        if (added === "full") return expect.fail("full");
        expect(added.event).to.equal(event);
        await done(store.digests.change(added.id, 1, { hour: 9 }, null));
        expect(await done(store.digests.get(added.id))).to.deep.include({ event, hour: 9 });
        await done(store.digests.change(added.id, 2, { event: "storm" }, null));
        expect(await done(store.digests.get(added.id))).to.deep.include({ event: "storm", hour: 9 });
      }
    });

    it("are chosen by a server, until the choice is taken back", async () => {
      expect((await done(store.serverSettings("7"))).event).to.equal(null);
      await done(store.setServerSettings("7", { event: ODD }, null));
      await done(store.setServerSettings("7", { language: "de" }, null));
      expect(await done(store.serverSettings("7"))).to.deep.equal({ ...NO_SETTINGS, event: ODD, language: "de" });
      expect((await done(store.serverSettings("8"))).event).to.equal(null);
      await done(store.setServerSettings("7", { event: null }, null));
      expect(await done(store.serverSettings("7"))).to.deep.equal({ ...NO_SETTINGS, language: "de" });
    });
  });
}

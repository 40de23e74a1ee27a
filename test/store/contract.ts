import { expect } from "chai";
import fc from "fast-check";
import type { Store } from "../../src/domain/store.ts";
import { holdsTheDeskContract } from "./desk-contract.ts";
import { holdsTheDeskBorder } from "./desk-border.ts";
import type { TextType } from "./earlier-versions.ts";
import { holdsTheEventContract } from "./event-contract.ts";
import { done, feedbackOf, followOf, questionOf } from "./samples.ts";

/** Every table there is. */
export const TABLES = Object.freeze([
  "feedback",
  "questions",
  "follows",
  "people",
  "servers",
  "publications",
  "digests",
  "log",
  "articles_seen",
  "leases",
  "footnote_schema",
]);

/** One database, empty at first. */
export interface Place {
  readonly text: TextType;
  /** Opens the store on it; several may be open at once. */
  open(): Promise<Store>;
  /** Every row of every table as text. */
  dump(): Promise<string>;
  /** Does what the store itself would not. */
  execute(statement: string): Promise<void>;
}

const ALL = { offset: 0, limit: 100 };

/** What a store must do, whatever database is behind it. */
export function holdsTheContract(newPlace: () => Promise<Place>): void {
  const stores: Store[] = [];
  let place: Place;
  let store: Store;

  async function open(): Promise<Store> {
    const opened = await place.open();
    stores.push(opened);
    return opened;
  }

  beforeEach(async () => {
    place = await newPlace();
    store = await open();
  });

  afterEach(async () => {
    for (const one of stores.splice(0)) await one.close();
  });

  describe("feedback", () => {
    it("is listed newest first, of one server or of all, by the page", async () => {
      const given = [1, 2, 3, 4].map((hour) =>
        feedbackOf({
          person: `10${hour}`,
          server: hour === 4 ? null : String(hour % 2),
          at: `2026-05-01T0${hour}:00:00.000Z`,
        }),
      );
      for (const one of given) await done(store.addFeedback(one));
      expect(await done(store.feedback(ALL))).to.deep.equal(given.toReversed());
      expect(await done(store.feedback({ ...ALL, server: "1" }))).to.deep.equal([given[2], given[0]]);
      expect(await done(store.feedback({ offset: 1, limit: 2 }))).to.deep.equal([given[2], given[1]]);
    });

    it("of the same person on the same question takes the place of the earlier one", async () => {
      await done(store.addFeedback(feedbackOf()));
      const later = feedbackOf({ question: "who  SANK the ferry?", verdict: "helpful", reason: null, shown: [] });
      await done(store.addFeedback(later));
      await done(store.addFeedback(feedbackOf({ person: "101" })));
      expect(await done(store.feedback(ALL))).to.deep.equal([later, feedbackOf({ person: "101" })]);
    });

    it("sorts instants of other offsets by when they were", async () => {
      await done(store.addFeedback(feedbackOf({ person: "1", at: "2026-05-01T12:00:00+02:00" })));
      await done(store.addFeedback(feedbackOf({ person: "2", at: "2026-05-01T11:00:00Z" })));
      const listed = await done(store.feedback(ALL));
      expect(listed.map(({ person, at }) => [person, at])).to.deep.equal([
        ["2", "2026-05-01T11:00:00.000Z"],
        ["1", "2026-05-01T10:00:00.000Z"],
      ]);
    });
  });

  describe("open questions", () => {
    it("are counted by their words, those asked most first, then the latest", async () => {
      await done(store.addQuestion(questionOf({ text: "Who paid?", day: "2026-05-03" })));
      await done(store.addQuestion(questionOf({ text: "Who left?", day: "2026-05-02" })));
      await done(store.addQuestion(questionOf({ day: "2026-05-01" })));
      await done(store.addQuestion(questionOf({ day: "2026-05-01" })));
      await done(store.addQuestion(questionOf({ text: "how deep is  the harbour?", day: "2026-05-02", server: null })));
      expect(await done(store.openQuestions(ALL))).to.deep.equal([
        { text: "How deep is the harbour?", times: 3, firstDay: "2026-05-01", lastDay: "2026-05-02" },
        { text: "Who paid?", times: 1, firstDay: "2026-05-03", lastDay: "2026-05-03" },
        { text: "Who left?", times: 1, firstDay: "2026-05-02", lastDay: "2026-05-02" },
      ]);
      const [first] = await done(store.openQuestions({ ...ALL, server: "7" }));
      expect(first?.times).to.equal(2);
      expect((await done(store.openQuestions({ offset: 1, limit: 1 }))).map(({ text }) => text)).to.deep.equal([
        "Who paid?",
      ]);
    });

    it("are open no more once the articles answer them, until they do so no longer", async () => {
      await done(store.addQuestion(questionOf({ day: "2026-05-01" })));
      await done(store.addQuestion(questionOf({ day: "2026-05-02", outcome: "answered", confidence: 0.9 })));
      expect(await done(store.openQuestions(ALL))).to.deep.equal([]);
      await done(store.addQuestion(questionOf({ day: "2026-05-03" })));
      expect(await done(store.openQuestions(ALL))).to.have.lengthOf(1);
    });

    it("are deleted by the day", async () => {
      for (const day of ["2026-04-30", "2026-05-01", "2026-05-02"]) {
        await done(store.addQuestion(questionOf({ text: `On ${day}?`, day })));
      }
      expect(await done(store.expireQuestions("2026-05-02"))).to.equal(2);
      expect(await done(store.expireQuestions("2026-05-02"))).to.equal(0);
      expect((await done(store.openQuestions(ALL))).map(({ text }) => text)).to.deep.equal(["On 2026-05-02?"]);
    });
  });

  describe("follows", () => {
    it("are there once, however often the same is followed", async () => {
      const first = await done(store.follow(followOf()));
      const again = await done(store.follow(followOf({ seen: "newer", since: "2026-06-01T00:00:00.000Z" })));
      expect(again).to.deep.equal(first);
      const elsewhere = await done(store.follow(followOf({ context: [], since: "2026-04-01T00:00:00.000Z" })));
      if (first === "full" || elsewhere === "full") return expect.fail("full");
      expect(first.id).to.match(/^[\w-]{1,20}$/u);
      expect(await done(store.follows("100"))).to.deep.equal([
        { ...followOf({ context: [], since: "2026-04-01T00:00:00.000Z" }), id: elsewhere.id },
        { ...followOf({ seen: "newer" }), id: first.id },
      ]);
    });

    it("end when their own person says so", async () => {
      const followed = await done(store.follow(followOf()));
      if (followed === "full") return expect.fail("full");
      expect(await done(store.unfollow("101", followed.id))).to.equal(false);
      expect(await done(store.follows("100"))).to.have.lengthOf(1);
      expect(await done(store.unfollow("100", followed.id))).to.equal(true);
      expect(await done(store.unfollow("100", followed.id))).to.equal(false);
      expect(await done(store.follows("100"))).to.deep.equal([]);
    });

    it("are at most 25 of a person, even when forty come at once through two doors", async () => {
      const other = await open();
      const results = await Promise.all(
        Array.from({ length: 40 }, async (_, place) =>
          done((place % 2 === 0 ? store : other).follow(followOf({ question: `Question ${place}?` }))),
        ),
      );
      expect(results.filter((result) => result === "full")).to.have.lengthOf(15);
      const follows = await done(store.follows("100"));
      expect(follows).to.have.lengthOf(25);
      expect(await done(store.follow(followOf({ question: follows[3]?.question ?? "" })))).not.to.equal("full");
      expect(await done(store.follow(followOf({ person: "101" })))).not.to.equal("full");
    });

    it("can all be walked through, and what was seen be set", async () => {
      for (let place = 0; place < 7; place += 1) await done(store.follow(followOf({ person: String(place) })));
      const walked: string[] = [];
      let last: string | null = null;
      for (;;) {
        const page: readonly { readonly id: string }[] = await done(store.followsAfter(last, 3));
        if (page.length === 0) break;
        walked.push(...page.map(({ id }) => id));
        last = walked.at(-1) ?? null;
      }
      expect(walked).to.have.lengthOf(7);
      expect(walked).to.deep.equal([...new Set(walked)].toSorted());
      await done(store.setSeen(walked[2] ?? "", "seen now"));
      const seen = (await done(store.followsAfter(null, 100))).map((one) => one.seen);
      expect(seen.map((one) => one === "seen now")).to.deep.equal([false, false, true, false, false, false, false]);
    });
  });

  it("remembers the language of a person and of a server until it is taken back", async () => {
    expect(await done(store.language("100"))).to.equal(null);
    for (const language of ["sq", "de", null]) {
      await done(store.setLanguage("100", language));
      expect(await done(store.language("100"))).to.equal(language);
      await done(store.setServerSettings("100", { language: language === null ? null : "fr" }, null));
      expect(await done(store.serverSettings("100"))).to.deep.include({ language: language === null ? null : "fr" });
    }
    expect(await done(store.language("101"))).to.equal(null);
    expect(await place.dump()).not.to.contain("100");
  });

  it("is still there for whoever opens it again", async () => {
    await done(store.addFeedback(feedbackOf()));
    await done(store.setLanguage("100", "it"));
    await store.close();
    store = await open();
    expect(await done(store.feedback(ALL))).to.deep.equal([feedbackOf()]);
    expect(await done(store.language("100"))).to.equal("it");
  });

  describe("a person's data", () => {
    beforeEach(async () => {
      for (const person of ["770001", "770002"]) {
        await done(store.addFeedback(feedbackOf({ person, question: `What of ${person}0?` })));
        await done(store.addFeedback(feedbackOf({ person, reason: null, server: null })));
        await done(store.follow(followOf({ person, context: [`And ${person}0?`] })));
        await done(store.setLanguage(person, "fr"));
      }
      await done(store.addQuestion(questionOf()));
    });

    it("is exported as it was given, and nobody else's with it", async () => {
      const exported = await done(store.exportPerson("770001"));
      const { person: _, ...first } = feedbackOf({ question: "What of 7700010?" });
      const [follow] = exported.follows;
      expect(exported.language).to.equal("fr");
      expect(exported.feedback).to.have.deep.members([
        first,
        { ...first, question: feedbackOf().question, reason: null, server: null },
      ]);
      expect(follow).to.deep.equal({
        id: follow?.id,
        event: followOf().event,
        question: followOf().question,
        context: ["And 7700010?"],
        language: "de",
        since: followOf().since,
      });
      expect(JSON.stringify(exported)).not.to.contain("770002");
    });

    it("is forgotten without a trace, and nobody else's with it", async () => {
      const others = await done(store.exportPerson("770002"));
      expect(await done(store.forgetPerson("770001"))).to.deep.equal({
        follows: 1,
        feedback: 2,
        language: true,
        deeds: 0,
      });
      expect(await place.dump()).not.to.contain("770001");
      expect(await done(store.exportPerson("770001"))).to.deep.equal({
        language: null,
        follows: [],
        feedback: [],
        deeds: [],
      });
      expect(await done(store.forgetPerson("770001"))).to.deep.equal({
        follows: 0,
        feedback: 0,
        language: false,
        deeds: 0,
      });
      expect(await done(store.exportPerson("770002"))).to.deep.equal(others);
      expect(await done(store.openQuestions(ALL))).to.have.lengthOf(1);
    });
  });

  describe("hostile input", () => {
    it("comes back as it was given, but for NUL and halves of pairs", async () => {
      const text = fc.oneof(
        fc.string({ unit: "binary", maxLength: 60 }),
        fc.array(fc.integer({ min: 0, max: 0xff_ff }), { maxLength: 20 }).map((units) => String.fromCharCode(...units)),
        fc.constantFrom(
          "'; drop table feedback; --",
          '"',
          "\\",
          "\0",
          "a\0b",
          "👩‍👩‍👧‍👦",
          "\ud83d",
          "${x}",
          "$1",
          "?",
          "%_",
          "\u202E",
        ),
      );
      const clean = (given: string): string => given.replaceAll("\0", "").replaceAll(/\p{Cs}/gu, "\uFFFD");
      let round = 0;
      await fc.assert(
        fc.asyncProperty(text, text, text, async (question, reason, version) => {
          round += 1;
          const person = `p'"${round}`;
          await done(
            store.addFeedback(feedbackOf({ person, question, reason, shown: [reason], corpusVersion: version })),
          );
          await done(store.follow(followOf({ person, event: reason, question, context: [reason], seen: version })));
          await done(store.addQuestion(questionOf({ event: reason, text: question })));
          const exported = await done(store.exportPerson(person));
          expect(
            exported.feedback.map((one) => [one.question, one.reason, one.shown, one.corpusVersion]),
          ).to.deep.equal([[clean(question), clean(reason), [clean(reason)], clean(version)]]);
          const [follow] = await done(store.follows(person));
          expect([follow?.event, follow?.question, follow?.context, follow?.seen]).to.deep.equal([
            clean(reason) || null,
            clean(question),
            [clean(reason)],
            clean(version),
          ]);
          expect(await done(store.unfollow(person, reason))).to.equal(false);
        }),
        { numRuns: 40 },
      );
      expect(await done(store.feedback({ offset: 0, limit: 1_000 }))).to.have.lengthOf(round);
    });

    it("is cut to a sane length, never within a character", async () => {
      const long = `${"x".repeat(299)}${"👩".repeat(10_000)}`;
      await done(
        store.addFeedback(
          feedbackOf({
            event: long,
            question: long,
            reason: long,
            corpusVersion: long,
            shown: Array(1_000).fill(long),
          }),
        ),
      );
      await done(store.addQuestion(questionOf({ event: long, text: long, corpusVersion: long })));
      await done(
        store.follow(
          followOf({ event: long, question: long, context: Array(1_000).fill(long), seen: long, language: long }),
        ),
      );
      await done(store.setLanguage("100", long));
      const [feedback] = await done(store.feedback(ALL));
      expect(feedback?.question).to.equal(long.slice(0, 999));
      expect(feedback?.reason).to.equal(long.slice(0, 299));
      const [follow] = await done(store.follows("100"));
      expect([feedback?.event, follow?.event]).to.deep.equal([long.slice(0, 299), long.slice(0, 299)]);
      expect(await done(store.openQuestions({ ...ALL, event: long }))).to.have.lengthOf(1);
      expect((await place.dump()).length).to.be.below(100_000);
    });

    it("is no id, day or instant: then nothing is stored, and the reason does not repeat it", async () => {
      const refused = [
        ...["", "secret\0", "ü", "1 2", "9".repeat(65), "secret\n"].flatMap((person) => [
          store.addFeedback(feedbackOf({ person })),
          store.addFeedback(feedbackOf({ server: person })),
          store.follow(followOf({ person })),
          store.setLanguage(person, "de"),
          store.exportPerson(person),
          store.forgetPerson(person),
        ]),
        store.addQuestion(questionOf({ day: "secret" })),
        store.addFeedback(feedbackOf({ at: "secret" })),
        store.expireQuestions("secret"),
      ];
      for (const result of await Promise.all(refused)) {
        expect(result.ok).to.equal(false);
        expect(JSON.stringify(result)).to.contain("store-unavailable").and.not.contain("secret");
      }
      expect(await done(store.feedback(ALL))).to.deep.equal([]);
    });

    it("asks for pages that are none", async () => {
      await done(store.addFeedback(feedbackOf()));
      for (const [offset, limit, expected] of [
        [Number.NaN, 1.9, 1],
        [-5, Number.POSITIVE_INFINITY, 1],
        [0, -1, 0],
        [Number.POSITIVE_INFINITY, 5, 0],
      ] as const) {
        expect(await done(store.feedback({ offset, limit }))).to.have.lengthOf(expected);
      }
    });
  });

  holdsTheDeskContract(async () => [store, await open()]);
  holdsTheDeskBorder(() => ({ store, place }));
  holdsTheEventContract(async () => store);

  it("says that it answers, and once closed that it does not, without throwing", async () => {
    await done(store.check());
    await store.close();
    await store.close();
    for (const result of await Promise.all([store.check(), store.addFeedback(feedbackOf()), store.forgetPerson("1")])) {
      expect(result.ok ? "ok" : result.error.id).to.equal("store-unavailable");
    }
  });
}

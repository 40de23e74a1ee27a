import { expect } from "chai";
import type { Store } from "../../src/domain/store.ts";
import { NO_SETTINGS } from "../fixtures/memory-desk-store.ts";
import type { Place } from "./contract.ts";
import { firstVersion, secondVersion } from "./earlier-versions.ts";
import { done, feedbackOf, followOf, questionOf } from "./samples.ts";

const ALL = { offset: 0, limit: 100 };
const VERSION = "0123456789ab";
const AT = "2026-05-01T10:00:00.000Z";
const LATER = "2026-05-02T10:00:00.000Z";

const FEEDBACK = [
  {
    person: "101",
    server: null,
    event: null,
    question: "who paid?",
    verdict: "helpful",
    reason: null,
    shown: [],
    corpusVersion: VERSION,
    at: LATER,
  },
  {
    person: "100",
    server: "7",
    event: null,
    question: "Who paid?",
    verdict: "not-right",
    reason: "it was the other one",
    shown: ["abc:12"],
    corpusVersion: VERSION,
    at: AT,
  },
];
const OPEN = [{ text: "How deep is the harbour?", times: 5, firstDay: "2026-05-01", lastDay: "2026-05-01" }];
const FOLLOW = { event: null, question: "Who sank the ferry?", context: ["Was there a ferry?"], seen: "seen" };
const FOLLOWS = [
  { ...FOLLOW, id: "f-1", person: "100", language: "de", since: AT },
  { ...FOLLOW, id: "f-2", person: "101", language: "fr", since: LATER },
];

/** What a store must find in a database as an earlier version of the program left it. */
export function holdsTheUpgradeContract(newPlace: () => Promise<Place>): void {
  const stores: Store[] = [];
  let place: Place;

  beforeEach(async () => {
    place = await newPlace();
  });

  afterEach(async () => {
    for (const one of stores.splice(0)) await one.close();
  });

  async function open(): Promise<Store> {
    const opened = await place.open();
    stores.push(opened);
    return opened;
  }

  async function holdsWhatTheFirstHeld(store: Store): Promise<void> {
    expect(await done(store.feedback(ALL))).to.deep.equal(FEEDBACK);
    expect(await done(store.openQuestions(ALL))).to.deep.equal(OPEN);
    expect(await done(store.openQuestions({ ...ALL, server: "7" }))).to.deep.equal([{ ...OPEN[0], times: 3 }]);
    expect(await done(store.followsAfter(null, 100))).to.deep.equal(FOLLOWS);
    expect(await done(store.language("100"))).to.equal("it");
    expect(await done(store.serverSettings("7"))).to.deep.equal({ ...NO_SETTINGS, language: "fr" });
  }

  it("has all that the first one held", async () => {
    await place.execute(firstVersion(place.text));
    const store = await open();
    await holdsWhatTheFirstHeld(store);
    await done(store.setServerSettings("7", { approval: true, event: "ferry" }, null));
    expect(await done(store.serverSettings("7"))).to.deep.include({ language: "fr", approval: true, event: "ferry" });
  });

  it("has all that the second one held, of no event", async () => {
    await place.execute(secondVersion(place.text));
    const store = await open();
    await holdsWhatTheFirstHeld(store);
    expect(await done(store.serverSettings("8"))).to.deep.equal({
      ...NO_SETTINGS,
      approval: true,
      moderatorRoles: ["1"],
    });
    const publication = await done(store.publications.get("p-1"));
    expect(publication).to.deep.equal({
      id: "p-1",
      server: "7",
      event: null,
      channel: "70",
      kind: "digest",
      topic: "the ferry",
      since: "2021-05",
      until: null,
      language: "de",
      title: "Ferry",
      note: null,
      lines: [],
      corpusVersion: VERSION,
      author: "100",
      approver: "101",
      state: "posted",
      revision: 3,
      message: "900",
      slot: "d-1 2026-05-01",
      createdAt: AT,
      changedAt: LATER,
      postedAt: LATER,
    });
    const [plan] = await done(store.digests.list("7"));
    expect(plan).to.deep.equal({
      id: "d-1",
      server: "7",
      event: null,
      channel: "70",
      days: [1, 5],
      hour: 8,
      timeZone: "Europe/Tirane",
      topic: null,
      language: "sq",
      paused: false,
      evenIfNothing: true,
      toldUntil: AT,
      author: "100",
      revision: 2,
    });
    expect(await done(store.log({ server: "7", ...ALL }))).to.deep.equal([
      { id: "e-1", server: "7", at: AT, person: "100", deed: "digest-set-up", subject: "d-1", detail: null },
    ]);
    expect(await done(store.articlesSeen.since("ferry", "2026-04-01"))).to.deep.equal(["one"]);
    expect(await done(store.lease("digests", "b", LATER, AT))).to.equal(false);
  });

  it("keeps what was of no event apart from what comes, and in the pages of each", async () => {
    await place.execute(secondVersion(place.text));
    const store = await open();
    const late = "2026-06-01T10:00:00.000Z";
    const ferry = feedbackOf({ question: "Who paid?", event: "ferry", at: late });
    await done(store.addFeedback(ferry));
    expect(await done(store.feedback({ ...ALL, event: "ferry" }))).to.deep.equal([ferry, ...FEEDBACK]);
    expect(await done(store.feedback({ ...ALL, event: "storm" }))).to.deep.equal(FEEDBACK);
    const again = { ...ferry, event: null };
    await done(store.addFeedback(again));
    expect(await done(store.feedback({ ...ALL, event: "storm" }))).to.deep.equal([again, FEEDBACK[0]]);

    await done(store.addQuestion(questionOf({ event: "ferry" })));
    await done(store.addQuestion(questionOf({ event: null })));
    const times = async (event: string) => (await done(store.openQuestions({ ...ALL, event }))).map((one) => one.times);
    expect([await times("ferry"), await times("storm")]).to.deep.equal([[7], [6]]);

    const { id: _, ...known } = { ...FOLLOWS[0], ...followOf({ context: FOLLOW.context, seen: "newer" }) };
    expect(await done(store.follow({ ...known, event: null }))).to.deep.equal({ id: "f-1" });
    expect(await done(store.follow({ ...known, event: "ferry" }))).not.to.deep.equal({ id: "f-1" });
    expect(await done(store.follows("100"))).to.have.lengthOf(2);
  });

  it("forgets a person who was there before", async () => {
    await place.execute(secondVersion(place.text));
    const store = await open();
    expect(await done(store.exportPerson("100"))).to.deep.include({ language: "it" });
    expect(await done(store.forgetPerson("100"))).to.deep.equal({ follows: 1, feedback: 1, language: true, deeds: 1 });
    expect(await place.dump()).not.to.contain('"100"');
    expect(await done(store.follows("101"))).to.have.lengthOf(1);
  });

  it("stays whole where it cannot be brought up to this one, and is once it can", async () => {
    await place.execute(secondVersion(place.text));
    // The last of the tables that are set aside: all others have been made anew by then.
    await place.execute("create table follows_without_event (name text)");
    const before = await place.dump();
    expect(await place.open().then(() => "opened", String))
      .to.contain("store-unreadable")
      .and.contain("unusable");
    expect(await place.dump()).to.equal(before);
    await place.execute("drop table follows_without_event");
    await holdsWhatTheFirstHeld(await open());
  });

  it("is brought up once by several that start at once, and leaves nothing over", async () => {
    await place.execute(secondVersion(place.text));
    const opened = await Promise.all([open(), open(), open()]);
    for (const store of opened) await holdsWhatTheFirstHeld(store);
    // By which a program of the second version knows that it is newer.
    expect(await place.dump()).to.contain('[{"version":3}]');
    for (const table of ["feedback", "questions", "follows"]) {
      const failed = await place.execute(`select * from ${table}_without_event`).then(() => "there", String);
      expect(failed).to.match(/no such table|does not exist/u);
    }
  });
}

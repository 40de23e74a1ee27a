import { expect } from "chai";
import fc from "fast-check";
import type { Article } from "../../src/domain/article.ts";
import { Corrections } from "../../src/publishing/corrections.ts";
import { heldLines } from "../../src/publishing/held-lines.ts";
import { article } from "../fixtures/articles.ts";
import { memoryStore } from "../fixtures/store.ts";
import { Channels, Clock, Letters, deeds, draftIn, line, processOf, silent, standing } from "./fakes.ts";
import { libraryOf } from "./library.ts";
import { onlyLibrary } from "../fixtures/libraries.ts";

const START = article({ id: "coast-start", body: "Nobody would sail. So it began." });
const END = article({ id: "gazette-end", body: "Ferries left again. It was over." });

/** A post that cites both articles, and what looks after it. */
async function posted() {
  const clock = new Clock("2026-03-02T10:00:00.000Z");
  const store = memoryStore();
  const channels = new Channels(clock.now);
  const letters = new Letters();
  const { desk, outbox } = processOf({ store, channels, clock, letters });
  await store.articlesSeen.note("ferry", [START.id, END.id], "1970-01-01T00:00:00.000Z");
  const draft = await draftIn(store, { state: "awaiting-approval" });
  await desk.post(draft.id, draft.revision, "8");
  letters.forget();
  let articles: readonly Article[] = [START, END];
  let version = 0;
  const libraries = onlyLibrary(() => libraryOf({ articles, version: String(version) }));
  const another = () =>
    new Corrections({ libraries, store, outbox, logger: silent, now: clock.now }, new AbortController().signal);
  const corrections = another();
  return {
    id: draft.id,
    store,
    channels,
    letters,
    outbox,
    desk,
    clock,
    another,
    corrections,
    /** The corpus becomes another. */
    serve: async (next: readonly Article[]) => {
      articles = next;
      version += 1;
      clock.pass(60_000);
      await corrections.walk();
    },
  };
}

describe("what was posted", () => {
  it("stays as it is while the articles bear it out, also where the sentence has moved", async () => {
    const { id, store, channels, letters, serve } = await posted();
    await serve([{ ...START, body: `At last. ${START.body}` }, END]);
    expect(channels.bodies).to.deep.equal(["Nobody would sail. Ferries left again."]);
    const { cited, correction } = (await standing(store, id)).lines[0] ?? line("?", "?", "?");
    expect([cited.start, cited.end, correction]).to.deep.equal([9, 27, null]);
    expect(letters.sent).to.deep.equal([]);
    expect(await deeds(store, id)).to.deep.equal(["approved by 8"]);
  });

  it("says visibly what was changed and what was withdrawn, and tells those who answer for it, once", async () => {
    const { id, store, channels, letters, serve, another } = await posted();
    await serve([{ ...START, body: "Hardly anybody would sail." }]);
    expect(channels.bodies).to.deep.equal(["[changed] Nobody would sail. [withdrawn] Ferries left again."]);
    expect(letters.sent.map(({ person }) => person)).to.have.members(["7", "8"]);
    expect(letters.sent[0]?.reply.body).to.contain("Nobody would sail");
    await another().walk();
    expect(letters.sent).to.have.length(2);
    expect(await deeds(store, id)).to.deep.equal(["approved by 8", "corrected by the bot"]);
    expect((await standing(store, id)).state).to.equal("posted");
  });

  it("is put right again when the sentences come back", async () => {
    const { channels, letters, serve } = await posted();
    await serve([START]);
    await serve([START, END]);
    expect(channels.bodies).to.deep.equal(["Nobody would sail. Ferries left again."]);
    expect(letters.sent).to.have.length(2);
  });

  it("is corrected by a message below where it can no longer be edited", async () => {
    const { channels, letters, serve } = await posted();
    channels.failing = { edit: { id: "refused", code: 30_046 } };
    await serve([START]);
    expect(channels.bodies[1]).to.equal("correction: Nobody would sail. [withdrawn] Ferries left again.");
    expect(channels.messages[1]?.replyTo).to.equal("1000");
    expect(letters.sent).to.have.length(2);
  });

  it("is corrected once Discord can be reached again", async () => {
    const { clock, channels, outbox, serve } = await posted();
    channels.failing = { edit: { id: "unreachable", reason: "gone" } };
    await serve([START]);
    expect(channels.bodies).to.deep.equal(["Nobody would sail. Ferries left again."]);
    channels.failing = {};
    clock.pass(60_000);
    await outbox.walk();
    expect(channels.bodies).to.deep.equal(["Nobody would sail. [withdrawn] Ferries left again."]);
  });

  it("is told as not corrected where Discord allows neither", async () => {
    const { id, store, channels, letters, serve } = await posted();
    const failure = { id: "not-allowed", lacking: [] } as const;
    channels.failing = { edit: failure, post: failure };
    await serve([START]);
    expect(letters.sent.map(({ reply }) => reply.outcome)).to.deep.equal(["failure", "failure"]);
    expect((await standing(store, id)).state).to.equal("posted");
  });

  it("stays taken back where a moderator did so", async () => {
    const { id, store, channels, desk, serve } = await posted();
    await desk.strike(id, (await standing(store, id)).revision, ["2"], "8");
    await serve([START]);
    await serve([START, END]);
    expect(channels.bodies).to.deep.equal(["Nobody would sail. [struck] Ferries left again."]);
  });

  it("is looked at again now and then, since drafts are posted that are older than the articles", async () => {
    const { store, channels, desk, serve, corrections, clock } = await posted();
    await serve([START]);
    const late = await draftIn(store);
    await desk.post(late.id, late.revision, "7");
    clock.pass(2 * 3_600_000);
    await corrections.walk();
    expect(channels.bodies[1]).to.equal("Nobody would sail. [withdrawn] Ferries left again.");
  });

  it("is not held against the articles of another event", async () => {
    const { channels, store, outbox, clock } = await posted();
    const other = libraryOf({ articles: [article({ id: "flood", body: "It rained." })], version: "x", event: "flood" });
    const options = { libraries: onlyLibrary(other), store, outbox, logger: silent, now: clock.now };
    await new Corrections(options, new AbortController().signal).walk();
    expect(channels.bodies).to.deep.equal(["Nobody would sail. Ferries left again."]);
  });

  it("is corrected once where two processes look at the same time", async () => {
    const { id, store, channels, letters, another, serve } = await posted();
    const [first, second] = [another(), another()];
    await Promise.all([serve([START]), first.walk(), second.walk()]);
    expect(channels.bodies).to.deep.equal(["Nobody would sail. [withdrawn] Ferries left again."]);
    expect(letters.sent).to.have.length(2);
    expect((await deeds(store, id)).filter((deed) => deed.startsWith("corrected"))).to.have.length(1);
  });
});

describe("a line", () => {
  it("always cites what its article holds, or says that it does not", () => {
    const text = fc.constantFrom("It rained.", "It rained. ", "It snowed.", "x");
    fc.assert(
      fc.property(fc.array(text), fc.constantFrom("It rained.", "It snowed."), fc.nat(40), (parts, cited, start) => {
        const body = parts.join("");
        const at = "2026-03-02T10:00:00.000Z";
        const [held] = heldLines([line("1", "a", cited, start)], () => article({ id: "a", body }), at);
        expect(held?.correction?.how ?? null).to.equal(body.includes(cited) ? null : "changed");
        if (held?.correction === null) expect(body.slice(held.cited.start, held.cited.end)).to.equal(cited);
      }),
    );
  });
});

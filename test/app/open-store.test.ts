import { access, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import { type StoreClock, openConfiguredStore } from "../../src/app/open-store.ts";
import type { Store } from "../../src/domain/store.ts";
import { createLogger } from "../../src/ops/logger.ts";
import { draftOf } from "../store/desk-samples.ts";
import { done, questionOf } from "../store/samples.ts";

const ALL = { offset: 0, limit: 100 };

describe("the store as the operator has set it", () => {
  let data = "";

  beforeEach(async () => {
    data = await mkdtemp(join(tmpdir(), "footnote-set-store-"));
  });

  afterEach(async () => {
    await rm(data, { recursive: true, force: true });
  });

  async function open(day: () => string, keepQuestionsDays: number, every = 60_000): Promise<Store> {
    const clock: StoreClock = { now: () => new Date(`${day()}T12:00:00Z`), every };
    const logger = createLogger("silent", { write: () => undefined });
    const configuration = { databaseUrl: null, data, keepQuestionsDays };
    const opened = await openConfiguredStore(configuration, logger, new AbortController().signal, clock);
    if (!opened.ok) throw new Error(opened.error.id);
    return opened.value;
  }

  async function days(store: Store): Promise<readonly string[]> {
    return (await done(store.openQuestions(ALL))).map(({ lastDay }) => lastDay);
  }

  async function fill(store: Store): Promise<void> {
    for (const day of ["2026-05-01", "2026-05-02", "2026-05-03"]) {
      await done(store.addQuestion(questionOf({ text: `On ${day}?`, day })));
    }
  }

  it("is the file footnote.db in the data folder, and needs no set-up", async () => {
    data = join(data, "new");
    const store = await open(() => "2026-05-03", 30);
    await done(store.check());
    await store.close();
    await access(join(data, "footnote.db"));
  });

  it("forgets questions past their time when it is opened", async () => {
    const first = await open(() => "2026-05-03", 30);
    await fill(first);
    await first.close();
    const second = await open(() => "2026-05-04", 3);
    expect(await days(second)).to.deep.equal(["2026-05-03", "2026-05-02"]);
    await second.close();
  });

  it("forgets them while it is open, too", async () => {
    let today = "2026-05-03";
    const store = await open(() => today, 30, 10);
    await fill(store);
    today = "2026-05-31";
    const deadline = Date.now() + 10_000;
    while ((await days(store)).length > 2 && Date.now() < deadline) await sleep(10);
    expect(await days(store)).to.deep.equal(["2026-05-03", "2026-05-02"]);
    await store.close();
  });

  it("deletes drafts that nobody touched for thirty days", async () => {
    const first = await open(() => "2026-05-01", 30);
    await done(first.publications.add(draftOf({ createdAt: "2026-05-01T11:00:00.000Z" }), null));
    await done(first.publications.add(draftOf({ createdAt: "2026-05-02T11:00:00.000Z" }), null));
    await first.close();
    const second = await open(() => "2026-05-31", 30);
    const drafts = await done(second.publications.after(null, ["draft"], 10));
    expect(drafts.map(({ createdAt }) => createdAt)).to.deep.equal(["2026-05-02T11:00:00.000Z"]);
    await second.close();
  });

  it("keeps none where none are to be kept, not even those it has", async () => {
    const first = await open(() => "2026-05-03", 30);
    await fill(first);
    await first.close();
    const second = await open(() => "2026-05-03", 0);
    await fill(second);
    await second.close();
    const third = await open(() => "2026-05-03", 30);
    expect(await days(third)).to.deep.equal([]);
    await third.close();
  });
});

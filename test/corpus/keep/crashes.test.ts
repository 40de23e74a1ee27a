import { expect } from "chai";
import * as fc from "fast-check";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, readdir, readFile, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { applyPlan } from "../../../src/corpus/keep/apply-plan.ts";
import { repairEvent } from "../../../src/corpus/keep/change-event.ts";
import { editArticle } from "../../../src/corpus/keep/edit-article.ts";
import type { KeepOptions } from "../../../src/corpus/keep/event-folder.ts";
import { planImport } from "../../../src/corpus/keep/plan-import.ts";
import { listVersions, readVersion, restoreVersion } from "../../../src/corpus/keep/versions.ts";
import { listWithdrawn, restoreArticle, withdrawArticle } from "../../../src/corpus/keep/withdraw-article.ts";
import { loadCorpus } from "../../../src/corpus/load-corpus.ts";
import { parseArticle } from "../../../src/corpus/parse-article.ts";
import type { Article } from "../../../src/domain/article.ts";
import { article } from "../../fixtures/articles.ts";
import { diskFull, failingFrom, Killed } from "./faults.ts";

const today = "2026-11-23";
const ids = ["flood", "fire", "snow"] as const;

type Step =
  | { readonly type: "take"; readonly id: string; readonly body: string }
  | { readonly type: "edit"; readonly id: string; readonly body: string }
  | { readonly type: "withdraw" | "restore" | "restore-version"; readonly id: string };

const id = fc.constantFrom(...ids);
const body = fc.integer({ min: 0, max: 5 }).map((number) => `It rained ${number} days.`);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ type: fc.constant("take" as const), id, body }),
  fc.record({ type: fc.constant("edit" as const), id, body }),
  fc.record({ type: fc.constantFrom("withdraw" as const, "restore" as const, "restore-version" as const), id }),
);

async function take(event: string, drafts: readonly Article[], options: KeepOptions): Promise<void> {
  const { articles } = await loadCorpus([event], { today });
  const given = drafts.map((draft) => ({ draft: { article: draft, leftOut: [] }, from: "page.html" }));
  const plan = planImport(given, articles, () => null);
  await applyPlan(event, plan, options);
}

async function carryOut(event: string, step: Step, options: KeepOptions): Promise<void> {
  switch (step.type) {
    case "take":
      return await take(event, [article({ id: step.id, body: step.body })], options);
    case "edit":
      await editArticle(event, step.id, { type: "text", text: step.body }, options);
      return;
    case "withdraw":
      await withdrawArticle(event, step.id, { on: today, reason: "It was “wrong”" }, options);
      return;
    case "restore":
      await restoreArticle(event, step.id, options);
      return;
    case "restore-version": {
      const versions = await listVersions(event, step.id);
      const found = (versions.ok ? versions.value : []).map(({ version }) => version).sort();
      const texts = await Promise.all(found.map(async (version) => await readVersion(event, step.id, version)));
      const first = texts.findIndex((text) => text.ok && text.value.includes("First."));
      const wanted = found[first === -1 ? 0 : first];
      if (wanted !== undefined) await restoreVersion(event, step.id, wanted, options);
    }
  }
}

/** Every text that can be read of an event, served, earlier or withdrawn, as `id: body`. */
async function readable(event: string): Promise<ReadonlySet<string>> {
  const names = await readdir(event, { recursive: true });
  const found = new Set<string>();
  for (const name of names.filter((one) => one.endsWith(".md") && !one.includes(".footnote"))) {
    const [part, file = ""] = name.split("/");
    const owner = part === "history" ? file : file.replace(/\.md$/u, "");
    const { value } = parseArticle(await readFile(join(event, name), "utf8"), `${owner}.md`, today);
    expect(value, name).not.to.equal(null);
    if (value) found.add(`${owner}: ${value.body}`);
  }
  return found;
}

async function servedTexts(event: string): Promise<string> {
  const { articles, problems } = await loadCorpus([event], { today });
  expect(problems.filter(({ detail }) => !["duplicate-body", "no-articles"].includes(detail.id))).to.deep.equal([]);
  const withdrawn = await listWithdrawn(event, { today });
  const out = withdrawn.ok ? withdrawn.value.map((one) => `${one.id} out: ${one.article?.body ?? "-"}`) : [];
  return [...articles.map(({ id, body }) => `${id}: ${body}`), ...out].sort().join("\n");
}

describe("an event folder, come what may", () => {
  let folder = "";
  let event = "";

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "footnote-crash-"));
    event = join(folder, "flood");
    await take(event, [article({ id: "flood", body: "First." })], { today });
  });
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it("keeps every version that could ever be read, whatever is done to it, and whenever it is cut off", async () => {
    const runs = fc.array(fc.record({ step, cutOff: fc.option(fc.integer({ min: 0, max: 4 })) }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(runs, async (run) => {
        await rm(event, { recursive: true, force: true });
        await take(event, [article({ id: "flood", body: "First." })], { today });
        const ever = new Set(await readable(event));
        for (const { step, cutOff } of run) {
          const files = cutOff === null ? {} : { files: failingFrom(cutOff, () => new Killed()) };
          await carryOut(event, step, { today, ...files });
          const now = await readable(event);
          for (const text of ever) expect([...now]).to.include(text);
          for (const text of now) ever.add(text);
        }
      }),
      { numRuns: 40 },
    );
  });

  const changes: readonly Step[] = [
    { type: "take", id: "snow", body: "It snowed." },
    { type: "take", id: "flood", body: "Second." },
    { type: "edit", id: "flood", body: "Second." },
    { type: "withdraw", id: "flood" },
    { type: "restore", id: "fire" },
    { type: "restore-version", id: "flood" },
  ];
  for (const change of changes) {
    for (const [what, error] of [
      ["killed", () => new Killed()],
      ["out of room", diskFull],
    ] as const) {
      it(`is as before or as after when ${what} at any step of: ${change.type} ${change.id}`, async () => {
        await take(event, [article({ id: "fire", body: "It burned." })], { today });
        await withdrawArticle(event, "fire", { on: today, reason: "Wrong" }, { today });
        await take(event, [article({ id: "flood", body: "Earlier." })], { today });
        const before = await servedTexts(event);
        const copy = join(folder, "copy");
        await cp(event, copy, { recursive: true });
        const whole = failingFrom(Infinity, error);
        await carryOut(copy, change, { today, files: whole });
        const after = await servedTexts(copy);
        expect(after).not.to.equal(before);
        for (let step = 0; step < whole.steps(); step++) {
          await rm(copy, { recursive: true });
          await cp(event, copy, { recursive: true });
          await carryOut(copy, change, { today, files: failingFrom(step, error) });
          expect([before, after], `step ${step}`).to.include(await servedTexts(copy));
          // What was cut off can be done again, and what the kill left is gone then.
          await carryOut(copy, change, { today });
          expect(await servedTexts(copy), `again after step ${step}`).to.equal(after);
        }
      });
    }
  }

  it("says that the disk is full, keeps what it had, and does not try the rest", async () => {
    const drafts = ["snow", "hail", "fog", "flood"].map((one) => article({ id: one, body: `Now ${one}.` }));
    const { articles } = await loadCorpus([event], { today });
    const given = drafts.map((draft) => ({ draft: { article: draft, leftOut: [] }, from: "page.html" }));
    const files = failingFrom(1, diskFull);
    const result = await applyPlan(
      event,
      planImport(given, articles, () => null),
      { today, files },
    );
    expect(result.ok && result.value.articles.map((one) => one.article.id)).to.deep.equal(["snow"]);
    expect(result.ok && result.value.refused.map(({ failure }) => failure)).to.deep.equal(
      Array.from({ length: 3 }, () => ({ id: "disk-full", file: "articles/hail.md" })),
    );
    expect(await servedTexts(event)).to.equal("flood: First.\nsnow: Now snow.");
  });

  it("is put right again: a copy half way out is gone, an event moved aside is back", async () => {
    const files = failingFrom(5, () => new Killed());
    const cutOff = await withdrawArticle(event, "flood", { on: today, reason: "Wrong" }, { today, files });
    expect(cutOff.ok).to.equal(false);
    expect(await readdir(join(event, "withdrawn"))).to.deep.equal(["flood.md"]);
    await rename(event, join(folder, ".footnote-old-flood"));
    expect(await repairEvent(event)).to.deep.equal({ ok: true, value: null });
    expect(await readdir(join(event, "withdrawn"))).to.deep.equal([]);
    expect(await servedTexts(event)).to.equal("flood: First.");
  });

  it("survives a process that is killed at thirty moments of its work", async function () {
    this.timeout(120_000);
    const module = (name: string) => new URL(`../../../src/corpus/${name}.js`, import.meta.url).href;
    const script = `
      import { applyPlan } from ${JSON.stringify(module("keep/apply-plan"))};
      import { withdrawArticle, restoreArticle } from ${JSON.stringify(module("keep/withdraw-article"))};
      import { planImport } from ${JSON.stringify(module("keep/plan-import"))};
      import { loadCorpus } from ${JSON.stringify(module("load-corpus"))};
      const [event, article] = [process.argv[1], JSON.parse(process.argv[2])];
      for (let turn = Number(process.argv[3]); ; turn++) {
        const { articles } = await loadCorpus([event]);
        const bodies = { flood: "Text " + turn + ". ".repeat(50_000), ["new-" + turn]: "New " + turn };
        const drafts = Object.entries(bodies).map(([id, body]) => {
          return { draft: { article: { ...article, id, url: "https://news.example/" + id, body }, leftOut: [] }, from: "-" };
        });
        const report = await applyPlan(event, planImport(drafts, articles, () => null));
        if (!report.ok || report.value.refused.length > 0) throw new Error(JSON.stringify(report));
        if (turn % 2 === 0) await withdrawArticle(event, "other", { on: "2026-11-23", reason: "so" });
        else await restoreArticle(event, "other");
        console.log(turn);
      }`;
    await take(event, [article({ id: "other", body: "Other." })], { today });
    const first = article({ id: "flood", body: "-" });
    let turn = 0;
    for (let kill = 0; kill < 30; kill++) {
      const child = spawn(
        process.execPath,
        ["--input-type=module", "-e", script, event, JSON.stringify(first), String(turn)],
        { stdio: ["ignore", "pipe", "pipe"] },
      );
      let [out, complaints] = ["", ""];
      child.stdout.on("data", (text) => (out += String(text)));
      child.stderr.on("data", (text) => (complaints += String(text)));
      const closed = once(child, "close");
      await Promise.race([once(child.stdout, "data"), closed]);
      await sleep((kill * 7) % 60);
      child.kill("SIGKILL");
      await closed;
      expect(complaints).to.equal("");
      turn = Number(out.trim().split("\n").at(-1)) + 2;
      // Read as it lies there: nobody has repaired anything yet.
      const { articles, problems } = await loadCorpus([event], { today });
      expect(problems, `kill ${kill}`).to.deep.equal([]);
      expect(articles.find((one) => one.id === "flood")?.body.length).to.be.greaterThan(100_000);
      const withdrawn = await listWithdrawn(event, { today });
      const isServed = articles.some((one) => one.id === "other");
      const isOut = withdrawn.ok && withdrawn.value.some((one) => one.id === "other");
      expect(isServed !== isOut, `kill ${kill}`).to.equal(true);
    }
    // All that was ever told as done is there, be it in the history.
    const texts = await readable(event);
    expect([...texts].filter((text) => text.startsWith("flood: Text")).length).to.be.greaterThan(29);
  });
});

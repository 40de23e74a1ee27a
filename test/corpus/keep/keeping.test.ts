import { expect } from "chai";
import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { applyPlan } from "../../../src/corpus/keep/apply-plan.ts";
import { editArticle, type ArticleChange } from "../../../src/corpus/keep/edit-article.ts";
import { planImport } from "../../../src/corpus/keep/plan-import.ts";
import { listVersions, readVersion, restoreVersion, versionOf } from "../../../src/corpus/keep/versions.ts";
import { listWithdrawn, restoreArticle, withdrawArticle } from "../../../src/corpus/keep/withdraw-article.ts";
import { loadCorpus } from "../../../src/corpus/load-corpus.ts";
import type { Article } from "../../../src/domain/article.ts";
import type { PlannedArticle } from "../../../src/domain/intake.ts";
import type { KeepingFailure, KeepingReport } from "../../../src/domain/keeping.ts";
import type { Result } from "../../../src/domain/result.ts";
import { article } from "../../fixtures/articles.ts";

const today = "2026-11-23";
const gone = { on: "2026-11-22", reason: "The paper took it “back”: no such flood, says 2/3 of town" };

function failureOf(result: Result<unknown, KeepingFailure>): string {
  return result.ok ? "done" : result.error.id;
}

describe("keeping an event folder", () => {
  let outside = "";
  let event = "";

  beforeEach(async () => {
    outside = await mkdtemp(join(tmpdir(), "footnote-keep-"));
    event = join(outside, "corpus", "flood");
  });
  afterEach(async () => {
    await rm(outside, { recursive: true, force: true });
  });

  async function served(): Promise<readonly Article[]> {
    return (await loadCorpus([event], { today })).articles.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  }

  async function plan(drafts: readonly Article[]): Promise<readonly PlannedArticle[]> {
    const given = drafts.map((draft) => ({ draft: { article: draft, leftOut: [] }, from: "page.html" }));
    return planImport(given, await served(), () => null);
  }

  async function take(...drafts: readonly Article[]): Promise<KeepingReport> {
    const result = await applyPlan(event, await plan(drafts), { today });
    if (!result.ok) throw new Error(result.error.id);
    return result.value;
  }

  const text = async (file: string) => await readFile(join(event, file), "utf8");
  const flood = article({ id: "flood", body: "It rained.\n\nIt stopped." });

  describe("applyPlan", () => {
    it("makes an event of a plan, which loads without an error, and says so as it goes", async () => {
      const done: string[] = [];
      const planned = await plan([flood, article({ id: "fire", body: "It burned." })]);
      const result = await applyPlan(event, planned, { today, onProgress: (one) => done.push(one.article.id) });
      expect(result.ok && result.value.articles.map(({ outcome }) => outcome)).to.deep.equal(["added", "added"]);
      expect(done).to.deep.equal(["flood", "fire"]);
      const corpus = await loadCorpus([event], { today });
      expect(corpus.problems).to.deep.equal([]);
      expect(corpus.articles.map(({ body }) => body)).to.have.members([flood.body, "It burned."]);
      expect((await readdir(event)).sort()).to.deep.equal(["articles", "event.yaml"]);
    });

    it("keeps the old file, byte for byte, when an article changes", async () => {
      await take(flood);
      const old = `${await text("articles/flood.md")}\n\n`;
      await writeFile(join(event, "articles/flood.md"), old);
      const report = await take({ ...flood, body: "It poured." });
      const [version] = await readdir(join(event, "history/flood"));
      expect(report.articles[0]).to.deep.include({ outcome: "replaced", replaced: version?.slice(0, 12) });
      expect(version).to.equal(`${versionOf(Buffer.from(old))}.md`);
      expect(await text(`history/flood/${version ?? ""}`)).to.equal(old);
      expect((await served()).map(({ body }) => body)).to.deep.equal(["It poured."]);
    });

    it("changes nothing when it is carried out again", async () => {
      await take(flood);
      const planned = await plan([{ ...flood, body: "It poured." }, article({ id: "fire", body: "It burned." })]);
      await applyPlan(event, planned, { today });
      const before = await readdir(event, { recursive: true });
      const again = await applyPlan(event, planned, { today });
      expect(again.ok && again.value.articles.map(({ outcome }) => outcome)).to.deep.equal(["unchanged", "unchanged"]);
      expect(await readdir(event, { recursive: true })).to.deep.equal(before);
    });

    it("does not overwrite what somebody wrote after the plan was made, nor bring back what was taken out", async () => {
      await take(flood, article({ id: "fire", body: "It burned." }));
      const planned = await plan([
        { ...flood, body: "It poured." },
        article({ id: "fire", body: "It glowed." }),
        article({ id: "snow", body: "It snowed." }),
      ]);
      await editArticle(event, "flood", { type: "text", text: "It drizzled." }, { today });
      await withdrawArticle(event, "fire", gone, { today });
      await take(article({ id: "snow", body: "It sleeted." }));
      const result = await applyPlan(event, planned, { today });
      expect(result.ok && result.value.refused.map(({ failure }) => failure.id)).to.deep.equal([
        "changed-meanwhile",
        "article-missing",
        "changed-meanwhile",
      ]);
      expect((await served()).map(({ body }) => body)).to.deep.equal(["It drizzled.", "It sleeted."]);
    });

    it("gives another id where the planned one was taken meanwhile, and leads reprints to it", async () => {
      const again = { ...flood, id: "copy", url: "https://other.example/flood" };
      const planned = await plan([flood, again]);
      await take(article({ id: "flood", url: null, body: "Another one." }));
      await applyPlan(event, planned, { today });
      expect((await served()).map(({ id, reprintOf }) => [id, reprintOf])).to.deep.equal([
        ["copy", "flood-2"],
        ["flood", null],
        ["flood-2", null],
      ]);
    });

    it("never writes an article that would not be served", async () => {
      const planned = await plan([article({ id: "bad", body: "x", published: "2024-13-45" }), flood]);
      const result = await applyPlan(event, planned, { today });
      expect(result.ok && result.value.refused.map(({ failure }) => failure.id)).to.deep.equal(["article-unsound"]);
      expect((await served()).map(({ id }) => id)).to.deep.equal(["flood"]);
    });

    it("carries out two plans at once as if one had come after the other", async () => {
      await take(flood);
      const plans = [
        await plan([{ ...flood, body: "Mine." }, article({ id: "fire", body: "It burned." })]),
        await plan([{ ...flood, body: "Yours." }, article({ id: "fire", body: "It burned." })]),
      ];
      const results = await Promise.all(plans.map(async (one) => await applyPlan(event, one, { today })));
      const told = results.map((result) => {
        if (!result.ok) return [result.error.id];
        const { articles, refused } = result.value;
        return articles.map(({ outcome }): string => outcome).concat(refused.map(({ failure }) => failure.id));
      });
      expect(told).to.have.deep.members([
        ["replaced", "added"],
        ["unchanged", "changed-meanwhile"],
      ]);
      expect(await served()).to.have.lengthOf(2);
      expect(await readdir(join(event, "history/flood"))).to.have.lengthOf(1);
    });

    it("stops between two articles when it is told to", async () => {
      const stop = new AbortController();
      const planned = await plan([flood, article({ id: "fire", body: "It burned." })]);
      const error: unknown = await applyPlan(event, planned, {
        today,
        signal: stop.signal,
        onProgress: () => stop.abort(),
      }).catch((error: unknown) => error);
      expect(error).to.have.property("name", "AbortError");
      expect(await served()).to.have.lengthOf(1);
    });
  });

  describe("withdrawArticle and restoreArticle", () => {
    const files = [
      [
        "as it is written",
        '---\n# mine\ntitle: T\npublisher:   P\nurl: null\npublished: 2022\nlanguage: en\nkind: brief\n---\n\nIt rained.\n---\nwithdrawn: 2020-01-01\nreason: "no"\n---\n',
      ],
      [
        "with CRLF",
        "---\r\ntitle: T\r\npublisher: P\r\nurl: null\r\npublished: 2022\r\nlanguage: en\r\nkind: brief\r\n---\r\n\r\nÇa va.\r\n",
      ],
      [
        "with a byte order mark",
        "\uFEFF---\ntitle: T\npublisher: P\nurl: null\npublished: 2022\nlanguage: en\nkind: brief\n---  \nÇa va.",
      ],
    ] as const;
    for (const [what, file] of files) {
      it(`takes a file out and puts it back byte for byte: ${what}`, async () => {
        await take(flood);
        await writeFile(join(event, "articles/flood.md"), file);
        expect(failureOf(await withdrawArticle(event, "flood", gone, { today }))).to.equal("done");
        expect(await readdir(join(event, "articles"))).to.deep.equal([]);
        const marked = await text("withdrawn/flood.md");
        const lineEnd = what === "with CRLF" ? "\r\n" : "\n";
        expect(marked).to.include(`withdrawn: 2026-11-22${lineEnd}reason: "`);
        const listed = await listWithdrawn(event, { today });
        expect(listed.ok && listed.value).to.have.lengthOf(1);
        expect(listed.ok && listed.value[0]).to.deep.include({ id: "flood", ...gone });
        expect(listed.ok && listed.value[0]?.article?.title).to.equal("T");
        expect(failureOf(await restoreArticle(event, "flood", { today }))).to.equal("done");
        expect(await text("articles/flood.md")).to.equal(file);
        expect(await readdir(join(event, "withdrawn"))).to.deep.equal([]);
      });
    }

    it("refuses what cannot be, and says which", async () => {
      await take(flood);
      expect(failureOf(await withdrawArticle(event, "fire", gone, { today }))).to.equal("article-missing");
      expect(failureOf(await restoreArticle(event, "fire", { today }))).to.equal("article-missing");
      for (const bad of [
        { on: "2026-11-22", reason: " " },
        { on: "2026-11-22", reason: "x".repeat(301) },
        { on: "2026-11-22", reason: "a\nreason: b" },
        { on: "2026-11", reason: "a" },
        { on: "2026-02-30", reason: "a" },
      ]) {
        expect(failureOf(await withdrawArticle(event, "flood", bad, { today }))).to.equal("reason-invalid");
      }
      await withdrawArticle(event, "flood", gone, { today });
      await take({ ...flood, url: null, body: "Another flood." });
      expect(failureOf(await restoreArticle(event, "flood", { today }))).to.equal("name-taken");
    });

    it("keeps an article that was withdrawn before under the same name", async () => {
      await take(flood);
      await withdrawArticle(event, "flood", gone, { today });
      await take({ ...flood, body: "Another flood." });
      await withdrawArticle(event, "flood", gone, { today });
      const versions = await listVersions(event, "flood");
      const kept = await Promise.all(
        (versions.ok ? versions.value : []).map(async ({ version }) => await readVersion(event, "flood", version)),
      );
      const texts = kept.map((one) => (one.ok ? one.value.toString() : ""));
      for (const body of ["It rained.\n\nIt stopped.", "Another flood."]) {
        expect(texts.some((one) => one.includes(body))).to.equal(true);
      }
    });
  });

  describe("versions", () => {
    it("serves an earlier version again, and keeps the present one", async () => {
      await take(flood);
      await take({ ...flood, body: "Second." });
      await take({ ...flood, body: "Third." });
      const versions = await listVersions(event, "flood");
      expect(versions.ok && versions.value).to.have.lengthOf(2);
      for (const body of ["Second.", flood.body]) {
        const all = await listVersions(event, "flood");
        for (const { version } of all.ok ? all.value : []) {
          const bytes = await readVersion(event, "flood", version);
          if (bytes.ok && bytes.value.includes(body)) {
            expect(failureOf(await restoreVersion(event, "flood", version, { today }))).to.equal("done");
          }
        }
        expect((await served())[0]?.body).to.equal(body);
      }
      expect(await readdir(join(event, "history/flood"))).to.have.lengthOf(3);
    });

    it("puts a version back where nothing is served, without the marks of a withdrawal", async () => {
      await take(flood);
      const before = await text("articles/flood.md");
      await withdrawArticle(event, "flood", gone, { today });
      const versions = await listVersions(event, "flood");
      const [version] = versions.ok ? versions.value : [];
      expect(failureOf(await restoreVersion(event, "flood", version?.version ?? "", { today }))).to.equal("done");
      expect(await text("articles/flood.md")).to.equal(before);
    });

    it("tells what is not there", async () => {
      await take(flood);
      expect(await listVersions(event, "fire")).to.deep.equal({ ok: true, value: [] });
      for (const version of ["0123456789ab", "../../../.env", "", "0".repeat(500)]) {
        expect(failureOf(await readVersion(event, "flood", version))).to.equal("version-missing");
        expect(failureOf(await restoreVersion(event, "flood", version, { today }))).to.equal("version-missing");
      }
    });
  });

  describe("editArticle", () => {
    const file =
      "---\n# checked by hand\ntitle: 'T' # ours\npublisher:   P\nurl: null\npublished: 2022\nlanguage: en\nkind: brief\nshelf: 7\n---\n\n\nIt rained.\n";

    beforeEach(async () => {
      await take(flood);
      await writeFile(join(event, "articles/flood.md"), file);
    });

    it("changes the fields it is told and leaves all else as it is written", async () => {
      const fields = { title: "Flood: a tale", note: "Seen", published: "2022-09", authors: ["A", "B"] };
      const edited = await editArticle(event, "flood", { type: "fields", fields }, { today });
      expect(edited.ok && edited.value.article).to.deep.include(fields);
      const now = await text("articles/flood.md");
      for (const kept of ["# checked by hand", "# ours", "shelf: 7\n", "\n---\n\n\nIt rained.\n", "url: null\n"]) {
        expect(now).to.include(kept);
      }
      expect(await text(`history/flood/${edited.ok ? (edited.value.replaced ?? "") : ""}.md`)).to.equal(file);
    });

    it("takes a value out, changes nothing for nothing, and replaces text or file", async () => {
      await editArticle(event, "flood", { type: "fields", fields: { note: "Seen" } }, { today });
      await editArticle(event, "flood", { type: "fields", fields: { note: null, authors: [] } }, { today });
      expect(await text("articles/flood.md")).not.to.match(/note|authors/u);
      const same = await editArticle(event, "flood", { type: "fields", fields: { title: "T" } }, { today });
      expect(same.ok && same.value.replaced).to.equal(null);
      const body = await editArticle(event, "flood", { type: "text", text: "\n\n New.\r\n\r\nNewer.  \n" }, { today });
      expect(body.ok && body.value.article.body).to.equal(" New.\n\nNewer.");
      const whole = await editArticle(event, "flood", { type: "file", file }, { today });
      expect(whole.ok && whole.value.article.body).to.equal("It rained.");
    });

    it("mends a file that is not served for a bad value", async () => {
      await writeFile(join(event, "articles/flood.md"), file.replace("2022", "2022-13"));
      const mended = await editArticle(event, "flood", { type: "fields", fields: { published: "2022-12" } }, { today });
      expect(failureOf(mended)).to.equal("done");
      expect((await served())[0]?.published).to.equal("2022-12");
    });

    it("refuses an edit after which the article would not be served, and tells why", async () => {
      const edits: readonly (readonly [ArticleChange, string])[] = [
        [{ type: "fields", fields: { published: "2024-13-45" } }, "date-invalid"],
        [{ type: "fields", fields: { url: "javascript:alert(1)" } }, "url-invalid"],
        [{ type: "fields", fields: { title: "a\u202Eb" } }, "control-character"],
        [{ type: "text", text: " \n" }, "body-empty"],
        [{ type: "file", file: "---js\nprocess.exit()\n---\nx" }, "front-matter-language"],
        [{ type: "file", file: `---\ntitle: ${"[".repeat(10_000)}\n---\n\nx` }, "yaml-invalid"],
        [{ type: "file", file: `${file}${"x".repeat(1024 * 1024)}` }, "file-too-large"],
      ];
      for (const [change, problem] of edits) {
        const refused = await editArticle(event, "flood", change, { today });
        const problems = !refused.ok && refused.error.id === "article-unsound" ? refused.error.problems : [];
        expect(problems.map(({ detail }) => detail.id)).to.include(problem);
      }
      expect(await text("articles/flood.md")).to.equal(file);
      expect(await readdir(event)).not.to.include("history");
    });

    it("refuses an edit of a version that is not the present one any more", async () => {
      const expected = versionOf(Buffer.from(file));
      const change = { type: "text", text: "Mine." } as const;
      expect(failureOf(await editArticle(event, "flood", change, { today, expected }))).to.equal("done");
      const late = await editArticle(event, "flood", { type: "text", text: "Yours." }, { today, expected });
      expect(failureOf(late)).to.equal("changed-meanwhile");
    });
  });

  describe("with a hostile folder", () => {
    const secret = "TOKEN=secret";
    const ids = ["../../.env", "..", "", "a/b", "a\\b", "A", ".env", "a\0", "a".repeat(60), "flood\n"];

    beforeEach(async () => {
      await take(flood);
      await writeFile(join(outside, ".env"), secret);
    });

    async function tryAll(id: string): Promise<readonly string[]> {
      const results = [
        await withdrawArticle(event, id, gone, { today }),
        await restoreArticle(event, id, { today }),
        await editArticle(event, id, { type: "text", text: "Mine now." }, { today }),
        await listVersions(event, id),
        await readVersion(event, id, "0123456789ab"),
        await restoreVersion(event, id, "0123456789ab", { today }),
      ];
      return results.map(failureOf);
    }

    it("makes no path of an id that is none", async () => {
      for (const id of ids) {
        expect(new Set(await tryAll(id)), id).to.deep.equal(new Set(["article-id-invalid"]));
      }
      const bad = { ...flood, id: "../../.env", url: null, body: "Another." };
      const result = await applyPlan(
        event,
        [{ draft: { article: bad, leftOut: [] }, from: "-", outcome: { type: "new" } }],
        { today },
      );
      expect(result.ok && result.value.refused.map(({ failure }) => failure.id)).to.deep.equal(["article-id-invalid"]);
      expect(await readFile(join(outside, ".env"), "utf8")).to.equal(secret);
    });

    it("follows no link, be it a folder or a file", async () => {
      const elsewhere = join(outside, "elsewhere");
      for (const part of ["articles", "history", "withdrawn"]) {
        await rm(elsewhere, { recursive: true, force: true });
        await mkdir(join(elsewhere, "flood"), { recursive: true });
        await writeFile(join(elsewhere, "flood.md"), await text("articles/flood.md"));
        await rename(join(event, "articles"), join(event, "aside"));
        if (part !== "articles") await rename(join(event, "aside"), join(event, "articles"));
        await symlink(elsewhere, join(event, part));
        expect(new Set(await tryAll("flood")), part).to.deep.equal(new Set(["not-an-event-folder"]));
        const planned = await plan([{ ...flood, body: "It poured." }]);
        expect(failureOf(await applyPlan(event, planned, { today }))).to.equal("not-an-event-folder");
        expect((await readdir(elsewhere)).sort()).to.deep.equal(["flood", "flood.md"]);
        expect(await readdir(join(elsewhere, "flood"))).to.deep.equal([]);
        await rm(join(event, part));
        if (part === "articles") await rename(join(event, "aside"), join(event, "articles"));
      }
      await mkdir(join(event, "history"));
      await symlink(elsewhere, join(event, "history/flood"));
      expect(failureOf(await editArticle(event, "flood", { type: "text", text: "Mine." }, { today }))).to.equal(
        "not-an-event-folder",
      );
      expect(await readdir(join(elsewhere, "flood"))).to.deep.equal([]);
    });

    it("neither reads nor replaces through a link in an article's place", async () => {
      for (const part of ["articles", "withdrawn"]) {
        await mkdir(join(event, part), { recursive: true });
        await symlink(join(outside, ".env"), join(event, part, "env.md"));
      }
      const results = await tryAll("env");
      expect(results.slice(0, 3)).to.deep.equal(["file-unreadable", "file-unreadable", "file-unreadable"]);
      expect(await readFile(join(outside, ".env"), "utf8")).to.equal(secret);
      const listed = await listWithdrawn(event, { today });
      expect(JSON.stringify(listed)).not.to.include(secret);
      const planned = await plan([article({ id: "env", body: "A new one." })]);
      const result = await applyPlan(event, planned, { today });
      expect(result.ok && result.value.articles.map(({ article: { id } }) => id)).to.deep.equal(["env-2"]);
      expect(await readFile(join(outside, ".env"), "utf8")).to.equal(secret);
    });

    it("does not wait for a pipe, nor read what is huge", async () => {
      execFileSync("mkfifo", [join(event, "articles/pipe.md")]);
      await writeFile(join(event, "articles/huge.md"), "");
      await truncate(join(event, "articles/huge.md"), 5 * 1024 ** 3);
      await mkdir(join(event, "articles/folder.md"));
      for (const id of ["pipe", "huge", "folder"]) {
        expect((await tryAll(id)).slice(0, 3), id).to.deep.equal([
          "file-unreadable",
          "article-missing",
          "file-unreadable",
        ]);
      }
    });

    it("refuses a folder that is none", async () => {
      await writeFile(join(outside, "file"), "x");
      await symlink(event, join(outside, "link"));
      for (const folder of ["missing", "file", "link", "file/below"]) {
        const result = await withdrawArticle(join(outside, folder), "flood", gone, { today });
        expect(failureOf(result), folder).to.equal("not-an-event-folder");
      }
      const planned = await plan([article({ id: "fire", body: "It burned." })]);
      for (const folder of ["file", "link", "file/below"]) {
        expect(failureOf(await applyPlan(join(outside, folder), planned, { today })), folder).to.equal(
          "not-an-event-folder",
        );
      }
    });
  });
});

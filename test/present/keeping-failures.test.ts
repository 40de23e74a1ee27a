import { expect } from "chai";
import type { KeepingFailure } from "../../src/domain/keeping.ts";
import { describeKeepingFailure } from "../../src/present/corpus/keeping-failures.ts";

const evil = `x\u001B[2J\n\u202Ey${"z".repeat(5000)}`;
const bad = {
  severity: "error",
  file: evil,
  line: 4,
  field: "published",
  detail: { id: "date-invalid", received: evil },
} as const;

/** One of each; the type demands that none is left out. */
const examples: { readonly [Id in KeepingFailure["id"]]: Extract<KeepingFailure, { readonly id: Id }> } = {
  "folder-busy": { id: "folder-busy", folder: evil, holder: { pid: 4711, host: evil, since: evil } },
  "not-an-event-folder": { id: "not-an-event-folder", folder: evil, why: "link" },
  "event-exists": { id: "event-exists", folder: evil },
  "article-id-invalid": { id: "article-id-invalid", received: evil },
  "article-missing": { id: "article-missing", article: evil },
  "version-missing": { id: "version-missing", article: evil, version: evil },
  "article-unsound": { id: "article-unsound", article: evil, problems: Array.from({ length: 90 }, () => bad) },
  "changed-meanwhile": { id: "changed-meanwhile", article: evil },
  "name-taken": { id: "name-taken", file: evil },
  "reason-invalid": { id: "reason-invalid" },
  "disk-full": { id: "disk-full", file: evil },
  "file-unreadable": { id: "file-unreadable", file: evil, reason: evil },
  "file-unwritable": { id: "file-unwritable", file: evil, reason: evil },
  "archive-unsound": { id: "archive-unsound", archive: evil, entry: evil, why: "hash-wrong" },
};

describe("describeKeepingFailure", () => {
  it("says who is at work and what to do", () => {
    const holder = { pid: 4711, host: "quill", since: "2026-11-23T10:00:00.000Z" };
    expect(describeKeepingFailure({ id: "folder-busy", folder: "corpus/flood", holder })).to.equal(
      "corpus/flood is being changed by process 4711 on quill, since 2026-11-23T10:00:00.000Z. Wait until that is done and try again.",
    );
    expect(describeKeepingFailure({ id: "folder-busy", folder: "corpus/flood", holder: null })).to.include(
      "by somebody else",
    );
  });

  it("names the entry of an archive and what is wrong with it", () => {
    const failure = { id: "archive-unsound", archive: "a.tar.gz", entry: "../../.env", why: "name-not-ours" } as const;
    expect(describeKeepingFailure(failure)).to.equal(
      "the archive a.tar.gz cannot be taken, at “../../.env”: an event has no file of this name. Nothing was changed.",
    );
    expect(describeKeepingFailure({ ...failure, entry: null, why: "not-an-archive" })).not.to.include("at “");
  });

  for (const failure of Object.values(examples)) {
    it(`stays on one short line, whatever a stranger wrote: ${failure.id}`, () => {
      const words = describeKeepingFailure(failure);
      expect(words).to.match(/^[^\p{Cc}\u202E]{20,6000}$/u);
      expect(words).to.match(/[.]$/u);
    });
  }
});

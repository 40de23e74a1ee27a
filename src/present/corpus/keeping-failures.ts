import type { ArchiveFlaw, KeepingFailure, LockHolder } from "../../domain/keeping.ts";
import { cleanText } from "../text/clean.ts";
import { cut } from "../text/cut.ts";
import { describeProblem } from "./problems.ts";

const PROBLEMS_TOLD = 5;

/** Why an event folder was not changed, for a terminal or a log: what happened and what to do, in one line. */
export function describeKeepingFailure(failure: KeepingFailure): string {
  return cleanText(wordsFor(failure));
}

function wordsFor(failure: KeepingFailure): string {
  switch (failure.id) {
    case "folder-busy":
      return `${plain(failure.folder)} is being changed by ${holderOf(failure.holder)}. Wait until that is done and try again.`;
    case "not-an-event-folder":
      return `${plain(failure.folder)} ${NOT_A_FOLDER[failure.why]}. Name an event's folder; it and the folders in it must be true folders, not links.`;
    case "event-exists":
      return `there is an event in ${plain(failure.folder)} already. Give another folder, or say that it is to be replaced.`;
    case "article-id-invalid":
      return `expected an article's id such as ap-20220907, found “${plain(failure.received)}”. “corpus list” tells the ids.`;
    case "article-missing":
      return `there is no article ${plain(failure.article)} here. “corpus list” tells those there are.`;
    case "version-missing":
      return `there is no version ${plain(failure.version)} of ${plain(failure.article)}. Its history lists those there are.`;
    case "article-unsound":
      return `${plain(failure.article)} would be no sound article: ${problemsOf(failure)} Nothing was changed.`;
    case "changed-meanwhile":
      return `${plain(failure.article)} has been changed meanwhile, and was left as it is. Look at it, then try again.`;
    case "name-taken":
      return `there is something else at ${plain(failure.file)}. Move it away or take another name.`;
    case "reason-invalid":
      return "expected a day such as 2022-09-10 and a reason of 1 to 300 characters on one line.";
    case "disk-full":
      return `the disk is full: ${plain(failure.file)} was not written, and what was there is unharmed. Make room and try again.`;
    case "file-unreadable":
      return `${plain(failure.file)} cannot be read (${plain(failure.reason)}). It must be a plain file that Footnote's user may read.`;
    case "file-unwritable":
      return `${plain(failure.file)} cannot be written (${plain(failure.reason)}). Check who may write there.`;
    case "archive-unsound": {
      const place = failure.entry === null ? "" : `, at “${plain(failure.entry)}”`;
      return `the archive ${plain(failure.archive)} cannot be taken${place}: ${FLAWS[failure.why]}. Nothing was changed.`;
    }
  }
}

const NOT_A_FOLDER: Readonly<Record<Extract<KeepingFailure, { readonly id: "not-an-event-folder" }>["why"], string>> = {
  missing: "is not there",
  link: "is a link",
  "not-a-folder": "is no folder",
};

const FLAWS: Readonly<Record<ArchiveFlaw, string>> = {
  "not-an-archive": "it is damaged, cut off, or no .tar.gz that Footnote wrote",
  "manifest-missing": "its first entry is not manifest.json, so Footnote did not write it",
  "manifest-invalid": "its manifest cannot be understood",
  "format-unknown": "it was written by a newer version of Footnote, or is something else; update Footnote",
  "too-many-files": "it has more than 20,000 files",
  "too-large": "it unpacks to more than it may, 1 GiB, or to more than it announces",
  "file-too-large": "this file is larger than 2 MiB",
  "name-not-ours": "an event has no file of this name",
  "not-a-file": "this is no plain file",
  unlisted: "the manifest does not list it",
  twice: "it is there twice",
  "size-wrong": "its size is not what the manifest tells",
  "hash-wrong": "its content is not what the manifest tells",
  missing: "the manifest lists it, and it is not there",
};

function holderOf(holder: LockHolder | null): string {
  if (holder === null) return "somebody else";
  return `process ${holder.pid} on ${plain(holder.host)}, since ${plain(holder.since)}`;
}

function problemsOf({ problems }: Extract<KeepingFailure, { readonly id: "article-unsound" }>): string {
  const errors = problems.filter(({ severity }) => severity === "error");
  if (errors.length === 0) return "its file cannot be told apart into fields and text.";
  const told = errors.slice(0, PROBLEMS_TOLD).map(describeProblem).join(" ");
  return errors.length > PROBLEMS_TOLD ? `${told} And ${errors.length - PROBLEMS_TOLD} more.` : told;
}

function plain(text: string): string {
  return cut(cleanText(text).trim(), 300);
}

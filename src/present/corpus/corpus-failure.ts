import type { CuratorFailure } from "../../domain/curator.ts";
import type { KeepingFailure } from "../../domain/keeping.ts";
import type { Problem } from "../../domain/problem.ts";
import type { Reply } from "../../domain/reply.ts";
import type { Words } from "../../domain/words.ts";
import { doubtInFile } from "./corpus-doubts.ts";
import { fetchText } from "./corpus-fetching.ts";
import { shortText, titled } from "./corpus-names.ts";
import { escapeMarkdown, quietLines } from "../text/markdown.ts";
import { paragraphs, privateNote } from "../text/note.ts";
import { commandName } from "../text/words.ts";

const PROBLEMS_SHOWN = 5;
const LINE_LENGTH = 300;

/** Told to a maintainer for whom something could not be done: why, and what to do next. */
export function curatorFailureReply(words: Words, failure: CuratorFailure): Reply {
  return privateNote(failureMarkdown(words, failure), "failure");
}

function failureMarkdown(words: Words, failure: CuratorFailure): string {
  switch (failure.id) {
    case "read-only":
      return escapeMarkdown(words.say("curator.read-only", { event: titled(words, failure.event) }));
    case "event-unknown":
      return words.say("curator.event-unknown", { command: commandName(words, "settings") });
    case "not-fetched":
      return escapeMarkdown(fetchText(words, failure.failure));
    case "nothing-found":
      return paragraphs([
        escapeMarkdown(words.say("curator.nothing-found")),
        problemLines(words, failure.problems, PROBLEMS_SHOWN),
      ]);
    case "preview-gone":
      return words.say("curator.preview-gone", { command: commandName(words, "corpus", "add") });
    case "not-kept":
      return escapeMarkdown(keepingText(words, failure.failure));
    case "store-unavailable":
      return words.say("failure.store-unavailable");
    case "gold-refused":
      return escapeMarkdown(words.say(`gold.${failure.why}`));
  }
}

/** Why the articles' folder was not changed; plain text. @param title of the article meant, where it is known */
export function keepingText(words: Words, failure: KeepingFailure, title: string | null = null): string {
  switch (failure.id) {
    case "folder-busy":
      return words.say("folder.busy");
    case "article-missing":
    case "version-missing":
      return words.say("folder.missing", { article: titled(words, title ?? failure.article) });
    case "article-id-invalid":
      return words.say("folder.missing", { article: titled(words, title ?? failure.received) });
    case "article-unsound":
      return words.say("folder.unsound", { article: titled(words, title ?? failure.article) });
    case "changed-meanwhile":
      return words.say("folder.changed", { article: titled(words, title ?? failure.article) });
    case "reason-invalid":
      return words.say("folder.reason");
    case "disk-full":
      return words.say("folder.full");
    case "not-an-event-folder":
    case "event-exists":
    case "name-taken":
    case "file-unreadable":
    case "file-unwritable":
    case "archive-unsound":
      return words.say("folder.unusable");
  }
}

/** The first of some problems as small print, each with its file, and how many more there are. */
export function problemLines(words: Words, problems: readonly Problem[], most: number, length = LINE_LENGTH): string {
  const more = problems.length - most;
  return quietLines([
    ...problems.slice(0, most).map((problem) => shortText(doubtInFile(words, problem), length)),
    more > 0 ? words.say("preview.more", { count: more }) : "",
  ]);
}

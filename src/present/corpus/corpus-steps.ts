import type { CuratingStep } from "../../domain/curator.ts";
import type { ActionRef, Reply } from "../../domain/reply.ts";
import type { Words } from "../../domain/words.ts";
import { cleanText } from "../text/clean.ts";
import { cut } from "../text/cut.ts";
import { escapeMarkdown } from "../text/markdown.ts";
import { privateNote } from "../text/note.ts";
import { quoted } from "../text/words.ts";
import { cancelRow } from "../text/working.ts";

const NAME_LENGTH = 100;
const KILOBYTE = 1_000;

/** How far work with the articles has come. @param cancel what its button calls; null where it cannot be cancelled any more */
export function stepReply(words: Words, step: CuratingStep, cancel: ActionRef | null): Reply {
  const note = privateNote(escapeMarkdown(stepText(words, step)));
  return cancel === null ? note : { ...note, controls: [cancelRow(words, cancel)] };
}

function stepText(words: Words, step: CuratingStep): string {
  switch (step.id) {
    case "fetching": {
      const host = named(step.host);
      return step.bytes === 0
        ? words.say("curating.fetching", { host })
        : words.say("curating.fetching-size", { host, size: words.number(Math.ceil(step.bytes / KILOBYTE)) });
    }
    case "reading":
      return words.say("curating.reading", { source: quoted(words, named(step.source)) });
    case "comparing":
      return words.say("curating.comparing", { count: step.articles });
    case "loading":
      return words.say("curating.loading");
    case "fetching-entries":
    case "writing":
    case "checking":
      return words.say(`curating.${step.id}`, { done: step.done, of: step.of });
  }
}

function named(text: string): string {
  return cut(cleanText(text).trim(), NAME_LENGTH);
}

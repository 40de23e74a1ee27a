import type { LibraryStatus } from "../../domain/command.ts";
import type { Reply } from "../../domain/reply.ts";
import type { Words } from "../../domain/words.ts";
import { escapeMarkdown } from "../text/markdown.ts";

/** What this is, what it knows, what it keeps. */
export function aboutReply(words: Words, status: LibraryStatus, visibility: Reply["visibility"]): Reply {
  return {
    visibility,
    outcome: "information",
    title: words.say("about.title"),
    body: [
      words.say("about.what"),
      `**${escapeMarkdown(status.event.name)}**\n${escapeMarkdown(status.event.description)}`.trim(),
      [
        words.say("about.articles", { articles: status.articleCount, sentences: status.sentenceCount }),
        status.newest === null
          ? words.say("about.newest-undated")
          : words.say("about.newest", { date: words.date(status.newest, "long") }),
        words.say("about.corpus-version", { version: status.corpusVersion }),
        words.say("about.software-version", { version: escapeMarkdown(status.softwareVersion) }),
      ].join("\n"),
      words.say("about.privacy"),
    ].join("\n\n"),
    footer: null,
    controls: [],
  };
}

import type { LibraryStatus } from "../domain/command.ts";
import type { Reply } from "../domain/reply.ts";
import { formatDate } from "./dates.ts";
import { escapeMarkdown } from "./markdown.ts";
import { count } from "./sources.ts";

/** What this is, what it knows, what it keeps. */
export function aboutReply(status: LibraryStatus, visibility: Reply["visibility"]): Reply {
  const newest = status.newest === null ? "none is dated" : formatDate(status.newest, "long");
  return {
    visibility,
    outcome: "information",
    title: "About Footnote",
    body: [
      "Footnote finds sentences in a fixed set of articles and shows them with their sources. No language model writes anything: every line can be checked against its article.",
      `**${escapeMarkdown(status.event.name)}**\n${escapeMarkdown(status.event.description)}`.trim(),
      [
        `Articles: ${status.articleCount.toLocaleString("en-GB")} (${count(status.sentenceCount, "sentence")})`,
        `Newest article: ${newest}`,
        `Corpus version: ${status.corpusVersion}`,
        `Footnote version: ${escapeMarkdown(status.softwareVersion)}`,
      ].join("\n"),
      "**Privacy:** I read only what you type into a command, never other messages. Nothing you ask is stored, and no service but Discord sees it.",
    ].join("\n\n"),
    footer: null,
    controls: [],
  };
}

import type { CommandSummary, LibraryStatus } from "../domain/command.ts";
import type { Reply } from "../domain/reply.ts";
import { escapeMarkdown } from "./markdown.ts";

const MAX_EXAMPLES = 5;

/** What to ask and how. */
export function helpReply(status: LibraryStatus, commands: readonly CommandSummary[]): Reply {
  const examples = status.event.examples.slice(0, MAX_EXAMPLES);
  return {
    visibility: "private",
    outcome: "information",
    title: "What you can ask",
    body: [
      `I answer questions about ${escapeMarkdown(status.event.name)} with sentences from ${String(status.articleCount)} articles. Each sentence carries a footnote to its source. When the articles do not say, I say so.`,
      examples.length === 0
        ? ""
        : `For example:\n${examples.map((example) => `- /ask ${escapeMarkdown(example)}`).join("\n")}`,
      commands.map(({ name, description }) => `**/${name}** – ${escapeMarkdown(description)}`).join("\n"),
      [
        "To narrow a search or a question:",
        `- ${escapeMarkdown('"foreign ministry"')} – these words in a row; a question only prefers them`,
        `- ${escapeMarkdown('-word, -"some words"')} – without them`,
        `- ${escapeMarkdown("publisher:name")} – only this publisher or agency; several are alternatives`,
        `- ${escapeMarkdown("after:2022-07 before:2022-09-10")} – only articles from then on, until the day before`,
      ].join("\n"),
      "Typing slips are fine. Set **private** to have the reply to yourself. Press **Context** to read what stands around a sentence.",
    ]
      .filter((paragraph) => paragraph !== "")
      .join("\n\n"),
    footer: null,
    controls: [],
  };
}

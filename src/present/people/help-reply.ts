import type { CommandSummary, LibraryStatus } from "../../domain/command.ts";
import type { Reply } from "../../domain/reply.ts";
import type { Words } from "../../domain/words.ts";
import { escapeMarkdown } from "../text/markdown.ts";
import { commandName } from "../text/words.ts";

const MAX_EXAMPLES = 5;
/** Operators are the same in every language. */
const DATES = "after:2022-07 before:2022-09-10";

/** What to ask and how. */
export function helpReply(words: Words, status: LibraryStatus, commands: readonly CommandSummary[]): Reply {
  const { name, examples } = status.event;
  return {
    visibility: "private",
    outcome: "information",
    title: words.say("help.title"),
    body: [
      words.say("help.what", { event: escapeMarkdown(name), count: status.articleCount }),
      exampleList(words, examples.slice(0, MAX_EXAMPLES)),
      commands.map((command) => commandLine(words, command)).join("\n"),
      words.say("check.help", { command: `**${escapeMarkdown(words.say("command.check-message.name"))}**` }),
      [
        words.say("help.narrow"),
        operatorLine(words.say("help.phrase"), words.say("help.phrase-meaning")),
        operatorLine(words.say("help.without"), words.say("help.without-meaning")),
        operatorLine(words.say("help.publisher"), words.say("help.publisher-meaning")),
        operatorLine(DATES, words.say("help.dates-meaning")),
      ].join("\n"),
      words.say("help.tips"),
    ]
      .filter((paragraph) => paragraph !== "")
      .join("\n\n"),
    footer: null,
    controls: [],
  };
}

function exampleList(words: Words, examples: readonly string[]): string {
  if (examples.length === 0) return "";
  const ask = commandName(words, "ask");
  return [words.say("help.examples"), ...examples.map((example) => `- ${ask} ${escapeMarkdown(example)}`)].join("\n");
}

function commandLine(words: Words, { name, subcommand }: CommandSummary): string {
  const place = subcommand === null ? `command.${name}` : `command.${name}.sub.${subcommand}`;
  const description = words.find(`${place}.description`) ?? "";
  return `**${commandName(words, name, subcommand)}** – ${escapeMarkdown(description)}`;
}

function operatorLine(operator: string, meaning: string): string {
  return `- ${escapeMarkdown(operator)} – ${meaning}`;
}

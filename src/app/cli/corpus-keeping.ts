import { type Command, Option } from "commander";
import { type Consent, type ImportOptions, runCorpusImport } from "./corpus-import.ts";
import { runCorpusSync } from "./corpus-sync.ts";
import { addEventOptions, type EventPlace } from "./event-place.ts";
import type { Terminal } from "./terminal.ts";

const IMPORT_HELP = `
A source is an address, a saved page, plain text, Markdown, a PDF, a feed, whose entries are fetched, JSON Lines (.jsonl),
a folder of such files, an archive made by “corpus export”, or - for standard input.

Exit codes: 0 done; 10 some sources were refused, each by name; 19 there is something to write and nobody said yes.`;

const SYNC_HELP = `
Sources are listed in event.yaml, at most 100:

  sources:
    - url: https://news.example/feed.xml
      include: [harbour, strike]

Exit codes: 0 done; 10 some pages could not be read; 19 there is something to write and nobody said yes.`;

/** The commands that change what articles there are, or show them. */
export function addCorpusKeeping(corpus: Command, terminal: Terminal, finish: (code: number) => void): void {
  addEventOptions(
    corpus
      .command("import")
      .description("show what sources would add to a corpus, then write it")
      .argument("<source...>", "addresses, files, folders, or - for standard input"),
  )
    .option("--title <title>", "the article's title, when one text is imported")
    .option("--url <address>", "where it was published, when one text is imported")
    .option("--publisher <name>", "who published it; of JSON Lines, where a record does not say")
    .option("--published <date>", "when: 2022-09-10, 2022-09 or 2022; of JSON Lines, where a record does not say")
    .option("--language <tag>", "the language it is written in, such as en or sq")
    .addOption(new Option("--kind <kind>", "whether it is as published, or retold").choices(["original", "brief"]))
    .option("--yes", "write without asking")
    .option("--dry-run", "write nothing")
    .option("--verbose", "show every article, every change whole, and every paragraph that was left out")
    .option("--replace", "let an archive take the place of an event that is there")
    .addHelpText("after", IMPORT_HELP)
    .action(async (sources: readonly string[], options: ImportOptions) => {
      finish(await runCorpusImport(terminal, sources, options));
    });
  addEventOptions(
    corpus
      .command("sync")
      .description("look at the sources that event.yaml lists, say what is another since last time, and write it"),
  )
    .option("--yes", "write without asking")
    .option("--dry-run", "write nothing, and remember nothing")
    .option("--verbose", "show every article, and every change whole")
    .addHelpText("after", SYNC_HELP)
    .action(async (options: EventPlace & Consent) => {
      finish(await runCorpusSync(terminal, options));
    });
}

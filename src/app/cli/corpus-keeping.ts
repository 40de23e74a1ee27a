import { type Command, Option } from "commander";
import { type Consent, type ImportOptions, runCorpusImport } from "./corpus-import.ts";
import { runCorpusList, runCorpusShow, runCorpusVersions } from "./corpus-articles.ts";
import { runCorpusEdit } from "./corpus-edit.ts";
import { runCorpusExport } from "./corpus-export.ts";
import { runCorpusStats } from "./corpus-stats.ts";
import { runCorpusSync } from "./corpus-sync.ts";
import { runCorpusRestore, runCorpusWithdraw, runRestoreVersion } from "./corpus-withdraw.ts";
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
  addEventOptions(
    corpus
      .command("list")
      .description("list the articles, newest first")
      .argument("[words...]", "only those with these words in title, publisher or id"),
  )
    .option("--json", "print them as one line of JSON")
    .action(async (words: readonly string[], { json = false, ...place }: EventPlace & JsonFlag) => {
      finish(await runCorpusList(terminal, place, { words, json }));
    });
  addEventOptions(corpus.command("show").description("print an article").argument("<id>", ARTICLE_ID))
    .option("--version <version>", "an earlier one, as “corpus versions” prints it")
    .action(async (id: string, { version, ...place }: EventPlace & { readonly version?: string }) => {
      finish(await runCorpusShow(terminal, place, id, version ?? null));
    });
  addEventOptions(
    corpus.command("versions").description("list the earlier versions of an article").argument("<id>", ARTICLE_ID),
  ).action(async (id: string, place: EventPlace) => finish(await runCorpusVersions(terminal, place, id)));
  addEventOptions(
    corpus
      .command("restore-version")
      .description("serve an earlier version of an article again")
      .argument("<id>", ARTICLE_ID)
      .argument("<version>", "as “corpus versions” prints it"),
  ).action(async (id: string, version: string, place: EventPlace) => {
    finish(await runRestoreVersion(terminal, place, id, version));
  });
  addEventOptions(
    corpus.command("edit").description("change an article; the old version is kept").argument("<id>", ARTICLE_ID),
  )
    .option("--set <field=value...>", "set fields; an empty value takes one away")
    .option("--editor", "open its file in the editor that EDITOR names")
    .action(async (id: string, { set = [], editor = false, ...place }: EventPlace & EditFlags) => {
      finish(await runCorpusEdit(terminal, place, id, { set, editor }));
    });
  addEventOptions(
    corpus.command("withdraw").description("take an article out; it is kept aside").argument("<id>", ARTICLE_ID),
  )
    .requiredOption("--reason <text>", "why, in at most 300 characters")
    .action(async (id: string, { reason, ...place }: EventPlace & { readonly reason: string }) => {
      finish(await runCorpusWithdraw(terminal, place, id, reason));
    });
  addEventOptions(
    corpus.command("restore").description("serve a withdrawn article again").argument("<id>", ARTICLE_ID),
  ).action(async (id: string, place: EventPlace) => finish(await runCorpusRestore(terminal, place, id)));
  addEventOptions(corpus.command("stats").description("say how much there is, by month, publisher, language and topic"))
    .option("--json", "print the numbers as one line of JSON")
    .option("--picture <file>", "draw it into a .png or .svg file, too")
    .action(async ({ json = false, picture, ...place }: EventPlace & JsonFlag & { readonly picture?: string }) => {
      finish(await runCorpusStats(terminal, place, { json, picture: picture ?? null }));
    });
  addEventOptions(corpus.command("export").description("write a whole event, its history too, into one .tar.gz"))
    .option("--to <file>", "a file that is not there yet, or - for standard output; the event's name when left out")
    .action(async ({ to, ...place }: EventPlace & { readonly to?: string }) => {
      finish(await runCorpusExport(terminal, place, to ?? null));
    });
}

const ARTICLE_ID = "the article's id, as “corpus list” prints it";

interface JsonFlag {
  readonly json?: boolean;
}

interface EditFlags {
  readonly set?: readonly string[];
  readonly editor?: boolean;
}

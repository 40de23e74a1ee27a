import { Command, CommanderError, InvalidArgumentError } from "commander";
import { EXIT_CODES } from "../../ops/exit-codes.ts";
import { softwareVersion } from "../project-root.ts";
import { runAsk } from "./ask.ts";
import { runCorpusCheck } from "./corpus-check.ts";
import { addCorpusDiff } from "./corpus-diff.ts";
import { runCorpusGlossary } from "./corpus-glossary.ts";
import { addCorpusKeeping } from "./corpus-keeping.ts";
import { exclusionsLast } from "./exclusions.ts";
import { addGaps } from "./gaps.ts";
import { addGold } from "./gold.ts";
import { CORPUS_OPTION, partialDate } from "./options.ts";
import { runSearch } from "./search.ts";
import { runSummary } from "./summary.ts";
import type { Terminal } from "./terminal.ts";
import { runTimeline } from "./timeline.ts";

const EXIT_CODE_HELP = `
Exit codes: 0 done, 1 unexpected error, 2 wrong usage or input, 3 configuration, 4 no articles, 10 problems in the corpus,
11 a model is missing or broken, 12 the sentence model is not installed, 13 it does not work, 14 and 15 what is remembered cannot be
read, 17 a gold question fails, 18 answers differ, 19 nothing was written because nobody said yes.`;

/**
 * Runs one command line.
 *
 * @param args the words after the program's name
 * @returns the exit code
 */
export async function runProgram(args: readonly string[], terminal: Terminal): Promise<number> {
  let exitCode: number = EXIT_CODES.ok;
  const program = build(terminal, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync([...exclusionsLast(args)], { from: "user" });
    return exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Commander ends `--help` and `--version` with an "error" too, whose code is 0.
    return error.exitCode === 0 ? EXIT_CODES.ok : EXIT_CODES.usage;
  }
}

function build(terminal: Terminal, finish: (code: number) => void): Command {
  const program = new Command("footnote")
    .description("Answers questions with sentences from a corpus of articles, each with its source.")
    .version(softwareVersion())
    .showHelpAfterError("Add --help to see what can be given.")
    .addHelpText("after", EXIT_CODE_HELP)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.output.write(text),
      writeErr: (text) => terminal.messages.write(text),
    });

  program
    .command("ask")
    .description("answer one question, or with --batch one for each line of standard input")
    .argument("[question...]", "the question; quotes are not needed")
    .option(...CORPUS_OPTION, [])
    .option("--json", "print the answer as one line of JSON")
    .option("--context", "show what stands around each sentence in its article")
    .option("--explain", "say why: how the question was read, what matched, how sure the answer is")
    .option("--batch", 'read lines of {"id","question","context"?} and print a JSON line for each')
    .action(async (words: readonly string[], options: AskFlags) => {
      finish(
        await runAsk(terminal, {
          question: words.join(" "),
          corpus: options.corpus,
          json: options.json === true,
          context: options.context === true,
          batch: options.batch === true,
          explain: options.explain === true,
        }),
      );
    });

  program
    .command("search")
    .description("list the passages that match best, or with --batch for each line of standard input")
    .argument("[words...]", `what to look for, and 'a phrase in "quotes"', -word, publisher:, before:, after:`)
    .option(...CORPUS_OPTION, [])
    .option("--limit <number>", "how many passages at most", wholeNumber, 10)
    .option("--json", "print the passages as one line of JSON")
    .option("--batch", 'read lines of {"id","question","context"?,"within"?} and print a JSON line for each')
    .action(async (words: readonly string[], options: SearchFlags) => {
      finish(
        await runSearch(terminal, {
          words: words.join(" "),
          corpus: options.corpus,
          limit: options.limit,
          json: options.json === true,
          batch: options.batch === true,
        }),
      );
    });

  program
    .command("timeline")
    .description("tell what happened, day by day")
    .argument("[topic...]", "what of; the whole event when left out")
    .option(...CORPUS_OPTION, [])
    .option("--from <date>", "only what happened then or later: 2022-09-10, 2022-09 or 2022", partialDate)
    .option("--to <date>", "only what happened then or earlier", partialDate)
    .option("--dates <number>", "how many dates at most, up to 25", wholeNumber, 15)
    .option("--json", "print the timeline as one line of JSON")
    .action(async (words: readonly string[], options: TimelineFlags) => {
      finish(
        await runTimeline(terminal, {
          topic: words.length === 0 ? null : words.join(" "),
          from: options.from ?? null,
          to: options.to ?? null,
          dates: options.dates,
          corpus: options.corpus,
          json: options.json === true,
        }),
      );
    });

  program
    .command("summary")
    .description("sum up a topic, or the event, in sentences of the articles")
    .argument("[topic...]", "what it is to be of; the event as a whole when left out")
    .option(...CORPUS_OPTION, [])
    .option("--since <day>", "only what was published since: 2022-09-10, 2022-09 or 2022")
    .option("--sentences <number>", "how many sentences at most, 1 to 12", wholeNumber, 5)
    .action(async (words: readonly string[], options: SummaryFlags) => {
      const { corpus, since = null, sentences } = options;
      finish(await runSummary(terminal, { topic: words.join(" "), corpus, since, sentences }));
    });

  const corpus = program.command("corpus").description("add articles to a corpus and check it");
  corpus
    .command("check")
    .description("say what is wrong with a corpus: file, line, field and what to do")
    .argument(
      "[path...]",
      "event folders or JSON Lines files; those of CORPUS, or the corpus that comes along, when left out",
    )
    .option("--links", "ask the address of every article whether it still leads somewhere; takes a while")
    .option("--strict", "let warnings fail too")
    .addHelpText(
      "after",
      "\nExit codes: 0 sound, with warnings or without; 10 errors, or with --strict warnings; 1 unexpected error, 3 configuration.",
    )
    .action(async (paths: readonly string[], options: CheckFlags) => {
      finish(await runCorpusCheck(terminal, paths, { strict: options.strict === true, links: options.links === true }));
    });
  corpus
    .command("glossary")
    .description("suggest names for the glossary, by what the articles write, and add those that are wanted")
    .option(...CORPUS_OPTION, [])
    .option("--add <term...>", "add what is suggested for these names")
    .option("--yes", "add all that is suggested")
    .action(async (options: GlossaryFlags) => {
      const { corpus: paths, add = [], yes = false } = options;
      finish(await runCorpusGlossary(terminal, { corpus: paths, add, yes }));
    });

  addCorpusKeeping(corpus, terminal, finish);
  addCorpusDiff(corpus, terminal, finish);
  addGold(program, terminal, finish);
  addGaps(program, terminal, finish);

  inheritSettings(program);
  // `corpus show --version` is not asking for the program's own.
  program.enablePositionalOptions();
  return program;
}

interface AskFlags {
  readonly explain?: boolean;
  readonly corpus: readonly string[];
  readonly json?: boolean;
  readonly context?: boolean;
  readonly batch?: boolean;
}

interface SearchFlags {
  readonly corpus: readonly string[];
  readonly limit: number;
  readonly json?: boolean;
  readonly batch?: boolean;
}

interface TimelineFlags {
  readonly corpus: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly dates: number;
  readonly json?: boolean;
}

interface SummaryFlags {
  readonly corpus: readonly string[];
  readonly since?: string;
  readonly sentences: number;
}

interface CheckFlags {
  readonly links?: boolean;
  readonly strict?: boolean;
}

interface GlossaryFlags {
  readonly corpus: readonly string[];
  readonly add?: readonly string[];
  readonly yes?: boolean;
}

/** Commander copies settings to subcommands only when they are made after the settings; nested ones need telling. */
function inheritSettings(command: Command): void {
  for (const child of command.commands) {
    child.copyInheritedSettings(command);
    inheritSettings(child);
  }
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1 || number > 1_000) {
    throw new InvalidArgumentError("Give a whole number from 1 to 1000.");
  }
  return number;
}

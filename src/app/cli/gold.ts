import { type Command, Option } from "commander";
import type { GoldQuestion } from "../../domain/gold.ts";
import { addOne, listGold, removeOne } from "./gold-edit.ts";
import { runGoldQuestions } from "./gold-run.ts";
import { CORPUS_OPTION } from "./options.ts";
import type { Terminal } from "./terminal.ts";

/** `footnote gold` and what it can do. */
export function addGold(program: Command, terminal: Terminal, finish: (code: number) => void): void {
  const gold = program
    .command("gold")
    .description("ask the questions with known answers, of gold.yaml beside event.yaml, and say which fail")
    .option(...CORPUS_OPTION, []);
  const corpus = (): readonly string[] => gold.opts<{ readonly corpus: readonly string[] }>().corpus;
  gold
    .command("run", { isDefault: true })
    .description("ask them all; exit code 17 when one fails")
    .option("--before <path>", "a corpus as it was before: says which articles made questions fail")
    .option("--json", "print the results as one line of JSON")
    .action(async ({ before, json = false }: { readonly before?: string; readonly json?: boolean }) => {
      finish(await runGoldQuestions(terminal, { corpus: corpus(), before: before ?? null, json }));
    });
  gold
    .command("list")
    .description("print them")
    .action(async () => finish(await listGold(terminal, corpus())));
  gold
    .command("add")
    .description("add one")
    .argument("<question...>", "the question; quotes are not needed")
    .addOption(
      new Option("--expect <what>", "what the articles do")
        .choices(["answered", "not-in-articles"])
        .default("answered"),
    )
    .option("--article <id...>", "articles of which the answer has to cite one")
    .option("--contains <text...>", "texts that the sentences shown have to hold")
    .option("--note <text>", "why it is there")
    .action(async (words: readonly string[], options: AddFlags) => {
      finish(await addOne(terminal, corpus(), words.join(" "), options));
    });
  gold
    .command("remove")
    .description("remove one")
    .argument("<id>", "its id, as “footnote gold list” prints it")
    .action(async (id: string) => finish(await removeOne(terminal, corpus(), id)));
}

interface AddFlags {
  readonly expect: GoldQuestion["expect"];
  readonly article?: readonly string[];
  readonly contains?: readonly string[];
  readonly note?: string;
}

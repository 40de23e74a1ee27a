import type { Command } from "commander";
import type { PartialDate } from "../../domain/article.ts";
import type { FilledGap, Gap } from "../../domain/gap.ts";
import { EXIT_CODES, exitCodeOf } from "../../ops/exit-codes.ts";
import { describeFailure } from "../../present/operator/failures.ts";
import { gapsText } from "../../present/corpus/gaps-text.ts";
import { groupGaps } from "../../upkeep/gaps/group-gaps.ts";
import { answeredGaps } from "../../upkeep/gaps/match-articles.ts";
import type { OpenLibrary } from "../library.ts";
import { keptQuestions } from "./open-questions.ts";
import { withLibrary } from "./open.ts";
import { CORPUS_OPTION, partialDate } from "./options.ts";
import { progressLine } from "./progress-line.ts";
import { type Terminal, writeLine } from "./terminal.ts";

interface GapsFlags {
  readonly corpus: readonly string[];
  readonly json?: boolean;
  readonly since?: PartialDate;
}

/** `footnote gaps`. */
export function addGaps(program: Command, terminal: Terminal, finish: (code: number) => void): void {
  program
    .command("gaps")
    .description("list what people asked in vain, grouped by what they want to know")
    .option(...CORPUS_OPTION, [])
    .option("--since <day>", "only what was asked then or later: 2022-09-10, 2022-09 or 2022", partialDate)
    .option("--json", "print them as one line of JSON")
    .action(async (options: GapsFlags) => {
      finish(await withLibrary(terminal, options.corpus, async (library) => listGaps(terminal, library, options)));
    });
}

async function listGaps(terminal: Terminal, library: OpenLibrary, options: GapsFlags): Promise<number> {
  const { event } = library.corpus;
  const kept = await keptQuestions(terminal, event.id);
  if (!kept.ok) {
    if (kept.error.id === "store-unavailable") {
      await writeLine(terminal.messages, `What is remembered cannot be read now: ${kept.error.reason}`);
      return EXIT_CODES["store-unreachable"];
    }
    await writeLine(terminal.messages, describeFailure(kept.error));
    return exitCodeOf(kept.error);
  }
  const meaning = { vectors: library.current().index.vectors, glossary: event.glossary };
  const all = await groupGaps(kept.value, meaning, terminal.signal);
  const { since = "" } = options;
  const gaps = all.filter(({ lastDay }) => lastDay >= since);
  const answered = new Map((await ask(terminal, library, gaps)).map((filled) => [filled.gap.id, filled.articleIds]));
  const record = (gap: Gap): object => ({ ...gap, ids: undefined, answeredBy: answered.get(gap.id) ?? [] });
  await writeLine(
    terminal.output,
    options.json === true
      ? JSON.stringify({ event: event.id, gaps: gaps.map((gap) => record(gap)) })
      : gapsText(gaps, ({ id }) => answered.get(id)?.[0] ?? null),
  );
  return EXIT_CODES.ok;
}

async function ask(terminal: Terminal, library: OpenLibrary, gaps: readonly Gap[]): Promise<readonly FilledGap[]> {
  const line = progressLine(terminal.messages);
  try {
    return await answeredGaps(gaps, library, {
      signal: terminal.signal,
      onProgress: (done, of) => line.show(`Asked ${String(done)} of ${String(of)} questions`),
    });
  } finally {
    line.clear();
  }
}

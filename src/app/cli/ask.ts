import type { Answer, Passage } from "../../domain/answer.ts";
import type { Words } from "../../domain/words.ts";
import { EXIT_CODES } from "../../ops/exit-codes.ts";
import { answerText, passageText } from "../../present/answers/answer-text.ts";
import { explanationText } from "../../present/answers/explanation-text.ts";
import type { OpenLibrary } from "../library.ts";
import { askBatch } from "./batch.ts";
import { usageError, withLibrary } from "./open.ts";
import { answerRecord } from "./records.ts";
import { type Terminal, writeLine } from "./terminal.ts";

export interface AskRequest {
  readonly question: string;
  readonly corpus: readonly string[];
  readonly json: boolean;
  readonly context: boolean;
  readonly batch: boolean;
  readonly explain: boolean;
}

/** Sentences shown on either side with `--context`. */
const CONTEXT_RADIUS = 2;

/** `footnote ask`. An honest "the articles do not say" is an answer: exit code 0. */
export async function runAsk(terminal: Terminal, request: AskRequest): Promise<number> {
  if (!request.batch && request.question.trim() === "") {
    return usageError(terminal, 'Give a question: footnote ask "what happened"');
  }
  return withLibrary(terminal, request.corpus, (library, words) =>
    request.batch ? askBatch(terminal, library, request.explain) : askOnce(terminal, request, library, words),
  );
}

async function askOnce(terminal: Terminal, request: AskRequest, library: OpenLibrary, words: Words): Promise<number> {
  const answer = await library.ask({ text: request.question, context: [] });
  await writeLine(
    terminal.output,
    request.json
      ? JSON.stringify(answerRecord(null, answer, request.explain))
      : answerText(words, answer, library.status().newest, library.status().event.languages, (articles) =>
          library.independentSources(articles),
        ),
  );
  if (request.context && !request.json) {
    for (const passage of passages(library, answer))
      await writeLine(terminal.output, `\n${passageText(words, passage)}`);
  }
  if (request.explain && !request.json && answer.status !== "unusable-question") {
    await writeLine(terminal.output, `\n${explanationText(words, answer)}`);
  }
  return answer.status === "unusable-question" ? EXIT_CODES.usage : EXIT_CODES.ok;
}

function passages(library: OpenLibrary, answer: Answer): readonly Passage[] {
  if (answer.status !== "answered") return [];
  return answer.points.flatMap(
    ({ evidence: { sentence } }) => library.passage(library.refOf(sentence), CONTEXT_RADIUS) ?? [],
  );
}

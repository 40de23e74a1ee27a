import { z } from "zod";
import { goldOf } from "../../eval/judge/same-sentence.ts";
import { InputError } from "../../eval/run/read-questions.ts";
import { PUBLIC_SETS, type PublicSet } from "./mixture.ts";
import type { TrainingQuestion } from "./training-question.ts";

/** A line of `train/questions/chat.jsonl`. Where a sentence stands is told by offsets: the texts are not ours to pass on. */
export const OWN_LINE = z.strictObject({
  id: z.string().min(1),
  question: z.string().min(1),
  set: z.enum(PUBLIC_SETS),
  docs: z.array(z.string()),
  /** UTF-16 code units of the `text` of the article in its set's `corpus.jsonl`; `end` not included. */
  golds: z.array(z.strictObject({ doc: z.string(), start: z.int().min(0), end: z.int().min(1) })),
  unanswerable: z.boolean(),
  type: z.string(),
  style: z.string(),
  miss: z.string().nullable(),
});

/**
 * Reads the project's own training questions.
 *
 * @param file as messages name it
 * @param textOf the text of an article of a public set, null where there is none
 * @throws InputError naming file and line at the first line that is wrong
 */
export function readOwnQuestions(
  file: string,
  content: string,
  textOf: (set: PublicSet, doc: string) => string | null,
): readonly TrainingQuestion[] {
  const known = new Set<string>();
  return content.split("\n").flatMap((line, place) => {
    if (line.trim() === "") return [];
    const refuse = (reason: string): never => {
      throw new InputError(`${file}:${String(place + 1)}: ${reason}`);
    };
    const parsed = OWN_LINE.safeParse(jsonOf(line));
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      return refuse(issue === undefined ? "no question" : `${issue.path.join(".")}: ${issue.message}`);
    }
    const { id, question, set, docs, golds, unanswerable } = parsed.data;
    if (known.has(id)) return refuse(`the id "${id}" stands above already`);
    if (unanswerable !== (golds.length === 0)) return refuse("an answerable question needs golds, any other has none");
    known.add(id);
    const sentences = golds.map(({ doc, start, end }) => {
      const text = textOf(set, doc) ?? refuse(`${set} has no article "${doc}"`);
      if (start >= end || end > text.length) refuse(`${doc} has no characters ${String(start)} to ${String(end)}`);
      return goldOf(text.slice(start, end));
    });
    return { id, source: "chat", set, text: question, docs, golds: sentences, unanswerable };
  });
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

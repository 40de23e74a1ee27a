import type { Answerer } from "../../answer/answerer.ts";
import type { Corpus } from "../../domain/corpus.ts";
import type { Problem } from "../../domain/problem.ts";
import type { Turns } from "../turns.ts";
import { eventFileOf } from "./event-file.ts";

/** Questions shown to people who do not know what to ask, to which the articles give no answer. @param answerer of this corpus */
export async function unansweredExamples(
  { event, articles }: Corpus,
  answerer: Pick<Answerer, "ask">,
  turns: Turns,
): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  const file = eventFileOf(articles);
  for (const question of event.examples) {
    await turns.next();
    const { status } = answerer.ask({ text: question, context: [] });
    if (status === "answered") continue;
    const detail = { id: "example-unanswered", question } as const;
    problems.push({ severity: "warning", file, line: null, field: "examples", detail });
  }
  return problems;
}

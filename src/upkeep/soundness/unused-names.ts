import type { Corpus } from "../../domain/corpus.ts";
import type { Problem } from "../../domain/problem.ts";
import { createAnalyzer } from "../../text/analyzer.ts";
import type { Turns } from "../turns.ts";
import { eventFileOf } from "./event-file.ts";

/**
 * Entries of the glossary of which neither the term nor any alias is met in an article. An alias that no article writes is
 * fine where another name of its entry is met: it is there for questions.
 */
export async function unusedNames({ event, articles }: Corpus, turns: Turns): Promise<readonly Problem[]> {
  const analyzer = createAnalyzer(event.glossary);
  const unmet = new Map<string, string[]>();
  for (const { term } of event.glossary) {
    const key = analyzer.analyze(term).find(({ kind, surface }) => kind === "alias" && surface === term)?.term;
    if (key !== undefined) unmet.set(key, [...(unmet.get(key) ?? []), term]);
  }
  for (const { title, publisher, agency, authors, body } of articles) {
    if (unmet.size === 0) break;
    await turns.next();
    for (const text of [title, publisher, agency ?? "", authors.join(", "), body]) {
      analyzer.eachTerm(text, (key, _folded, kind) => {
        if (kind === "alias") unmet.delete(key);
      });
    }
  }
  const file = eventFileOf(articles);
  return [...unmet.values()].flat().map((term) => {
    return { severity: "warning", file, line: null, field: "glossary", detail: { id: "name-unused", term } };
  });
}

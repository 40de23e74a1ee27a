import { basename, extname } from "node:path";
import type { Article } from "../domain/article.ts";
import type { Problem, ProblemDetail } from "../domain/problem.ts";
import { decodeUtf8 } from "./decode-utf8.ts";
import { corpusLimits } from "./limits.ts";
import type { CorpusPart, LoadContext } from "./load-event-folder.ts";
import type { Parsed } from "./parse-article.ts";
import { parseJsonLine } from "./parse-json-line.ts";
import { readLines, type RawLine } from "./read-lines.ts";
import { reasonOf } from "./read-text-file.ts";

/** Loads a JSON Lines file of articles. Blank lines are passed over. @param shown the file as messages name it */
export async function loadJsonLines(path: string, shown: string, context: LoadContext): Promise<CorpusPart> {
  const articles: Article[] = [];
  const problems: Problem[] = [];
  let omitted = 0;
  const refuse = (detail: ProblemDetail) => {
    problems.push({ severity: "error", file: shown, line: null, field: null, detail });
  };
  try {
    for await (const line of readLines(path, corpusLimits.jsonLineBytes, context.signal)) {
      const { value, problems: found } = parseRawLine(line, shown, context.today);
      if (value) articles.push(value);
      if (problems.length < corpusLimits.problemsPerJsonLinesFile) problems.push(...found);
      else omitted += found.length;
    }
  } catch (error) {
    context.signal?.throwIfAborted();
    refuse({ id: "file-unreadable", reason: reasonOf(error) });
  }
  if (omitted > 0) refuse({ id: "problems-omitted", count: omitted });
  return { event: null, name: basename(path, extname(path)), articles, problems };
}

function parseRawLine({ number, offset, bytes }: RawLine, shown: string, today: string): Parsed<Article> {
  const refuse = (detail: ProblemDetail): Parsed<Article> => {
    return { value: null, problems: [{ severity: "error", file: shown, line: number, field: null, detail }] };
  };
  if (bytes === null) {
    return refuse({ id: "json-invalid", reason: `the line is longer than ${corpusLimits.jsonLineBytes} bytes` });
  }
  const json = decodeUtf8(bytes);
  if (!json.ok) {
    const { error } = json;
    return refuse(error.id === "file-not-utf8" ? { ...error, offset: offset + error.offset } : error);
  }
  return json.value.trim() === "" ? { value: null, problems: [] } : parseJsonLine(json.value, shown, number, today);
}

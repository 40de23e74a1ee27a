import { setImmediate } from "node:timers/promises";
import { checkBody } from "../../corpus/check-body.ts";
import { cleanPage } from "../../corpus/clean-page.ts";
import { corpusLimits } from "../../corpus/limits.ts";
import { isArticleId } from "../../corpus/parse-article.ts";
import { parseJsonLine } from "../../corpus/parse-json-line.ts";
import { slugOf } from "../../corpus/slug.ts";
import type { Article } from "../../domain/article.ts";
import type { GivenFields, ImportDraft, SourceBytes, SourceReading } from "../../domain/intake.ts";
import type { Problem, ProblemDetail } from "../../domain/problem.ts";
import { chooseLanguage } from "../language.ts";
import { refused } from "../report.ts";

/** Lines read before other work gets its turn. */
const linesAtOnce = 500;
/** BCP 47 for a language nobody has told. */
const untold = "und";

/** How to read a line. */
interface LineContext {
  readonly file: string;
  readonly given: GivenFields;
  readonly today: string;
}

/** Reads JSON Lines, each line an article of its own. @throws the signal's reason once it fires */
export async function readJsonLines(
  text: string,
  source: SourceBytes,
  options: { readonly given: GivenFields; readonly today: string; readonly signal: AbortSignal },
): Promise<SourceReading> {
  const { given, today, signal } = options;
  const context: LineContext = { file: source.name, given, today };
  const drafts: ImportDraft[] = [];
  const problems: Problem[] = [];
  let omitted = 0;
  let number = 0;
  for (let from = 0; from < text.length;) {
    const end = text.indexOf("\n", from);
    const json = text.slice(from, end === -1 ? text.length : end);
    from = end === -1 ? text.length : end + 1;
    number += 1;
    if (number % linesAtOnce === 0) {
      await setImmediate();
      signal.throwIfAborted();
    }
    if (json.trim() === "") continue;
    const { draft, problems: found } = readLine(json, number, context);
    if (draft) drafts.push(draft);
    if (problems.length < corpusLimits.problemsPerJsonLinesFile) problems.push(...found);
    else omitted += found.length;
  }
  if (omitted === 0) return { drafts, entries: [], problems };
  const { problems: rest } = refused(source.name, { id: "problems-omitted", count: omitted });
  return { drafts, entries: [], problems: [...problems, ...rest] };
}

function readLine(
  json: string,
  line: number,
  { file, given, today }: LineContext,
): { readonly draft: ImportDraft | null; readonly problems: readonly Problem[] } {
  const { publisher, published, language = untold, kind } = given;
  const { value, problems } = parseJsonLine(json, file, line, today, { publisher, published, language, kind });
  if (!value) return { draft: null, problems };
  // An id that climbs out of a folder is no slip of the pen.
  if (/(^|[\\/])\.{1,2}([\\/]|$)|^[\\/]|^\./u.test(value.id)) {
    const detail: ProblemDetail = { id: "id-invalid", received: value.id };
    return { draft: null, problems: [...problems, { severity: "error", file, line, field: "id", detail }] };
  }
  const { body, leftOut } = cleanPage(value.body, value.title);
  const bodyProblems = checkBody(body, file, line, false).filter(({ severity }) => severity === "error");
  if (bodyProblems.length > 0) return { draft: null, problems: [...problems, ...bodyProblems] };
  const id = isArticleId(value.id) ? value.id : slugOf(value.id);
  const spoken = languageOf(value, body);
  const doubts: readonly Problem[] =
    spoken.doubt === null ? [] : [{ severity: "warning", file, line, field: "language", detail: spoken.doubt }];
  const article: Article = { ...value, id, body, language: spoken.language };
  return { draft: { article, leftOut }, problems: [...problems, ...doubts] };
}

/** A record that tells no language is in English, as the format has it, unless it surely is not. */
function languageOf(
  { language }: Article,
  body: string,
): { readonly language: string; readonly doubt: ProblemDetail | null } {
  const chosen = chooseLanguage(language === untold ? null : language, body);
  return language === untold && chosen.language === "en" ? { language: "en", doubt: null } : chosen;
}

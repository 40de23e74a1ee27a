import { isArticleId, parseArticleText } from "../../corpus/parse-article.ts";
import { slugOf } from "../../corpus/slug.ts";
import type { GivenFields, SourceBytes, SourceReading } from "../../domain/intake.ts";
import { sourceName } from "../bytes/source-name.ts";
import { chooseLanguage } from "../language.ts";
import { doubt } from "../report.ts";

/** Reads Markdown with front matter of ours: it is taken over as it is. @param today `YYYY-MM-DD` */
export function readOwnMarkdown(text: string, source: SourceBytes, given: GivenFields, today: string): SourceReading {
  const stem = sourceName(source).stem ?? "";
  const id = isArticleId(stem) ? stem : slugOf(stem);
  const { value, problems } = parseArticleText(text, { file: source.name, id, today, overrides: given });
  if (value === null) return { drafts: [], entries: [], problems };
  const { doubt: languageDoubt } = chooseLanguage(value.language, value.body);
  const doubts = languageDoubt ? [doubt(source.name, "language", languageDoubt)] : [];
  // Without a file's name the title has to do.
  const article = stem === "" ? { ...value, id: slugOf(value.title) } : value;
  return { drafts: [{ article, leftOut: [] }], entries: [], problems: [...problems, ...doubts] };
}

import type { Article } from "../../domain/article.ts";
import type { KeepingFailure } from "../../domain/keeping.ts";
import type { Result } from "../../domain/result.ts";
import { decodeUtf8 } from "../decode-utf8.ts";
import { corpusLimits } from "../limits.ts";
import { parseArticle } from "../parse-article.ts";

/** Reads the bytes of an article's file as the loader would, so that nothing is written that would not be served. */
export function checkArticleFile(bytes: Uint8Array, id: string, today: string): Result<Article, KeepingFailure> {
  const file = `articles/${id}.md`;
  const limit = corpusLimits.articleFileBytes;
  const text = decodeUtf8(bytes);
  const detail =
    bytes.length > limit
      ? ({ id: "file-too-large", bytes: bytes.length, limit } as const)
      : text.ok
        ? null
        : text.error;
  if (detail || !text.ok) {
    const problems = detail ? [{ severity: "error", file, line: null, field: null, detail } as const] : [];
    return { ok: false, error: { id: "article-unsound", article: id, problems } };
  }
  const { value, problems } = parseArticle(text.value, file, today);
  return value ? { ok: true, value } : { ok: false, error: { id: "article-unsound", article: id, problems } };
}

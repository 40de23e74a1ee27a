import { isMap, parseDocument } from "yaml";
import type { Article } from "../../domain/article.ts";
import type { KeepingFailure } from "../../domain/keeping.ts";
import type { Result } from "../../domain/result.ts";
import { decodeUtf8 } from "../decode-utf8.ts";
import { splitFrontMatter } from "../front-matter.ts";
import { readYaml } from "../yaml-fields.ts";
import { changeEvent } from "./change-event.ts";
import { checkArticleFile } from "./check-article-file.ts";
import { checkId, placeFor, readKept, type KeepOptions } from "./event-folder.ts";
import { replaceKept, versionOf } from "./versions.ts";

/** Fields of an article to set; null takes out a value that may be missing. */
export type ArticleFieldChanges = Partial<Omit<Article, "id" | "body" | "source">>;

/** A change to an article: some of its fields, its text, or its whole file. */
export type ArticleChange =
  | { readonly type: "fields"; readonly fields: ArticleFieldChanges }
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "file"; readonly file: string };

/** How to edit. */
export interface EditOptions extends KeepOptions {
  /** The version (see `versionOf`) that was edited: if the file has become another, the edit is refused. */
  readonly expected?: string;
}

/** What an edit did. */
export interface EditedArticle {
  readonly article: Article;
  /** The version that is in its history now; null where the edit changed nothing. */
  readonly replaced: string | null;
}

/**
 * Changes an article's file; what nobody meant to change stays as it is written, comments included. An edit that would
 * keep the article from being served is refused with its problems, and the old version is kept in the history.
 */
export async function editArticle(
  eventFolder: string,
  id: string,
  change: ArticleChange,
  options: EditOptions = {},
): Promise<Result<EditedArticle, KeepingFailure>> {
  const checked = checkId(id);
  if (!checked.ok) return checked;
  return await changeEvent(eventFolder, options, false, async (folder) => {
    const place = await placeFor(folder, "articles", id);
    if (!place.ok) return place;
    const present = await readKept(place.value, `articles/${id}.md`);
    if (!present.ok) return present;
    if (!present.value) return { ok: false, error: { id: "article-missing", article: id } };
    if (options.expected !== undefined && options.expected !== versionOf(present.value)) {
      return { ok: false, error: { id: "changed-meanwhile", article: id } };
    }
    const edited = edit(present.value, change);
    if (edited === null) {
      // Why it cannot be edited is why it cannot be read.
      const unread = checkArticleFile(present.value, id, folder.today);
      return unread.ok ? { ok: false, error: { id: "article-unsound", article: id, problems: [] } } : unread;
    }
    const bytes = Buffer.from(edited);
    const article = checkArticleFile(bytes, id, folder.today);
    if (!article.ok) return article;
    if (bytes.equals(present.value)) return { ok: true, value: { article: article.value, replaced: null } };
    const kept = await replaceKept(folder, id, place.value, present.value, bytes);
    return kept.ok ? { ok: true, value: { article: article.value, replaced: kept.value } } : kept;
  });
}

/** The file as it will be; null where it cannot be told apart into fields and text. */
function edit(present: Buffer, change: ArticleChange): string | null {
  if (change.type === "file") return change.file;
  const decoded = decodeUtf8(present);
  if (!decoded.ok) return null;
  const lineEnd = /^[^\n]*\r\n/u.test(decoded.value) ? "\r\n" : "\n";
  const text = decoded.value.replaceAll("\r\n", "\n");
  const parts = splitFrontMatter(text);
  if (!parts.ok) return null;
  const head = `---\n${parts.value.yaml}\n---\n`;
  const rest = text
    .split("\n")
    .slice(parts.value.yaml.split("\n").length + 2)
    .join("\n");
  const edited =
    change.type === "text"
      ? `${head}\n${change.text
          .replaceAll("\r\n", "\n")
          .replace(/^\s*\n/u, "")
          .trimEnd()}\n`
      : withFields(parts.value.yaml, rest, change.fields);
  return edited?.replaceAll("\n", lineEnd) ?? null;
}

function withFields(yaml: string, rest: string, fields: ArticleFieldChanges): string | null {
  // Refuses what could harm a parser, which the next line would hand to one.
  const { data } = readYaml(yaml, 2);
  if (data === undefined) return null;
  const document = parseDocument(yaml, { logLevel: "silent" });
  if (!isMap(document.contents) && document.contents !== null) return null;
  for (const [name, value] of Object.entries(fields)) {
    if (document.get(name) === value) continue;
    const isLeftOut = (value === null && name !== "url" && name !== "published") || isEmptyList(value);
    if (isLeftOut) document.delete(name);
    else document.set(name, value);
  }
  return `---\n${document.toString({ lineWidth: 0 })}---\n${rest}`;
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

import { articleOf, checkArticleFields } from "../corpus/parse-article.ts";
import { nameOfPath } from "../corpus/schema-problems.ts";
import { slugOf } from "../corpus/slug.ts";
import type { Article } from "../domain/article.ts";
import type { ImportDraft } from "../domain/intake.ts";
import type { Problem } from "../domain/problem.ts";
import type { Result } from "../domain/result.ts";

/** What a person can say of an article that was read, where its source is not to be trusted. */
export type AmendedField = "title" | "publisher" | "published" | "language" | "url";

/**
 * A draft with another value of a field; an id that was made of the title goes with it.
 *
 * @param value null for none, which only `published` and `url` may have
 * @param today `YYYY-MM-DD`
 * @returns the draft, or what is wrong with the value
 */
export function amendDraft(
  draft: ImportDraft,
  field: AmendedField,
  value: string | null,
  today: string,
): Result<ImportDraft, readonly Problem[]> {
  const { id: _id, body, source, ...fields } = draft.article;
  const { fields: checked, problems } = checkArticleFields({ ...fields, [field]: value }, today);
  if (checked === null) {
    const told = problems.filter(({ severity }) => severity === "error");
    return {
      ok: false,
      error: told.map(({ severity, path, detail }) => {
        return { severity, file: source.file, line: null, field: nameOfPath(path), detail };
      }),
    };
  }
  return {
    ok: true,
    value: { ...draft, article: articleOf(checked, idOf(draft.article, checked.title), body, source) },
  };
}

function idOf({ id, title }: Article, newTitle: string): string {
  return id === slugOf(title) ? slugOf(newTitle) : id;
}

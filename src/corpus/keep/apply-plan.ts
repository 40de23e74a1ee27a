import type { Article } from "../../domain/article.ts";
import type { PlannedArticle } from "../../domain/intake.ts";
import type { KeepingFailure, KeepingReport, KeptArticle, RefusedArticle } from "../../domain/keeping.ts";
import type { Result } from "../../domain/result.ts";
import { serializeArticle } from "../serialize-article.ts";
import { numberedId } from "../slug.ts";
import { reasonOf } from "../read-text-file.ts";
import { differingFields } from "./article-content.ts";
import { canonicalUrl } from "./canonical-url.ts";
import { changeEvent } from "./change-event.ts";
import { checkArticleFile } from "./check-article-file.ts";
import { checkId, guarded, placeFor, readKept, type EventFolder, type KeepOptions } from "./event-folder.ts";
import { replaceKept } from "./versions.ts";

/** How to carry out a plan. */
export interface ApplyOptions extends KeepOptions {
  /** Told of each article when it is done, or refused. */
  readonly onProgress?: (done: KeptArticle | RefusedArticle) => void;
}

/**
 * Does what a plan says, article by article, each whole or not at all. What is missing of the event folder is made. An
 * article that is no longer as the plan found it is refused (`changed-meanwhile`), never overwritten; what is replaced
 * is kept in its history first. Carrying out a plan again changes nothing.
 * @throws only the signal's reason, once it fires; what is done by then stays
 */
export async function applyPlan(
  eventFolder: string,
  plan: readonly PlannedArticle[],
  options: ApplyOptions = {},
): Promise<Result<KeepingReport, KeepingFailure>> {
  const { signal, onProgress } = options;
  if (plan.every(({ outcome }) => outcome.type === "unchanged")) {
    const articles = plan.map((planned) => keptAs(planned, planned.draft.article, "unchanged", null));
    for (const article of articles) onProgress?.(article);
    return { ok: true, value: { articles, refused: [] } };
  }
  return await changeEvent(eventFolder, options, true, async (folder) => {
    const articles: KeptArticle[] = [];
    const refused: RefusedArticle[] = [];
    /** Ids as planned, and as they are now, where another import took the name meanwhile. */
    const renamed = new Map<string, string>();
    let full: KeepingFailure | null = null;
    for (const planned of plan) {
      signal?.throwIfAborted();
      const { draft, from } = planned;
      const done: Result<KeptArticle, KeepingFailure> = full
        ? { ok: false, error: full }
        : await guarded(
            `articles/${draft.article.id}.md`,
            signal,
            async () => await applyOne(folder, planned, renamed),
          );
      if (done.ok) {
        renamed.set(draft.article.id, done.value.article.id);
        articles.push(done.value);
        onProgress?.(done.value);
      } else {
        if (done.error.id === "disk-full") full = done.error;
        const refusal = { article: draft.article, from, failure: done.error };
        refused.push(refusal);
        onProgress?.(refusal);
      }
    }
    return { ok: true, value: { articles, refused } };
  });
}

async function applyOne(
  folder: EventFolder,
  planned: PlannedArticle,
  renamed: ReadonlyMap<string, string>,
): Promise<Result<KeptArticle, KeepingFailure>> {
  const { draft, outcome } = planned;
  const origin = draft.article.reprintOf;
  const article = { ...draft.article, reprintOf: origin === null ? null : (renamed.get(origin) ?? origin) };
  switch (outcome.type) {
    case "unchanged":
      return { ok: true, value: keptAs(planned, article, "unchanged", null) };
    case "new":
    case "reprint":
      return await addArticle(folder, planned, article);
    case "changed": {
      const id = renamed.get(outcome.existing.id) ?? outcome.existing.id;
      return await replaceArticle(folder, planned, { ...article, id }, outcome.existing);
    }
  }
}

async function addArticle(
  folder: EventFolder,
  planned: PlannedArticle,
  draft: Article,
): Promise<Result<KeptArticle, KeepingFailure>> {
  for (let attempt = 0; ; attempt++) {
    const article = { ...draft, id: numberedId(draft.id, attempt) };
    const file = articleFile(article, folder.today);
    if (!file.ok) return file;
    const place = await placeFor(folder, "articles", article.id);
    if (!place.ok) return place;
    try {
      await folder.files.create(place.value, file.value.bytes);
      return { ok: true, value: keptAs(planned, file.value.article, "added", null) };
    } catch (error) {
      if (reasonOf(error) !== "EEXIST") throw error;
    }
    const present = await readKept(place.value, `articles/${article.id}.md`);
    if (!present.ok || !present.value) continue;
    const other = checkArticleFile(present.value, article.id, folder.today);
    if (!other.ok) continue;
    if (differingFields(other.value, article).length === 0) {
      return { ok: true, value: keptAs(planned, other.value, "unchanged", null) };
    }
    if (isSameUrl(other.value.url, article.url)) {
      return { ok: false, error: { id: "changed-meanwhile", article: article.id } };
    }
  }
}

async function replaceArticle(
  folder: EventFolder,
  planned: PlannedArticle,
  draft: Article,
  existing: Article,
): Promise<Result<KeptArticle, KeepingFailure>> {
  const { id } = draft;
  const file = articleFile(draft, folder.today);
  if (!file.ok) return file;
  const place = await placeFor(folder, "articles", id);
  if (!place.ok) return place;
  const present = await readKept(place.value, `articles/${id}.md`);
  if (!present.ok) return present;
  if (!present.value) return { ok: false, error: { id: "article-missing", article: id } };
  const there = checkArticleFile(present.value, id, folder.today);
  if (there.ok && differingFields(there.value, draft).length === 0) {
    return { ok: true, value: keptAs(planned, there.value, "unchanged", null) };
  }
  if (!there.ok || differingFields(there.value, existing).length > 0) {
    return { ok: false, error: { id: "changed-meanwhile", article: id } };
  }
  const kept = await replaceKept(folder, id, place.value, present.value, file.value.bytes);
  if (!kept.ok) return kept;
  return { ok: true, value: keptAs(planned, file.value.article, "replaced", kept.value) };
}

/** An article's file, read back to be sure that it will be served. */
function articleFile(
  article: Article,
  today: string,
): Result<{ readonly article: Article; readonly bytes: Buffer }, KeepingFailure> {
  const checked = checkId(article.id);
  if (!checked.ok) return checked;
  const bytes = Buffer.from(serializeArticle(article));
  const read = checkArticleFile(bytes, article.id, today);
  return read.ok ? { ok: true, value: { article: read.value, bytes } } : read;
}

function isSameUrl(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && canonicalUrl(a) === canonicalUrl(b);
}

function keptAs(
  { draft, from }: PlannedArticle,
  article: Article,
  outcome: KeptArticle["outcome"],
  replaced: string | null,
): KeptArticle {
  return { article, from, outcome, replaced, leftOut: draft.leftOut };
}

import type { Article } from "../../domain/article.ts";
import type { ImportDraft, PlannedArticle, PlannedOutcome } from "../../domain/intake.ts";
import { numberedId } from "../slug.ts";
import { differingFields, newVersion } from "./article-content.ts";
import { canonicalUrl } from "./canonical-url.ts";
import { paragraphChanges } from "./paragraph-changes.ts";

/** The article that `body` prints again, or null where it prints none; `similarity` is 0 to 1. */
export type FindClosest = (body: string) => { readonly article: Article; readonly similarity: number } | null;

/**
 * What an import would make of each draft, the earlier ones of the same import counted as there. Pure: nothing is
 * written. An article is recognised by its address, else by its id with the same text; what is not recognised gets an
 * id that none has, and is linked to the article that it prints again, if any.
 * @param existing the articles of the event; @param closest finds reprints among them
 */
export function planImport(
  drafts: readonly { readonly draft: ImportDraft; readonly from: string }[],
  existing: readonly Article[],
  closest: FindClosest,
): readonly PlannedArticle[] {
  const known = new KnownArticles(existing);
  return drafts.map(({ draft, from }) => {
    const same = known.find(draft.article);
    const { article, outcome } = same ? planVersion(same, draft.article) : planNew(draft.article, known, closest);
    known.add(article);
    return { draft: { ...draft, article }, from, outcome };
  });
}

interface Planned {
  readonly article: Article;
  readonly outcome: PlannedOutcome;
}

function planVersion(existing: Article, draft: Article): Planned {
  const article = newVersion(existing, draft);
  const fields = differingFields(existing, article);
  if (fields.length === 0) return { article: existing, outcome: { type: "unchanged", existing } };
  const body = paragraphChanges(existing.body, article.body);
  return { article, outcome: { type: "changed", existing, fields, body } };
}

function planNew(draft: Article, known: KnownArticles, closest: FindClosest): Planned {
  const article = { ...draft, id: known.freeId(draft.id) };
  const twin = known.withBody(draft.body);
  const found = twin ? { article: twin, similarity: 1 } : closest(draft.body);
  if (!found) return { article, outcome: { type: "new" } };
  const { article: of, similarity } = found;
  // A reprint of a reprint leads to where both come from.
  return { article: { ...article, reprintOf: of.reprintOf ?? of.id }, outcome: { type: "reprint", of, similarity } };
}

/** The articles that are there, and those planned so far. */
class KnownArticles {
  readonly #byId = new Map<string, Article>();
  readonly #byUrl = new Map<string, Article>();
  readonly #byBody = new Map<string, readonly Article[]>();
  /** By id as proposed, how many numbers of it were tried, so that a thousand namesakes do not try a million. */
  readonly #tried = new Map<string, number>();

  constructor(existing: readonly Article[]) {
    for (const article of existing) this.add(article);
  }

  add(article: Article): void {
    this.#byId.set(article.id, article);
    if (article.url !== null) this.#byUrl.set(canonicalUrl(article.url), article);
    const others = (this.#byBody.get(article.body) ?? []).filter(({ id }) => id !== article.id);
    this.#byBody.set(article.body, [...others, article]);
  }

  find(draft: Article): Article | undefined {
    const sameUrl = draft.url === null ? undefined : this.#byUrl.get(canonicalUrl(draft.url));
    if (sameUrl) return this.#byId.get(sameUrl.id);
    // Two addresses are two publications, even of the same words.
    return this.#byBody
      .get(draft.body)
      ?.find(
        ({ id, url, body }) =>
          (url === null || draft.url === null) && isNumbered(id, draft.id) && this.#byId.get(id)?.body === body,
      );
  }

  withBody(body: string): Article | undefined {
    return this.#byBody.get(body)?.find(({ id }) => this.#byId.get(id)?.body === body);
  }

  freeId(proposed: string): string {
    let attempt = this.#tried.get(proposed) ?? 0;
    while (this.#byId.has(numberedId(proposed, attempt))) attempt++;
    this.#tried.set(proposed, attempt);
    return numberedId(proposed, attempt);
  }
}

/** Whether an article proposed as `proposed` may have got `id`, others having the name. */
function isNumbered(id: string, proposed: string): boolean {
  const number = /-(\d{1,9})$/u.exec(id)?.[1];
  return id === proposed || (number !== undefined && id === numberedId(proposed, Number(number) - 1));
}

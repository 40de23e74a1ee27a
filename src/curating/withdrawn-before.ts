import { canonicalUrl } from "../corpus/keep/canonical-url.ts";
import type { WithdrawnArticle } from "../domain/keeping.ts";
import type { Problem } from "../domain/problem.ts";
import type { GatheredDraft } from "./gather.ts";

/** A warning for each draft that was taken out of the corpus before: its address tells. */
export function withdrawnBefore(
  drafts: readonly GatheredDraft[],
  withdrawn: readonly WithdrawnArticle[],
): readonly Problem[] {
  const byUrl = new Map(
    withdrawn.flatMap((one) => {
      const url = one.article?.url ?? null;
      return url === null ? [] : [[canonicalUrl(url), one] as const];
    }),
  );
  return drafts.flatMap(({ draft, from }): readonly Problem[] => {
    const { url } = draft.article;
    const before = url === null ? undefined : byUrl.get(canonicalUrl(url));
    if (before === undefined) return [];
    const { id: article, on, reason } = before;
    const detail = { id: "withdrawn-before", article, on, reason } as const;
    return [{ severity: "warning", file: from, line: null, field: "url", detail }];
  });
}

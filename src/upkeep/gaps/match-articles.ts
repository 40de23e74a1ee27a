import type { Library } from "../../domain/command.ts";
import type { FilledGap, Gap } from "../../domain/gap.ts";
import type { Progress } from "../gold/run-gold.ts";
import { shownIn } from "../gold/judge.ts";

/** Gaps that are asked: those that come first, which are those asked most often. */
const MAX_ASKED = 500;

/**
 * Which gaps the articles answer now through one that is new: each gap's question is asked, and its answer has to cite it.
 *
 * @throws (rejects with) the signal's reason, once it fires
 */
export async function matchArticles(
  gaps: readonly Gap[],
  library: Pick<Library, "ask">,
  newArticleIds: ReadonlySet<string>,
  progress: Progress = {},
): Promise<readonly FilledGap[]> {
  if (newArticleIds.size === 0) return [];
  const answered = await answeredGaps(gaps, library, progress);
  return answered.filter(({ articleIds }) => articleIds.some((id) => newArticleIds.has(id)));
}

/** Which gaps the articles answer after all, asked as they are put now. */
export async function answeredGaps(
  gaps: readonly Gap[],
  library: Pick<Library, "ask">,
  { signal, onProgress }: Progress = {},
): Promise<readonly FilledGap[]> {
  const asked = gaps.slice(0, MAX_ASKED);
  const answered: FilledGap[] = [];
  for (const [done, gap] of asked.entries()) {
    signal?.throwIfAborted();
    const shown = shownIn(await library.ask({ text: gap.question, context: [] }));
    if (shown.length > 0) answered.push({ gap, articleIds: [...new Set(shown.map(({ articleId }) => articleId))] });
    onProgress?.(done + 1, asked.length);
  }
  return answered;
}

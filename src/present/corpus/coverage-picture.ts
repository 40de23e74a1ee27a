import type { Coverage, Picture, Pictures } from "../../domain/picture.ts";
import type { Words } from "../../domain/words.ts";
import { coverageChart } from "./coverage-chart.ts";

/**
 * The picture of what a corpus covers. Null where there is nothing to draw, and where it cannot be drawn: the words do
 * without it.
 *
 * @param name of the event
 */
export async function coveragePicture(
  words: Words,
  name: string,
  coverage: Coverage,
  pictures: Pictures,
  signal: AbortSignal,
): Promise<Picture | null> {
  if (coverage.articles === 0) return null;
  const drawn = await pictures.coverage(coverageChart(words, name, coverage), signal);
  return drawn.ok ? drawn.value : null;
}

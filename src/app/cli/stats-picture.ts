import { replaceFile } from "../../corpus/write-atomically.ts";
import { reasonOf } from "../../corpus/read-text-file.ts";
import type { Coverage, CoverageChart, PictureFileFailure } from "../../domain/picture.ts";
import type { Result } from "../../domain/result.ts";
import type { Words } from "../../domain/words.ts";
import { createPictures, drawCoverage } from "../../picture/create-pictures.ts";
import { coverageChart } from "../../present/corpus/coverage-chart.ts";

type Drawn = Result<Uint8Array, PictureFileFailure>;

/**
 * Draws what a corpus covers into a file, which replaces one of the same name: a PNG or an SVG, as its name ends.
 *
 * @param name of the event
 * @throws (rejects with) the signal's reason, once it fires
 */
export async function writeCoverage(
  file: string,
  { name, coverage }: { readonly name: string; readonly coverage: Coverage },
  { words, signal }: { readonly words: Words; readonly signal: AbortSignal },
): Promise<Result<null, PictureFileFailure>> {
  const drawn = await drawnFor(file, coverageChart(words, name, coverage), signal);
  signal.throwIfAborted();
  if (!drawn.ok) return drawn;
  try {
    await replaceFile(file, [drawn.value], signal);
    return { ok: true, value: null };
  } catch (error) {
    signal.throwIfAborted();
    return { ok: false, error: { id: "file-unwritable", reason: reasonOf(error) } };
  }
}

async function drawnFor(file: string, chart: CoverageChart, signal: AbortSignal): Promise<Drawn> {
  const [, kind] = /\.(png|svg)$/iu.exec(file) ?? [];
  if (kind === undefined) return { ok: false, error: { id: "kind-unknown" } };
  if (chart.lists.every(({ rows }) => rows.length === 0)) return { ok: false, error: { id: "nothing-to-draw" } };
  if (kind.toLowerCase() === "svg") {
    const svg = await drawCoverage(chart);
    return svg.ok ? { ok: true, value: new TextEncoder().encode(svg.value) } : svg;
  }
  const picture = await createPictures().coverage(chart, signal);
  return picture.ok ? { ok: true, value: picture.value.data } : picture;
}

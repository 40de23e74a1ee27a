import type { CoverageChart, Picture, PictureFailure, Pictures, TimelineChart } from "../domain/picture.ts";
import type { Result } from "../domain/result.ts";
import { coverageSvg } from "./coverage-svg.ts";
import { type Fonts, openFonts } from "./fonts.ts";
import { localeOf } from "./locale.ts";
import { Renderer } from "./renderer.ts";
import type { Svg } from "./svg.ts";
import { timelineSvg } from "./timeline-svg.ts";

const MOST_EVENTS = 25;
const MOST_BARS = 60;
const MOST_ROWS = 12;
/** Bytes; the fullest of ours have half of it. */
const LARGEST = 400_000;
/** Milliseconds until nobody waits for a picture any more. */
const DEADLINE_MS = 3_000;
const LONGEST_ALT = 1_024;

/** Draws in this process. Fonts are read with the first picture. */
export function createPictures(): Pictures {
  const renderer = new Renderer();
  let fonts: Promise<Fonts> | null = null;
  const draw = async (
    name: string,
    { alt, language }: { readonly alt: string; readonly language: string },
    svgOf: (fonts: Fonts, locale: string) => Svg,
    signal: AbortSignal,
  ): ReturnType<Pictures["timeline"]> => {
    try {
      fonts ??= openFonts();
      const opened = await fonts;
      const ending = AbortSignal.any([signal, AbortSignal.timeout(DEADLINE_MS)]);
      const data = await renderer.png(svgOf(opened, localeOf(language)), opened.files, ending);
      if (data.byteLength > LARGEST) throw new RangeError("the picture is too large");
      const picture: Picture = { name, data, alt: alt.slice(0, LONGEST_ALT) };
      return { ok: true, value: picture };
    } catch (error) {
      return { ok: false, error: { id: "picture-failed", reason: reasonOf(error) } };
    }
  };
  return {
    timeline: async (chart, signal) =>
      draw("timeline.png", chart, (...how) => timelineSvg(checkedTimeline(chart), ...how), signal),
    coverage: async (chart, signal) =>
      draw("coverage.png", chart, (...how) => coverageSvg(checkedCoverage(chart), ...how), signal),
  };
}

/** What a corpus covers as SVG, which any size suits; letters are as wide as here only where DejaVu is installed. */
export async function drawCoverage(chart: CoverageChart): Promise<Result<Svg, PictureFailure>> {
  try {
    return { ok: true, value: coverageSvg(checkedCoverage(chart), await openFonts(), localeOf(chart.language)) };
  } catch (error) {
    return { ok: false, error: { id: "picture-failed", reason: reasonOf(error) } };
  }
}

function checkedTimeline(chart: TimelineChart): TimelineChart {
  if (chart.events.length > MOST_EVENTS) throw new RangeError(`more than ${MOST_EVENTS} events`);
  if (chart.bars.length > MOST_BARS) throw new RangeError(`more than ${MOST_BARS} bars`);
  if (chart.events.length + chart.bars.length === 0) throw new RangeError("nothing to draw");
  return chart;
}

function checkedCoverage(chart: CoverageChart): CoverageChart {
  if (chart.bars.length > MOST_BARS) throw new RangeError(`more than ${MOST_BARS} bars`);
  if (chart.lists.some(({ rows }) => rows.length > MOST_ROWS)) throw new RangeError(`more than ${MOST_ROWS} rows`);
  if (chart.bars.length + chart.lists.flatMap(({ rows }) => rows).length === 0) throw new RangeError("nothing to draw");
  return chart;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : "unknown";
}

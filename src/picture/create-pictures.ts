import type { Pictures, TimelineChart } from "../domain/picture.ts";
import { type Fonts, openFonts } from "./fonts.ts";
import { localeOf } from "./locale.ts";
import { Renderer } from "./renderer.ts";
import { timelineSvg } from "./timeline-svg.ts";

const MOST_EVENTS = 25;
const MOST_BARS = 60;
/** Bytes; ours have a tenth. */
const LARGEST = 200_000;
/** Milliseconds until nobody waits for a picture any more. */
const DEADLINE_MS = 3_000;
const LONGEST_ALT = 1_024;

/** Draws in this process. Fonts are read with the first picture. */
export function createPictures(): Pictures {
  const renderer = new Renderer();
  let fonts: Promise<Fonts> | null = null;
  const draw = async (chart: TimelineChart, signal: AbortSignal): Promise<Uint8Array> => {
    if (chart.events.length > MOST_EVENTS) throw new RangeError(`more than ${MOST_EVENTS} events`);
    if (chart.bars.length > MOST_BARS) throw new RangeError(`more than ${MOST_BARS} bars`);
    if (chart.events.length + chart.bars.length === 0) throw new RangeError("nothing to draw");
    fonts ??= openFonts();
    const opened = await fonts;
    const data = await renderer.png(timelineSvg(chart, opened, localeOf(chart.language)), opened.files, signal);
    if (data.byteLength > LARGEST) throw new RangeError("the picture is too large");
    return data;
  };
  return {
    async timeline(chart, signal) {
      try {
        const data = await draw(chart, AbortSignal.any([signal, AbortSignal.timeout(DEADLINE_MS)]));
        return { ok: true, value: { name: "timeline.png", data, alt: chart.alt.slice(0, LONGEST_ALT) } };
      } catch (error) {
        return { ok: false, error: { id: "picture-failed", reason: reasonOf(error) } };
      }
    },
  };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : "unknown";
}

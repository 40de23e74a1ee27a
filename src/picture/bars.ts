import type { TimelineChart } from "../domain/picture.ts";
import type { Fonts } from "./fonts.ts";
import { STYLE } from "./style.ts";
import { type Svg, element } from "./svg.ts";
import { ticksOf } from "./ticks.ts";
import { type TimeScale, dayNumber } from "./time-scale.ts";
import { line } from "./writing.ts";

const { width, margin, textSize, gap, colours } = STYLE;
/** Widest blank between two bars. */
const BAR_GAP = 4;

type Bars = TimelineChart["bars"];

/** Bars over time, as tall as what they count. @param place pixels from above */
export function bars(
  all: Bars,
  scale: TimeScale,
  { top, baseline }: { readonly top: number; readonly baseline: number },
): Svg {
  const most = mostOf(all);
  const drawn = all.map(({ from, to, count }) => {
    const [start, end] = [scale.xOf(dayNumber(from)), scale.xOf(dayNumber(to) + 1)];
    const tall = most === 0 ? 0 : (count / most) * (baseline - top);
    const blank = Math.min(BAR_GAP, (end - start) / 4);
    const [x, y] = [start + blank / 2, baseline - tall];
    return element("rect", { x, y, width: end - start - blank, height: tall, fill: colours.bar });
  });
  return element("g", { class: "bars" }, [rule(top, { "stroke-dasharray": "2 8" }), ...drawn]);
}

/** How much the highest bar counts. @param y where the figure stands */
export function highest(all: Bars, locale: string, y: number): Svg {
  const most = mostOf(all);
  if (most === 0) return "";
  const figure = new Intl.NumberFormat(locale).format(most);
  return line(figure, { x: width - margin, y, fill: colours.quiet, anchor: "end", halo: true });
}

function mostOf(all: Bars): number {
  return Math.max(0, ...all.map(({ count }) => count));
}

/** Pixels from above. */
export interface AxisPlace {
  readonly baseline: number;
  /** How far down the strokes reach at which days, months or years begin. */
  readonly tickEnd: number;
  readonly labelBaseline: number;
}

/** The line that bars stand on, with its dates. */
export function axis(
  scale: TimeScale,
  fonts: Fonts,
  locale: string,
  { baseline, tickEnd, labelBaseline }: AxisPlace,
): Svg {
  const ticks = ticksOf(scale, {
    locale,
    widthOf: (label) => fonts.regular.widthOf(label) * textSize,
    gap: 2 * gap,
    left: margin,
    right: width - margin,
  });
  return element("g", { class: "axis" }, [
    rule(baseline, { stroke: colours.quiet }),
    ...ticks.flatMap(({ x, labelX, label }) => [
      element("path", { d: `M${x.toFixed(1)} ${baseline}V${tickEnd}`, stroke: colours.quiet, "stroke-width": 2 }),
      line(label, { x: labelX, y: labelBaseline, fill: colours.quiet, anchor: "middle" }),
    ]),
  ]);
}

function rule(y: number, how: Readonly<Record<string, string>>): Svg {
  const d = `M${margin} ${y.toFixed(1)}H${width - margin}`;
  return element("path", { d, stroke: colours.line, "stroke-width": 2, ...how });
}

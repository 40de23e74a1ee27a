import type { TimelineChart } from "../domain/picture.ts";
import type { Fonts } from "./fonts.ts";
import { HEADING_END, heading } from "./heading.ts";
import { mark, marksOf, rail, stem } from "./marks.ts";
import { STYLE } from "./style.ts";
import { type Svg, element } from "./svg.ts";
import { ticksOf } from "./ticks.ts";
import { type TimeScale, dayNumber, timeScale } from "./time-scale.ts";
import { line } from "./writing.ts";

const { width, height, margin, corner, textSize, laneHeight, gap, colours } = STYLE;
const BASELINE = height - margin - textSize - 38;
const RAIL = BASELINE + 16;
const TICK_END = RAIL + 12;
const TICK_BASELINE = height - margin - 2;
/** Widest blank between two bars. */
const BAR_GAP = 4;
const EDGE = 3;

/**
 * Draws bars for how much was published over marks for what happened. Nothing that comes from outside is in it unescaped.
 *
 * @throws RangeError for days that there are not
 */
export function timelineSvg(chart: TimelineChart, fonts: Fonts, locale: string): Svg {
  const scale = timeScale([...chart.bars, ...chart.events], margin, width - margin);
  const marks = marksOf(chart, scale, fonts);
  const rows = Math.max(0, ...marks.map(({ lane }) => lane + 1));
  const rowsEnd = HEADING_END + rows * laneHeight;
  const barsTop = rowsEnd + textSize + 2 * gap;
  return element("svg", { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}` }, [
    card(),
    heading(chart, fonts, locale),
    bars(chart, scale, barsTop),
    axis(scale, fonts, locale),
    rail(chart, scale, RAIL),
    ...marks.map((one) => stem(one, rowsEnd, RAIL)),
    highest(chart, locale, barsTop),
    ...marks.map((one) => mark(one, rowsEnd)),
  ]);
}

function card(): Svg {
  const [inset, less] = [EDGE / 2, EDGE];
  return element("rect", {
    x: inset,
    y: inset,
    width: width - less,
    height: height - less,
    rx: corner,
    fill: colours.card,
    stroke: colours.edge,
    "stroke-width": EDGE,
  });
}

function bars(chart: TimelineChart, scale: TimeScale, top: number): Svg {
  const most = mostOf(chart);
  const drawn = chart.bars.map(({ from, to, count }) => {
    const [start, end] = [scale.xOf(dayNumber(from)), scale.xOf(dayNumber(to) + 1)];
    const tall = most === 0 ? 0 : (count / most) * (BASELINE - top);
    const blank = Math.min(BAR_GAP, (end - start) / 4);
    const [x, y] = [start + blank / 2, BASELINE - tall];
    return element("rect", { x, y, width: end - start - blank, height: tall, fill: colours.bar });
  });
  return element("g", { class: "bars" }, [rule(top, { "stroke-dasharray": "2 8" }), ...drawn]);
}

/** How much the highest bar counts, at its height. */
function highest(chart: TimelineChart, locale: string, top: number): Svg {
  const most = mostOf(chart);
  if (most === 0) return "";
  const figure = new Intl.NumberFormat(locale).format(most);
  return line(figure, { x: width - margin, y: top - gap, fill: colours.quiet, anchor: "end", halo: true });
}

function mostOf({ bars: all }: TimelineChart): number {
  return Math.max(0, ...all.map(({ count }) => count));
}

function axis(scale: TimeScale, fonts: Fonts, locale: string): Svg {
  const ticks = ticksOf(scale, {
    locale,
    widthOf: (label) => fonts.regular.widthOf(label) * textSize,
    gap: 2 * gap,
    left: margin,
    right: width - margin,
  });
  return element("g", { class: "axis" }, [
    rule(BASELINE, { stroke: colours.quiet }),
    ...ticks.flatMap(({ x, labelX, label }) => [
      element("path", { d: `M${x.toFixed(1)} ${BASELINE}V${TICK_END}`, stroke: colours.quiet, "stroke-width": 2 }),
      line(label, { x: labelX, y: TICK_BASELINE, fill: colours.quiet, anchor: "middle" }),
    ]),
  ]);
}

function rule(y: number, how: Readonly<Record<string, string>>): Svg {
  const d = `M${margin} ${y.toFixed(1)}H${width - margin}`;
  return element("path", { d, stroke: colours.line, "stroke-width": 2, ...how });
}

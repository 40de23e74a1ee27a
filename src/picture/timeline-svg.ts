import type { TimelineChart } from "../domain/picture.ts";
import { axis, highest, bars } from "./bars.ts";
import { card } from "./card.ts";
import type { Fonts } from "./fonts.ts";
import { HEADING_END, heading } from "./heading.ts";
import { mark, marksOf, rail, stem } from "./marks.ts";
import { STYLE } from "./style.ts";
import { type Svg, element } from "./svg.ts";
import { timeScale } from "./time-scale.ts";

const { width, height, margin, textSize, laneHeight, gap } = STYLE;
const BASELINE = height - margin - textSize - 38;
const RAIL = BASELINE + 16;
const TICK_END = RAIL + 12;
const TICK_BASELINE = height - margin - 2;

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
    card(height),
    heading(chart, fonts, locale),
    bars(chart.bars, scale, { top: barsTop, baseline: BASELINE }),
    axis(scale, fonts, locale, { baseline: BASELINE, tickEnd: TICK_END, labelBaseline: TICK_BASELINE }),
    rail(chart, scale, RAIL),
    ...marks.map((one) => stem(one, rowsEnd, RAIL)),
    highest(chart.bars, locale, barsTop - gap),
    ...marks.map((one) => mark(one, rowsEnd)),
  ]);
}

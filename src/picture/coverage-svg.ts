import type { CoverageChart } from "../domain/picture.ts";
import { axis, bars, highest } from "./bars.ts";
import { card } from "./card.ts";
import { countedList, heightOf } from "./counted-list.ts";
import { drawableText } from "./drawable-text.ts";
import type { Fonts } from "./fonts.ts";
import { STYLE } from "./style.ts";
import { type Svg, element } from "./svg.ts";
import { timeScale } from "./time-scale.ts";
import { line } from "./writing.ts";

const { width, margin, titleSize, textSize, gap, colours } = STYLE;
const INNER = width - 2 * margin;
const TITLE_BASELINE = margin + titleSize;
const SUBTITLE_BASELINE = TITLE_BASELINE + 50;
/** Between the parts of the picture. */
const PART_GAP = 44;
const BARS_HEIGHT = 190;
const TICK_LENGTH = 12;
const COLUMN_GAP = 48;
/** One colour for each list: they count the same, but neither is a part of the other. */
const FILLS = [colours.bar, colours.event] as const;

/**
 * Draws how much there is by month over lists side by side. Nothing that comes from outside is in it unescaped.
 *
 * @throws RangeError for days that there are not
 */
export function coverageSvg(chart: CoverageChart, fonts: Fonts, locale: string): Svg {
  const lists = chart.lists.slice(0, FILLS.length).filter(({ rows }) => rows.length > 0);
  const time = overTime(chart, fonts, locale, SUBTITLE_BASELINE + PART_GAP);
  const columnWidth = (INNER - (lists.length - 1) * COLUMN_GAP) / Math.max(1, lists.length);
  const height = time.end + Math.max(0, ...lists.map((list) => PART_GAP + heightOf(list))) + margin;
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: "img",
      "aria-label": chart.alt,
    },
    [
      card(height),
      heading(chart, fonts),
      time.drawn,
      ...lists.map((list, column) =>
        countedList(list, {
          x: margin + column * (columnWidth + COLUMN_GAP),
          top: time.end + PART_GAP,
          width: columnWidth,
          fill: FILLS[column] ?? colours.bar,
          fonts,
          locale,
          undrawable: chart.undrawable,
        }),
      ),
    ],
  );
}

/** The title over what the picture counts, which stands first where the title cannot be drawn. */
function heading({ title, subtitle }: CoverageChart, { bold, regular }: Fonts): Svg {
  const drawn = drawableText(title, bold, titleSize, INNER);
  const counted = drawableText(subtitle, regular, textSize, INNER);
  return element("g", { class: "heading" }, [
    line(drawn, { x: margin, y: TITLE_BASELINE, size: titleSize, bold: true }),
    line(counted, { x: margin, y: drawn === "" ? TITLE_BASELINE : SUBTITLE_BASELINE, fill: colours.quiet }),
  ]);
}

/** Bars over time, from `top` down; nothing where no time is known. */
function overTime(
  { bars: all, unit }: CoverageChart,
  fonts: Fonts,
  locale: string,
  top: number,
): { readonly drawn: Svg; readonly end: number } {
  if (all.length === 0) return { drawn: "", end: SUBTITLE_BASELINE };
  const headingBaseline = top + textSize;
  const barsTop = headingBaseline + 2 * gap;
  const baseline = barsTop + BARS_HEIGHT;
  const tickEnd = baseline + TICK_LENGTH;
  const labelBaseline = tickEnd + textSize + gap / 2;
  const scale = timeScale(all, margin, width - margin);
  const drawn = element("g", { class: "time" }, [
    line(drawableText(unit, fonts.bold, textSize, INNER / 2), { x: margin, y: headingBaseline, bold: true }),
    highest(all, locale, headingBaseline),
    bars(all, scale, { top: barsTop, baseline }),
    axis(scale, fonts, locale, { baseline, tickEnd, labelBaseline }),
  ]);
  return { drawn, end: labelBaseline };
}

import type { TimelineChart } from "../domain/picture.ts";
import { drawableText } from "./drawable-text.ts";
import type { Fonts } from "./fonts.ts";
import { evenMonths } from "./locale.ts";
import { STYLE } from "./style.ts";
import { type Svg, element } from "./svg.ts";
import { dateOfDay, dayNumber } from "./time-scale.ts";
import { line } from "./writing.ts";

const { width, margin, titleSize, textSize, gap, colours } = STYLE;
const INNER = width - 2 * margin;
const TITLE_BASELINE = margin + titleSize;
const PERIOD_BASELINE = TITLE_BASELINE + 50;
/** Side of the square that stands for a bar beside what bars count. */
const KEY_SIZE = 24;

/** From how many days on single days are no longer told. */
const LONG_DAYS = 400;

/** Where the heading ends, in pixels from above. */
export const HEADING_END = PERIOD_BASELINE + 24;

/** The title over the period and what the bars count; the period as the title where there is none to be drawn. */
export function heading({ bars, events, title, unit }: TimelineChart, fonts: Fonts, locale: string): Svg {
  const widthOf = (text: string): number => fonts.regular.widthOf(text) * textSize;
  const period = periodOf([...bars, ...events], locale);
  const drawnTitle = drawableText(title, fonts.bold, titleSize, INNER);
  const isTitled = drawnTitle !== "";
  const taken = isTitled ? widthOf(period) + 3 * gap : 0;
  const drawnUnit = drawableText(unit, fonts.regular, textSize, INNER - taken - KEY_SIZE - gap);
  const unitX = isTitled ? width - margin - widthOf(drawnUnit) : margin + KEY_SIZE + gap;
  const quiet = { y: PERIOD_BASELINE, fill: colours.quiet };
  return element("g", { class: "heading" }, [
    line(isTitled ? drawnTitle : period, { x: margin, y: TITLE_BASELINE, size: titleSize, bold: true }),
    isTitled ? line(period, { x: margin, ...quiet }) : "",
    drawnUnit === "" ? "" : key(unitX - gap - KEY_SIZE),
    line(drawnUnit, { x: unitX, ...quiet }),
  ]);
}

function periodOf(stretches: readonly { readonly from: string; readonly to: string }[], locale: string): string {
  const days = stretches.flatMap(({ from, to }) => [dayNumber(from), dayNumber(to)]);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const format = new Intl.DateTimeFormat(locale, {
    timeZone: "UTC",
    ...(last - first < LONG_DAYS ? { day: "numeric" } : {}),
    month: "short",
    year: "numeric",
  });
  return evenMonths(format.formatRange(dateOfDay(first), dateOfDay(last)), locale);
}

function key(x: number): Svg {
  return element("rect", { x, y: PERIOD_BASELINE - KEY_SIZE, width: KEY_SIZE, height: KEY_SIZE, fill: colours.bar });
}

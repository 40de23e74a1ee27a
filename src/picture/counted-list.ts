import type { CountedList } from "../domain/picture.ts";
import { drawableText } from "./drawable-text.ts";
import type { Fonts } from "./fonts.ts";
import { STYLE } from "./style.ts";
import { type Svg, element } from "./svg.ts";
import { line } from "./writing.ts";

const { textSize, gap, colours } = STYLE;
const HEADING_HEIGHT = textSize + 2 * gap;
const ROW_HEIGHT = 62;
/** A bar lies under its label, this far below where that stands. */
const BAR_DROP = 12;
/** A bar is at least as long: a dot is still to be seen. */
const BAR_HEIGHT = 10;

/** Where a list is drawn, in pixels, and what with. */
export interface ListPlace {
  readonly x: number;
  readonly top: number;
  readonly width: number;
  readonly fill: string;
  readonly fonts: Fonts;
  readonly locale: string;
  /** Stands for a name that cannot be drawn. */
  readonly undrawable: string;
}

/** How tall a list is, in pixels. */
export function heightOf({ rows, rest }: CountedList): number {
  return HEADING_HEIGHT + (rows.length + (rest === null ? 0 : 1)) * ROW_HEIGHT;
}

/** Names, each over a bar as long as what it counts, beside the figure. */
export function countedList({ heading, rows, rest }: CountedList, place: ListPlace): Svg {
  const { x, top, width, fonts } = place;
  const title = drawableText(heading, fonts.bold, textSize, width);
  const most = Math.max(1, ...rows.map(({ count }) => count));
  const firstBaseline = top + HEADING_HEIGHT + textSize;
  const drawn = rows.flatMap((row, number) => {
    const y = firstBaseline + number * ROW_HEIGHT;
    const long = Math.max(BAR_HEIGHT, (row.count / most) * width);
    const size = { width: long, height: BAR_HEIGHT, rx: BAR_HEIGHT / 2 };
    return [
      ...written(row, y, colours.text, place),
      element("rect", { x, y: y + BAR_DROP, ...size, fill: place.fill }),
    ];
  });
  return element("g", { class: "list" }, [
    line(title, { x, y: top + textSize, bold: true }),
    ...drawn,
    // No bar: together they may be more than any other, and would make all of those short.
    ...(rest === null ? [] : written(rest, firstBaseline + rows.length * ROW_HEIGHT, colours.quiet, place)),
  ]);
}

function written(
  { label, count }: CountedList["rows"][number],
  y: number,
  fill: string,
  { x, width, fonts, locale, undrawable }: ListPlace,
): readonly Svg[] {
  const figure = new Intl.NumberFormat(locale).format(count);
  const room = width - fonts.regular.widthOf(figure) * textSize - 2 * gap;
  const drawable = (text: string): string => drawableText(text, fonts.regular, textSize, room);
  const own = drawable(label);
  return [
    own === "" ? line(drawable(undrawable), { x, y, fill: colours.quiet }) : line(own, { x, y, fill }),
    line(figure, { x: x + width, y, fill: colours.quiet, anchor: "end" }),
  ];
}

import type { TimelineChart } from "../domain/picture.ts";
import { drawableText } from "./drawable-text.ts";
import type { Fonts } from "./fonts.ts";
import { type Marker, type PlacedMarker, placeMarkers } from "./place-markers.ts";
import { STYLE } from "./style.ts";
import { type Svg, element } from "./svg.ts";
import { type TimeScale, dayNumber } from "./time-scale.ts";
import { line } from "./writing.ts";

const { width, margin, textSize, lanes, laneHeight, markHeight, gap, colours } = STYLE;
/** Widest label beside a mark, in pixels: a date. */
const LABEL_WIDTH = 260;
/** Blank within a mark on either side of its number. */
const PADDING = 12;
/** Digits are some seven tenths of the font's size tall. */
const HALF_DIGIT = textSize * 0.36;
const DOT = 7;

/** A mark for each event, placed above its day. */
export function marksOf({ events }: TimelineChart, scale: TimeScale, fonts: Fonts): readonly PlacedMarker[] {
  const markers = events.map(({ number, from, to, label }): Marker => ({
    first: number,
    last: number,
    x: scale.xOf((dayNumber(from) + dayNumber(to) + 1) / 2),
    label: drawableText(label, fonts.regular, textSize, LABEL_WIDTH),
  }));
  return placeMarkers(markers, {
    left: margin,
    right: width - margin,
    lanes,
    gap,
    labelWidth: (label) => fonts.regular.widthOf(label) * textSize,
    markWidth: (marker) => Math.max(markHeight, fonts.bold.widthOf(numbersOf(marker)) * textSize + 2 * PADDING),
  });
}

/** The line from a mark down to its day. @param rowsEnd where the lowest row ends @param to how far down, in pixels */
export function stem(marker: PlacedMarker, rowsEnd: number, to: number): Svg {
  const from = `${marker.markX.toFixed(1)} ${middleOf(marker, rowsEnd)}`;
  const d = `M${from}L${marker.x.toFixed(1)} ${to}`;
  return element("path", { d, stroke: colours.event, "stroke-width": 2, "stroke-opacity": 0.7 });
}

/** The number of an event in its mark, with its label. */
export function mark(marker: PlacedMarker, rowsEnd: number): Svg {
  const { markX, markWidth, label, labelSide } = marker;
  const middle = middleOf(marker, rowsEnd);
  const y = middle + HALF_DIGIT;
  const side = labelSide === "right" ? 1 : -1;
  return element("g", { class: "event" }, [
    element("rect", {
      x: markX - markWidth / 2,
      y: middle - markHeight / 2,
      width: markWidth,
      height: markHeight,
      rx: markHeight / 2,
      fill: colours.event,
    }),
    line(numbersOf(marker), { x: markX, y, fill: colours.onEvent, anchor: "middle", bold: true }),
    line(label, {
      x: markX + side * (markWidth / 2 + gap),
      y,
      anchor: labelSide === "right" ? "start" : "end",
    }),
  ]);
}

/** Every event where it stands in time: a dot for a day, a stroke for longer. @param y of its middle */
export function rail({ events }: TimelineChart, scale: TimeScale, y: number): Svg {
  const dots = events.map(({ from, to }) => {
    const [start, end] = [scale.xOf(dayNumber(from)), scale.xOf(dayNumber(to) + 1)];
    const half = from === to ? DOT : Math.max(DOT, (end - start) / 2);
    return element("rect", {
      x: (start + end) / 2 - half,
      y: y - DOT,
      width: 2 * half,
      height: 2 * DOT,
      rx: DOT,
      fill: colours.event,
    });
  });
  return element("g", { class: "rail" }, dots);
}

function numbersOf({ first, last }: Marker): string {
  return first === last ? String(first) : `${first}–${last}`;
}

function middleOf({ lane }: PlacedMarker, rowsEnd: number): number {
  return rowsEnd - (lane + 0.5) * laneHeight;
}

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
/** Half as thick as the stroke of what lasts. */
const STROKE = 2.5;

/** A mark for each event, placed above its day. */
export function marksOf({ events }: TimelineChart, scale: TimeScale, fonts: Fonts): readonly PlacedMarker[] {
  const markers = events.map(({ number, from, to, label }): Marker => ({
    first: number,
    last: number,
    x: markedAt(scale.xOf(dayNumber(from)), scale.xOf(dayNumber(to) + 1)),
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

/** Every event where it stands in time: a dot where it begins, and a stroke as long as it lasts. @param y of its middle */
export function rail({ events }: TimelineChart, scale: TimeScale, y: number): Svg {
  const ends = events.map(({ from, to }) => ({
    from,
    to,
    start: scale.xOf(dayNumber(from)),
    end: scale.xOf(dayNumber(to) + 1),
  }));
  const strokes = ends
    .filter(({ from, to }) => from !== to)
    .map(({ start, end }) => railed(start, Math.max(start + 2 * DOT, end), y, STROKE));
  const dots = ends.map(({ start, end }) => {
    const x = markedAt(start, end);
    return railed(x - DOT, x + DOT, y, DOT);
  });
  return element("g", { class: "rail" }, [...strokes, ...dots]);
}

function railed(left: number, right: number, y: number, half: number): Svg {
  const size = { width: right - left, height: 2 * half, rx: half };
  return element("rect", { x: left, y: y - half, ...size, fill: colours.event });
}

/** The middle of a day, but the beginning of what is longer, so that marks stand in the order of their numbers. */
function markedAt(start: number, end: number): number {
  return Math.min((start + end) / 2, start + DOT);
}

function numbersOf({ first, last }: Marker): string {
  return first === last ? String(first) : `${first}–${last}`;
}

function middleOf({ lane }: PlacedMarker, rowsEnd: number): number {
  return rowsEnd - (lane + 0.5) * laneHeight;
}

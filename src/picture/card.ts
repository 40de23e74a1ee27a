import { STYLE } from "./style.ts";
import { type Svg, element } from "./svg.ts";

const { width, corner, colours } = STYLE;
const EDGE = 3;

/** What a picture stands on: opaque, so that it looks the same everywhere. @param height of the picture, in pixels */
export function card(height: number): Svg {
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

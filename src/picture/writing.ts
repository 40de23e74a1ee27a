import { FONT_FAMILY } from "./fonts.ts";
import { STYLE } from "./style.ts";
import { type Svg, textElement } from "./svg.ts";

const { textSize, colours } = STYLE;

export interface Writing {
  readonly x: number;
  /** Where the letters stand. */
  readonly y: number;
  readonly size?: number;
  readonly fill?: string;
  readonly anchor?: "start" | "middle" | "end";
  readonly bold?: boolean;
  /** Whether it keeps what it stands on at a distance. */
  readonly halo?: boolean;
}

/** A line of text; nothing at all for an empty one. */
export function line(text: string, writing: Writing): Svg {
  if (text === "") return "";
  const { x, y, size = textSize, fill = colours.text, anchor = "start", bold = false, halo = false } = writing;
  return textElement(
    {
      x,
      y,
      fill,
      "text-anchor": anchor,
      "font-family": FONT_FAMILY,
      "font-size": size,
      "font-weight": bold ? "bold" : "normal",
      ...(halo ? { stroke: colours.card, "stroke-width": 12, "paint-order": "stroke" } : {}),
    },
    text,
  );
}

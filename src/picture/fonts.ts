import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { type Font, readFont } from "./font.ts";

/** The fonts that pictures are written in, with the files the renderer reads them from. */
export interface Fonts {
  readonly files: readonly string[];
  readonly regular: Font;
  readonly bold: Font;
}

/** Family of the fonts, as they call themselves. */
export const FONT_FAMILY = "DejaVu Sans Condensed";

/**
 * Reads DejaVu from its package: Latin, Greek, Cyrillic, Arabic and more in one design.
 *
 * @throws (rejects) where the package is not installed whole
 */
export async function openFonts(): Promise<Fonts> {
  const { resolve } = createRequire(import.meta.url);
  const regular = resolve("dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf");
  const bold = resolve("dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf");
  return {
    files: [regular, bold],
    regular: readFont(await readFile(regular)),
    bold: readFont(await readFile(bold)),
  };
}

/** What is known of a font without drawing it. */
export interface Font {
  /** Whether it has a picture of its own for a character; otherwise a box would be drawn. */
  has(codePoint: number): boolean;
  /** How far the pen moves for a text, in ems; kerning and ligatures are not counted. */
  widthOf(text: string): number;
}

const WINDOWS = 3;
const UNICODE = 0;
/** Formats of the table that maps characters to glyphs: for all characters, for those of the first plane. */
const SEGMENTS_32 = 12;
const SEGMENTS_16 = 4;
const LAST_OF_FIRST_PLANE = 0xffff;

/**
 * Reads of a TrueType font which characters it has and how wide they are.
 *
 * @see https://learn.microsoft.com/en-us/typography/opentype/spec/cmap
 * @see https://learn.microsoft.com/en-us/typography/opentype/spec/hmtx
 * @throws RangeError for what is no font
 */
export function readFont(bytes: Uint8Array): Font {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = tablesOf(view);
  const unitsPerEm = view.getUint16(tables("head") + 18);
  const metrics = view.getUint16(tables("hhea") + 34);
  const advances = tables("hmtx");
  const glyphOf = readCharacters(view, tables("cmap"));
  // The last advance holds for all glyphs that follow.
  const advanceOf = (glyph: number): number => view.getUint16(advances + 4 * Math.min(glyph, metrics - 1));
  return {
    has: (codePoint) => glyphOf(codePoint) !== 0,
    widthOf(text) {
      let units = 0;
      for (const character of text) units += advanceOf(glyphOf(character.codePointAt(0) ?? 0));
      return units / unitsPerEm;
    },
  };
}

function tablesOf(view: DataView): (tag: string) => number {
  const offsets = new Map<string, number>();
  for (let table = 0; table < view.getUint16(4); table += 1) {
    const at = 12 + 16 * table;
    const tag = String.fromCodePoint(...[0, 1, 2, 3].map((place) => view.getUint8(at + place)));
    offsets.set(tag, view.getUint32(at + 8));
  }
  return (tag) => {
    const offset = offsets.get(tag);
    if (offset === undefined) throw new RangeError(`the font has no table ${tag}`);
    return offset;
  };
}

type GlyphOf = (codePoint: number) => number;

function readCharacters(view: DataView, start: number): GlyphOf {
  const found = new Map<number, number>();
  for (let one = 0; one < view.getUint16(start + 2); one += 1) {
    const at = start + 4 + 8 * one;
    const offset = start + view.getUint32(at + 4);
    if ([WINDOWS, UNICODE].includes(view.getUint16(at))) found.set(view.getUint16(offset), offset);
  }
  const wide = found.get(SEGMENTS_32);
  if (wide !== undefined) return wideSegments(view, wide);
  const narrow = found.get(SEGMENTS_16);
  if (narrow !== undefined) return narrowSegments(view, narrow);
  throw new RangeError("the font maps no characters in a way that is known");
}

function wideSegments(view: DataView, start: number): GlyphOf {
  const groups = view.getUint32(start + 12);
  return (codePoint) => {
    for (let group = 0; group < groups; group += 1) {
      const at = start + 16 + 12 * group;
      if (codePoint > view.getUint32(at + 4)) continue;
      const first = view.getUint32(at);
      return codePoint < first ? 0 : view.getUint32(at + 8) + codePoint - first;
    }
    return 0;
  };
}

function narrowSegments(view: DataView, start: number): GlyphOf {
  const size = view.getUint16(start + 6);
  const ends = start + 14;
  const starts = ends + size + 2;
  return (codePoint) => {
    if (codePoint > LAST_OF_FIRST_PLANE) return 0;
    for (let segment = 0; segment < size; segment += 2) {
      if (codePoint > view.getUint16(ends + segment)) continue;
      const first = view.getUint16(starts + segment);
      if (codePoint < first) return 0;
      const delta = view.getUint16(starts + size + segment);
      const at = starts + 2 * size + segment;
      const range = view.getUint16(at);
      const glyph = range === 0 ? codePoint : view.getUint16(at + range + 2 * (codePoint - first));
      return glyph === 0 ? 0 : (glyph + delta) & LAST_OF_FIRST_PLANE;
    }
    return 0;
  };
}

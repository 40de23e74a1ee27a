/** A kind of file by the bytes it begins with. `at` counts from 0. */
interface Signature {
  readonly at?: number;
  readonly bytes: string;
  readonly format: string;
}

// Bytes are written as Latin-1.
const signatures: readonly Signature[] = [
  { bytes: "{\\rtf", format: "RTF" },
  { bytes: "%!PS", format: "PostScript" },
  { bytes: "\u0089PNG\r\n\u001A\n", format: "a PNG image" },
  { bytes: "\u00FF\u00D8\u00FF", format: "a JPEG image" },
  { bytes: "GIF87a", format: "a GIF image" },
  { bytes: "GIF89a", format: "a GIF image" },
  { bytes: "II*\0", format: "a TIFF image" },
  { bytes: "MM\0*", format: "a TIFF image" },
  { bytes: "BM", format: "a BMP image" },
  { bytes: "WEBP", at: 8, format: "a WebP image" },
  { bytes: "WAVE", at: 8, format: "a sound (WAV)" },
  { bytes: "AVI ", at: 8, format: "a video (AVI)" },
  { bytes: "ftypheic", at: 4, format: "a HEIC image" },
  { bytes: "ftypavif", at: 4, format: "an AVIF image" },
  { bytes: "ftypM4A", at: 4, format: "a sound (M4A)" },
  { bytes: "ftyp", at: 4, format: "a video (MP4)" },
  { bytes: "\u001AE\u00DF\u00A3", format: "a video (Matroska)" },
  { bytes: "ID3\u0003", format: "a sound (MP3)" },
  { bytes: "ID3\u0004", format: "a sound (MP3)" },
  { bytes: "\u00FF\u00FB", format: "a sound (MP3)" },
  { bytes: "OggS\0", format: "a sound (Ogg)" },
  { bytes: "fLaC\0", format: "a sound (FLAC)" },
  { bytes: "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1", format: "an old Office document (.doc, .xls, .ppt)" },
  { bytes: "\u001F\u008B", format: "gzip" },
  { bytes: "1AY&SY", at: 4, format: "bzip2" },
  { bytes: "\u00FD7zXZ\0", format: "xz" },
  { bytes: "7z\u00BC\u00AF\u0027\u001C", format: "7z" },
  { bytes: "Rar!\u001A\u0007", format: "RAR" },
  { bytes: "\u0028\u00B5\u002F\u00FD", format: "zstd" },
  { bytes: "SQLite format 3\0", format: "an SQLite database" },
  { bytes: "bplist00", format: "a web archive (Safari)" },
  { bytes: "\u007FELF", format: "a program" },
  { bytes: "MZ\u0090\0", format: "a program" },
];

/** What a zip file is, by a name or a text within its first bytes. */
const zips = [
  { inside: "application/epub+zip", format: "EPUB" },
  { inside: "application/vnd.oasis.opendocument", format: "OpenDocument (.odt, .ods, .odp)" },
  { inside: "word/", format: "Word (.docx)" },
  { inside: "xl/", format: "Excel (.xlsx)" },
  { inside: "ppt/", format: "PowerPoint (.pptx)" },
  { inside: "[Content_Types].xml", format: "an Office document (.docx, .xlsx, .pptx)" },
] as const;

/** What a source is by its first bytes: a PDF, a kind that is not read (in words), or null where they tell nothing. */
export function formatByMagic(bytes: Uint8Array): "pdf" | { readonly unsupported: string } | null {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString("latin1");
  if (/^(?:\u00EF\u00BB\u00BF)?\s*%PDF-/u.test(head)) return "pdf";
  if (["PK\u0003\u0004", "PK\u0005\u0006"].some((start) => head.startsWith(start))) {
    return { unsupported: zips.find(({ inside }) => head.includes(inside))?.format ?? "zip" };
  }
  // Saved by a browser as one file, which is written as a letter is.
  if (/^(?:From: <Saved by|MIME-Version: 1\.0\s)/iu.test(head)) return { unsupported: "a web archive (MHTML)" };
  const found = signatures.find(({ at = 0, bytes: start }) => head.startsWith(start, at));
  // Two letters may well begin a text.
  if (found === undefined || (found.bytes === "BM" && !head.slice(2, 32).includes("\0"))) return null;
  return { unsupported: found.format };
}

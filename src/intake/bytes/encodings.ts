import iconv from "iconv-lite";

/** Known to the WHATWG table but not to Node's, or to iconv-lite under another name. */
const otherNames: Readonly<Record<string, string>> = {
  "iso-8859-8-i": "iso-8859-8",
  "x-mac-cyrillic": "maccyrillic",
};

/**
 * The encoding a label stands for by the WHATWG Encoding Standard (`latin1` is windows-1252), or null where it stands
 * for none.
 */
export function encodingOfLabel(label: string): string | null {
  const name = label.trim().toLowerCase();
  // ICU, which Node asks, does not have it.
  if (name === "iso-8859-16") return name;
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return null;
  }
}

/** Decodes bytes; what cannot be decoded becomes U+FFFD. A byte order mark is left out. @param encoding WHATWG name */
export function decodeAs(bytes: Uint8Array, encoding: string): string {
  if (encoding === "utf-8") return new TextDecoder().decode(bytes);
  const name = otherNames[encoding] ?? encoding;
  // Node 20's own decoder reads the bytes 0x80 to 0x9F of windows-1252 wrongly.
  return iconv.encodingExists(name)
    ? iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name)
    : new TextDecoder(encoding).decode(bytes);
}

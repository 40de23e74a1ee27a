/** What a kind of picture begins with; a dot stands for any byte. */
const beginnings: readonly (readonly [string, RegExp])[] = [
  ["image/png", /^\x89PNG\r\n\x1a\n/],
  ["image/jpeg", /^\xff\xd8\xff/],
  ["image/gif", /^GIF8[79]a/],
  ["image/webp", /^RIFF[^]{4}WEBP/],
];

/** The type of a picture that pages show, told by its first bytes whatever its name says; null for all else. */
export function pictureType(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, 16)).toString("latin1");
  return beginnings.find(([, pattern]) => pattern.test(start))?.[0] ?? null;
}

/** What a kind of picture begins with, in hexadecimal digits; a dot stands for any digit. */
const beginnings: readonly (readonly [string, RegExp])[] = [
  ["image/png", /^89504e470d0a1a0a/],
  ["image/jpeg", /^ffd8ff/],
  ["image/gif", /^47494638(?:37|39)61/],
  ["image/webp", /^52494646.{8}57454250/],
];

/** The type of a picture that pages show, told by its first bytes whatever its name says; null for all else. */
export function pictureType(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, 12)).toString("hex");
  return beginnings.find(([, pattern]) => pattern.test(start))?.[0] ?? null;
}

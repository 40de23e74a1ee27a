import { intakeLimits } from "../limits.ts";

const office =
  /\b(?:agency|bureau|chief|correspondent|desk|editor|journalist|news|newsroom|reporter|reporting|staff|team|writer)\b/iu;

/** Names of people: two to five words, the first with a capital. Offices and outlets after them are left out. */
export function namesIn(text: string): readonly string[] {
  return text
    .slice(0, 300)
    .replace(/^by /iu, "")
    .split(/,|;| and | & /u)
    .map((name) => name.trim())
    .filter((name) => /^\p{L}[\p{L}.'’-]*(?: \p{L}[\p{L}.'’-]*){1,4}$/u.test(name))
    .filter((name) => !office.test(name))
    .filter((name) => name.length <= intakeLimits.nameLength && /^\p{Lu}|^[^\p{Ll}]/u.test(name))
    .slice(0, 10);
}

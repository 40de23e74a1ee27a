import type { FurnitureReason } from "../domain/import-report.ts";
import { furniturePhrases } from "./furniture-phrases.ts";

const wholePhrases = new Map(
  furniturePhrases.flatMap(({ reason, whole }) => whole.map((phrase) => [foldPhrase(phrase), reason] as const)),
);
const startPhrases = furniturePhrases.flatMap(({ reason, start }) =>
  start.map((phrase) => ({ reason, phrase: foldStart(phrase) })),
);
const patterns = furniturePhrases.flatMap(({ reason, pattern }) => pattern.map((one) => ({ reason, pattern: one })));
/** Longer paragraphs than this are never furniture by their beginning alone. */
const longestFurniture = 500;

/** Why a paragraph is known not to be reporting, by its words alone; null where they do not tell. */
export function knownFurniture(text: string): FurnitureReason | null {
  if (text.length > longestFurniture) return null;
  const [start, bare] = [foldStart(text), withoutBullet(text)];
  return (
    wholePhrases.get(foldPhrase(text)) ??
    startPhrases.find(({ phrase }) => start.startsWith(phrase))?.reason ??
    patterns.find(({ pattern }) => pattern.test(bare))?.reason ??
    null
  );
}

const dateWord =
  /^(\d[\d:./-]*(am|pm|st|nd|rd|th)?|(mon|tues|wednes|thurs|fri|satur|sun)day|(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\p{L}*|[ap]\.?m\.?|at|on|of|last|published|posted|updated|modified|gmt|utc|c?e[sd]?t|hours?|minutes?|ago|[-–—|•·]+)[,.:]?$/iu;

/** Who wrote it or when, as it stands below a headline. */
export function isByline(text: string): boolean {
  const words = text.split(" ");
  if (words.length > 14) return false;
  const isDate = /\d/u.test(text) && words.every((word) => dateWord.test(word));
  return isDate || /^(By|BY) \p{Lu}[\p{L}.'’-]*( (and )?\p{Lu}[\p{L}.'’-]*){0,6}$/u.test(text);
}

const months = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec";
const captionEnd = new RegExp(
  `\\b((${months})\\p{L}*\\.? \\d{1,2},?|\\d{1,2} (${months})\\p{L}*\\.?,?) \\d{4}[.)\\]]*$`,
  "u",
);

/** Whether the words are those of a picture's caption: dated or credited as captions are. */
export function looksLikeCaption(text: string): boolean {
  return (
    captionEnd.test(text) ||
    /^(file( photo)?|photo|image|picture|illustration) ?[-–—:(]/iu.test(text) ||
    /[([](ap|afp|reuters|epa|getty|photo|image|file|credit|courtesy)\b[^()[\]]{0,60}[)\]]\.?$/iu.test(text)
  );
}

function withoutBullet(text: string): string {
  return text.replace(/^[•·▪●►▶*>–—-]+\s*/u, "");
}

function foldStart(text: string): string {
  return withoutBullet(text).replaceAll(/[‘’]/gu, "'").toLowerCase();
}

/** A paragraph as it is compared with others: without case, bullets, heading marks and closing punctuation. */
export function foldPhrase(text: string): string {
  return foldStart(text.replace(/^#{1,6} /u, "")).replace(/[\s.:…»›→>|]+$/u, "");
}

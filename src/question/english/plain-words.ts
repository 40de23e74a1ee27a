import type { Span } from "../../domain/sentence.ts";
import { fold } from "../../text/fold.ts";
import type { AskedWord } from "../asked-words.ts";
import { isOneSlip, questionWordMeant } from "./slips.ts";
import { type Wording, type Placed, wordingOf } from "../wording.ts";

/** Verbs written onto a word that asks, apostrophe or not: "whos", "what'll". */
const ENDINGS = [
  ["s", "is"],
  ["d", "did"],
  ["re", "are"],
  ["ll", "will"],
  ["ve", "have"],
] as const;

const CONTRACTIONS: ReadonlyMap<string, string> = new Map(
  ["who", "what", "when", "where", "why", "how", "which"].flatMap((asks) =>
    ENDINGS.map(([ending, verb]) => [`${asks}${ending}`, `${asks} ${verb}`] as const),
  ),
);

/** Other spellings of chat. */
const CHAT: Readonly<Record<string, string>> = {
  wat: "what",
  wut: "what",
  wot: "what",
  wht: "what",
  wats: "what is",
  wuts: "what is",
  wen: "when",
  wens: "when is",
  hw: "how",
  hows: "how is",
  wtf: "what",
  u: "you",
  r: "are",
  ur: "your",
  ppl: "people",
  pls: "please",
  plz: "please",
  pct: "percent",
  "%": "percent",
  thats: "that is",
  theres: "there is",
  gonna: "going to",
  wanna: "want to",
  dya: "do you",
  didja: "did you",
  em: "them",
};

/** Words after which a lone "y" asks why. */
const AFTER_WHY =
  /^(?:did|do|does|is|are|was|were|would|not|no|they|the|he|she|we|has|have|cant|didnt|wasnt|arent|isnt)$/u;

const ASKING = /^(?:who|whom|whose|what|when|where|why|how|which)$/u;
/** Say nothing beside a word that asks. */
const EMPHASIS = /^(?:exactly|precisely|specifically|actually|really|even|roughly|approximately|tf|hell|heck|fuck)$/u;

export interface EnglishWording {
  readonly wording: Wording;
  /** Words left out of the wording that only stress what is asked: "when exactly", "what the hell". */
  readonly emphasis: readonly Span[];
}

/** The question in plain English words: contractions taken apart, chat spelled out, slips of words that ask mended. */
export function englishWording(words: readonly AskedWord[]): EnglishWording {
  const placed: Placed[] = [];
  const emphasis: Span[] = [];
  for (const [index, { text, folded, start, end }] of words.entries()) {
    const next = words[index + 1]?.folded ?? "";
    const before = placed.at(-1)?.word ?? "";
    if (isEmphasis(folded, before, next)) emphasis.push({ start, end });
    else for (const word of plain(text, folded, before, next, index).split(" ")) placed.push({ word, start, end });
  }
  return { wording: wordingOf(placed), emphasis };
}

function isEmphasis(folded: string, before: string, next: string): boolean {
  if (folded === "the") return ASKING.test(before) && /^(?:hell|heck|fuck)$/u.test(next);
  return EMPHASIS.test(folded) && (ASKING.test(before) || ASKING.test(next));
}

function plain(text: string, folded: string, before: string, next: string, index: number): string {
  const whole = /['’ʼ`]/u.test(text) ? fold(text).replace(/[^\p{L}\p{N}]/gu, "") : folded;
  if (whole === "whod" && !/^(?:the|a|an|you|they|he|she|we|it)$/u.test(next)) return "who would";
  const known = CONTRACTIONS.get(whole) ?? (Object.hasOwn(CHAT, whole) ? CHAT[whole] : undefined);
  if (known !== undefined) return known;
  if (whole === "y" && AFTER_WHY.test(next)) return "why";
  if (whole === "n" && index === 0) return "and";
  if (whole === "hwo" || whole === "ohw") return whoOrHow(next);
  if (before === "how" && whole !== "many" && whole !== "much") {
    if (isOneSlip(whole, "many") && whole !== "man") return "many";
    if (isOneSlip(whole, "much")) return "much";
  }
  return questionWordMeant(whole) ?? folded;
}

/** "hwo" has the letters of both. */
function whoOrHow(next: string): string {
  return /^(?:many|much|long|often|old|big|far|did|do|does|can|could|come|to|much|mch|mnay)$/u.test(next)
    ? "how"
    : "who";
}

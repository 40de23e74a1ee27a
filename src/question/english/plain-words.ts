import type { Span } from "../../domain/sentence.ts";
import { fold } from "../../text/fold.ts";
import type { AskedWord } from "../asked-words.ts";
import { keyWordMeant } from "./key-words.ts";
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

/** Other spellings of chat: what is meant, how it is typed. */
const CHAT = `
what: wat wut wot wht wtf
what is: wats wuts
when: wen
when is: wens
how: hw
how is: hows
you: u
are: r
your: ur
people: ppl
please: pls plz
percent: pct %
that is: thats
there is: theres
going to: gonna
want to: wanna
do you: dya
did you: didja
them: em
`;

const SPELLINGS: ReadonlyMap<string, string> = new Map(
  CHAT.trim()
    .split("\n")
    .flatMap((line) => {
      const [meant = "", typed = ""] = line.split(": ");
      return typed.split(" ").map((word) => [word, meant] as const);
    }),
);

/** Words after which a lone "y" asks why. */
const AFTER_WHY =
  /^(?:did|do|does|is|are|was|were|would|not|no|they|the|he|she|we|has|have|cant|didnt|wasnt|arent|isnt)$/u;

/** Words after which an opening "were" asks where. */
const AFTER_WHERE = /^(?:did|do|does|is|are|was|were|at|exactly|can|will|has|have)$/u;

const ASKING = /^(?:who|whom|whose|what|when|where|why|how|which)$/u;
/** Say nothing beside a word that asks. */
const EMPHASIS = /^(?:exactly|precisely|specifically|actually|really|even|roughly|approximately|tf|hell|heck|fuck)$/u;

export interface EnglishWording {
  readonly wording: Wording;
  /** Every word that asks, however it is spelled, and what only stresses it: "wehn exactly", "what the hell". */
  readonly asking: readonly Span[];
}

/**
 * The question in plain English words: contractions taken apart, chat spelled out, slips of words that tell what is asked
 * mended, and what only stresses it left out.
 */
export function englishWording(words: readonly AskedWord[]): EnglishWording {
  const placed: Placed[] = [];
  const asking: Span[] = [];
  for (const [index, { text, folded, start, end }] of words.entries()) {
    const next = words[index + 1]?.folded ?? "";
    const before = placed.at(-1)?.word ?? "";
    if (isEmphasis(folded, before, next)) {
      asking.push({ start, end });
      continue;
    }
    const meant = plain(text, folded, before, next, index).split(" ");
    if (ASKING.test(meant[0] ?? "")) asking.push({ start, end });
    for (const word of meant) placed.push({ word, start, end });
  }
  return { wording: wordingOf(placed), asking };
}

function isEmphasis(folded: string, before: string, next: string): boolean {
  if (folded === "the") return ASKING.test(before) && /^(?:hell|heck|fuck)$/u.test(next);
  return EMPHASIS.test(folded) && (ASKING.test(before) || ASKING.test(next));
}

function plain(text: string, folded: string, before: string, next: string, index: number): string {
  const whole = /['’ʼ`]/u.test(text) ? fold(text).replace(/[^\p{L}\p{N}]/gu, "") : folded;
  if (whole === "whod" && !/^(?:the|a|an|you|they|he|she|we|it)$/u.test(next)) return "who would";
  const known = CONTRACTIONS.get(whole) ?? SPELLINGS.get(whole);
  if (known !== undefined) return known;
  if ((whole === "y" || whole === "hwy") && AFTER_WHY.test(next)) return "why";
  if (whole === "n" && (index === 0 || ASKING.test(next))) return "and";
  if (whole === "hwo" || whole === "ohw") return whoOrHow(next);
  if (before === "how" && whole !== "many" && whole !== "much") {
    if (isOneSlip(whole, "many") && whole !== "man") return "many";
    if (isOneSlip(whole, "much")) return "much";
  }
  if (whole === "were" && index === 0 && AFTER_WHERE.test(next)) return "where";
  const key = questionWordMeant(whole) ?? keyWordMeant(whole);
  return key === null ? folded : (CONTRACTIONS.get(key) ?? key);
}

/** "hwo" has the letters of both. */
function whoOrHow(next: string): string {
  return /^(?:many|much|long|often|old|big|far|did|do|does|can|could|come|to|much|mch|mnay|tall|high|deep|wide|heavy|fast|hot|cold|small|young|recently|soon|quickly)$/u.test(
    next,
  )
    ? "how"
    : "who";
}

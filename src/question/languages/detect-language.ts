import { casingOf } from "../../text/acronyms.ts";
import type { AskedWord } from "../asked-words.ts";
import { type Language, languages } from "./language.ts";

/** The commonest words of English in questions, chat among them. Some are words of other languages too. */
const ENGLISH: ReadonlySet<string> = new Set(
  (
    "who whom whose what which when where why how whos whats wheres whens hows wat wut wen the a an of to in on at by for from " +
    "with and or but if as than then so that this these those it its they them their he him his she her we us our i me my you " +
    "your u r is are was were be been being do does did done has have had can could will would should may might must not " +
    "no dont didnt isnt wasnt about after before since until during between into over under there here any anyone all many much " +
    "more most some other was get got say says said know tell happen happened happening come became please pls make made lol ppl " +
    "people year day time war men man per non me she name list new first last long old big"
  ).split(" "),
);

/** Begins a question in English and in no other language here. */
const ASKS_IN_ENGLISH = /^(?:wh(?:o|at|en|ere|y|ich|ose|om)s?|how|is|are|does|did|can|could|were|will|should)$/u;

/** Parts of names in any language: "Van der", "de la". */
const PARTICLES: ReadonlySet<string> = new Set(
  "de la le les du des del della di da dos das der den die das von van zu zum el al los las un una une il lo i e y et san santa".split(
    " ",
  ),
);

/** "AI", "US": a name in any language, and no small word. */
const ACRONYM = /^\p{Lu}{2,}$/u;
const ARABIC_SCRIPT = /\p{Script=Arabic}/u;
const SPANISH_MARK = /[¿¡]/u;
/** What a word that is nobody else's is worth beside others, and one that English or names have too. */
const UNMISTAKABLE = 2;
const SHARED = 0.5;
/** What it is worth that a question begins as questions do. */
const BEGINS = 0.5;
const BEGINS_IN_ENGLISH = 1;
const ENOUGH = 2;

/** The language that a question is typed in; null for English, and wherever nothing tells, or English tells as much. */
export function detectLanguage(text: string, asked: readonly AskedWord[]): Language | null {
  const shouted = casingOf(text) === "none";
  const words = shouted ? asked : asked.filter((word) => !ACRONYM.test(word.text));
  const all = languages();
  const inArabicScript = words.filter((word) => ARABIC_SCRIPT.test(word.folded)).length;
  if (inArabicScript > 0)
    return inArabicScript * 2 > words.length ? (all.find(({ tag }) => tag === "fa") ?? null) : null;
  const begins = ASKS_IN_ENGLISH.test(words[0]?.folded ?? "") ? BEGINS_IN_ENGLISH : 0;
  const english = words.filter(({ folded }) => ENGLISH.has(folded)).length + begins;
  let best: Language | null = null;
  let most = Math.max(english, ENOUGH - 1);
  for (const language of all) {
    const marked = language.tag === "es" && SPANISH_MARK.test(text);
    const score = (marked ? UNMISTAKABLE : 0) + scoreOf(language, words);
    const telling = marked || words.some(({ folded }) => language.functions.has(folded) && !PARTICLES.has(folded));
    if (telling && score >= ENOUGH && score > most) {
      best = language;
      most = score;
    }
  }
  return best;
}

function scoreOf(language: Language, words: readonly AskedWord[]): number {
  let score = 0;
  for (const { folded } of words) {
    if (!language.functions.has(folded)) continue;
    if (PARTICLES.has(folded) || ENGLISH.has(folded)) score += SHARED;
    else score += language.unmistakable.has(folded) ? UNMISTAKABLE : 1;
  }
  const begins = language.asks.longestAt(words, 0) ?? language.opens.longestAt(words, 0);
  return begins === null ? score : score + BEGINS;
}

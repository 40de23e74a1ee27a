import type { AskedWord } from "../asked-words.ts";
import { type Language, languages } from "./language.ts";

/** The commonest words of English in questions, chat among them. Some are words of other languages too. */
const ENGLISH: ReadonlySet<string> = new Set(
  (
    "who whom whose what which when where why how whos whats wheres whens hows wat wut wen the a an of to in on at by for from " +
    "with and or but if as than then so that this these those it its they them their he him his she her we us our i me my you " +
    "your u r is are was were be been being am do does did done has have had can could will would should may might must not " +
    "no dont didnt isnt wasnt about after before since until during between into over under there here any anyone all many much " +
    "more most some other was get got say says said know tell happen happened happening come became please pls make made lol ppl " +
    "people year day time name list new first last long old big"
  ).split(" "),
);

/** Parts of names in any language: "Van der", "de la". */
const PARTICLES: ReadonlySet<string> = new Set(
  "de la le les du des del della di da dos das der den die das von van zu zum el al los las un una une il lo i e y et san santa".split(
    " ",
  ),
);

const ARABIC_SCRIPT = /\p{Script=Arabic}/u;
const SPANISH_MARK = /[¿¡]/u;
/** What a word that is nobody else's is worth. */
const UNMISTAKABLE = 2;
const PARTICLE = 0.5;
const ENOUGH = 2;

/** The language that a question is typed in; null for English, and wherever nothing tells, or English tells as much. */
export function detectLanguage(text: string, words: readonly AskedWord[]): Language | null {
  const all = languages();
  const inArabicScript = words.filter((word) => ARABIC_SCRIPT.test(word.folded)).length;
  if (inArabicScript > 0)
    return inArabicScript * 2 > words.length ? (all.find(({ tag }) => tag === "fa") ?? null) : null;
  const english = words.filter(({ folded }) => ENGLISH.has(folded)).length;
  let best: Language | null = null;
  let most = Math.max(english, ENOUGH - 1);
  for (const language of all) {
    let score = language.tag === "es" && SPANISH_MARK.test(text) ? UNMISTAKABLE : 0;
    let telling = score > 0;
    for (const { folded } of words) {
      if (language.unmistakable.has(folded) && !PARTICLES.has(folded)) score += UNMISTAKABLE;
      else if (language.functions.has(folded)) score += PARTICLES.has(folded) ? PARTICLE : 1;
      telling ||= language.functions.has(folded) && !PARTICLES.has(folded);
    }
    if (telling && score >= ENOUGH && score > most) {
      best = language;
      most = score;
    }
  }
  return best;
}

import type { Stance } from "../domain/answer.ts";
import type { Span } from "../domain/sentence.ts";

/** A word by which a sentence says that somebody says so. */
export interface Cue extends Span {
  readonly how: Stance["how"];
  /**
   * Where whoever says so stands: `before` the verb as its subject, after `by` in a passive, `after` "according to", or
   * `nowhere`, as with "allegedly".
   */
  readonly speaker: "before" | "by" | "after" | "nowhere";
}

type Pattern = Omit<Cue, keyof Span> & { readonly words: RegExp };

const CLAIM_NOUN = String.raw`(?:claims?|accusations?|allegations?|charges?|reports?|rumou?rs?|suggestions?|assertions?|findings?|accounts?|versions?|blame|criticism|responsibility)`;
const UNTRUE = String.raw`(?:baseless|unfounded|groundless|false|untrue|fabricated|fabrications?|invented|lies|a\s+lie|nonsense|absurd|fake|fiction|without\s+(?:any\s+)?(?:basis|foundation|merit))`;

/** What is denied is a statement; what is refused to somebody is not denied in this sense. */
const NOT_REFUSED = String.raw`(?!\s+(?:\S+\s+){0,3}(?:entry|access|bail|permission|visas?|asylum|parole|treatment|a\s+licen[cs]e|service|boarding)\b)`;
const NO_LOSSES = String.raw`(?!\s+(?:\S+\s+){0,4}(?:lives|life|titles?|medals?|gold|silver|bronze|trophy|asylum|benefits)\b)`;
const NO_ADMISSION = String.raw`(?!\s+(?:to\s+(?:\S+\s+){0,2}(?:hospital|clinic|universit\w+|college|school|care)|\d))`;

const PATTERNS: readonly Pattern[] = [
  { how: "denied", speaker: "before", words: new RegExp(String.raw`\bden(?:y|ies|ied|ying)\b${NOT_REFUSED}`, "giu") },
  {
    how: "denied",
    speaker: "before",
    words: new RegExp(
      String.raw`\b(?:reject|dismiss|refut|disput|rebutt|repudiat|contest)(?:s|es|ed|ing)\b(?=\s+(?:\S+\s+){0,6}?(?:${CLAIM_NOUN}\b|as\s+(?:\S+\s+)?${UNTRUE}))`,
      "giu",
    ),
  },
  {
    how: "denied",
    speaker: "before",
    words: new RegExp(
      String.raw`\b(?:call|label|labell|brand|describ|dismiss)(?:s|es|ed|ing)\b(?=\s+(?:[^\s.;]+\s+){1,8}?[“"‘']?${UNTRUE}\b)`,
      "giu",
    ),
  },
  {
    how: "denied",
    speaker: "before",
    words:
      /\b(?:said|says|insist(?:s|ed))\b(?=\s+[^.;]{0,40}?\b(?:nothing\s+to\s+do\s+with|no\s+(?:role|part|involvement|hand)\s+in|not\s+(?:involved|responsible|behind)))/giu,
  },
  {
    how: "confirmed",
    speaker: "before",
    words: new RegExp(
      String.raw`\b(?:confirm(?:s|ed|ing)|acknowledg(?:es|ed|ing)|admit(?:s|ted|ting)|conced(?:es|ed|ing)|verif(?:ies|ied|ying))\b${NO_ADMISSION}(?!\s+as\b)`,
      "giu",
    ),
  },
  {
    how: "claimed",
    speaker: "before",
    words: new RegExp(
      String.raw`\b(?:claim(?:ed|ing)|claims(?=\s+(?:that|to|he|she|it|they|the|an?|responsibility|\p{Lu}))|alleg(?:es|ed|ing)|accus(?:es|ed|ing)|blam(?:es|ed|ing)|assert(?:s|ed|ing)|insist(?:s|ed|ing)?|contend(?:s|ed|ing)?)\b${NO_LOSSES}`,
      "giu",
    ),
  },
  { how: "claimed", speaker: "nowhere", words: /\b(?:allegedly|purportedly|supposedly)\b/giu },
  { how: "reported", speaker: "after", words: /\baccording\s+to\b/giu },
  { how: "reported", speaker: "nowhere", words: /\breportedly\b/giu },
  {
    how: "reported",
    speaker: "before",
    words:
      /\b(?:said|says|saying|told|tells|reported|announce[ds]|stated|wrote|writes|warn(?:ed|s)|added|explained|noted|declared|disclosed|revealed|testified|tweeted)\b/giu,
  },
];

/** "Did not confirm", "refused to admit", "neither confirmed nor denied", "is expected to confirm": nobody says so. */
const WITHHELD =
  /\b(?:not|never|neither|nor|cannot|without|to)\s+(?:\p{L}+ly\s+)?$|n['’]t\s+(?:\p{L}+ly\s+)?$|\bconfirm(?:ed)?\s+or\s+$/iu;
/** "Norvik, which denied it, …" tells of the speaker by the way, and of something else in the main. */
const BY_THE_WAY = /\b(?:who|which|that)\s+(?:(?:has|have|had|also|later|then|since|always|once|\p{L}+ly)\s+)*$/iu;
/** "The confirmed cases", "three reported deaths", "an alleged thief", "the mayor's stated aim". */
const DESCRIBES =
  /\b(?:the|an?|of|no|any|all|some|new|first|more|these|those|this|its|his|her|their|\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?)\s+$|['’]s\s+$/iu;
const PASSIVE = /\b(?:is|are|was|were|be|been|being)\s+(?:(?:also|first|later|since|\p{L}+ly)\s+)*$/iu;
/** Passives that tell that somebody says so without telling who: "was accused of", "is said to". */
const SPEAKERLESS = /^(?:accused|blamed|said|reported|alleged|claimed|confirmed|acknowledged|verified)$/iu;
const BY = /^[^,;:]{0,60}?\bby\s+/iu;

/** How far back a cue's surroundings matter. */
const LOOK_BACK = 60;

/**
 * The cues of a sentence, in order.
 *
 * @param text the sentence with what it quotes blanked out
 */
export function stanceCues(text: string): readonly Cue[] {
  const cues: Cue[] = [];
  for (const { how, speaker, words } of PATTERNS) {
    for (const { 0: word, index: start } of text.matchAll(words)) {
      const end = start + word.length;
      if (cues.some((other) => other.start === start)) continue;
      const place = speaker === "before" ? speakerPlace(text, word, start, end) : speaker;
      if (place !== null) cues.push({ how, speaker: place, start, end });
    }
  }
  return cues.toSorted((a, b) => a.start - b.start);
}

/** Where a verb's speaker stands, or null where the word tells of nobody's saying so. */
function speakerPlace(text: string, word: string, start: number, end: number): Cue["speaker"] | null {
  const before = text.slice(Math.max(0, start - LOOK_BACK), start);
  if (WITHHELD.test(before) || BY_THE_WAY.test(before)) return null;
  if (PASSIVE.test(before)) {
    if (/ing$/iu.test(word)) return "before";
    if (BY.test(text.slice(end))) return "by";
    return SPEAKERLESS.test(word) ? "nowhere" : null;
  }
  if (DESCRIBES.test(before) && !BY.test(text.slice(end, end + 5))) return null;
  // What is merely added, ", claiming that …", says so of the subject of another verb.
  return /ing$/iu.test(word) ? "nowhere" : "before";
}

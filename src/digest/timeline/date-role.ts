import type { DateMention } from "../../domain/sentence.ts";
import { sourceFrame } from "../../answer/source-frame.ts";
import { looksAhead } from "../../text/date-tense.ts";

/**
 * What a date does in its sentence. `told`: what the sentence tells happened then. `said`: somebody said it then. `reported`: an
 * outlet reported it then. `passing`: it dates something else that is only mentioned ("after the July attack"), or where a
 * state began ("since 2013"). `ahead`: it lay in the future when the article appeared, or is planned.
 */
export type DateRole = "told" | "said" | "reported" | "passing" | "ahead";

const CLAUSE_END = /[,;:—–()“”"]|\b(?:and|but|that)\b/giu;
const SINCE =
  /\b(?:since|until|till|before|after|following|prior to|ahead of|by|than|dated?|of|like|over)\s+(?:(?:at least|as early as|around|about|early|late|mid|the|its?|their|his|her|that)[\s-]+)*$/iu;
const SUBORDINATE =
  /\b(?:after|since|before|following|which|who|whom|whose|when|where|until|because|amid|pending|from)\b\s+(?<words>.*)$/iu;
const OF_A_NOUN =
  /\b(?:attacks?|cyberattacks?|raids?|hacks?|waves?|meetings?|elections?|explosions?|disasters?|bombings?|vote|protests?|strikes?|earthquakes?|resolution|letter|report|statement|summit|deal|agreement|crash|leak|spill|massacre)\s+(?:of|on|from|in)\s+(?:the\s+)?$/iu;
const PARTICIPLE =
  /(?<!\b(?:was|were|been|be|is|are|had|has|have|being|got|it|they|he|she|who)\s(?:\p{L}+ly\s)?)\b(?:made|held|launched|mounted|carried out|committed|signed|adopted|begun|given|taken)\s+(?:on|in)\s+(?:the\s+)?$/iu;
const SAID_BEFORE =
  /\b(?:said|says|told (?:\S+ ){1,3}|added|wrote|tweeted|explained|warned|insisted)\s+(?:(?:in|at|to) (?:an? |the )?(?:\S+ ){1,3})?(?:late |early )?(?:on )?$/iu;
const SAID_AFTER =
  /^,?\s*(?:[\p{Lu}][\p{L}.'’-]+ |the |a |an |of |us |[\p{Ll}]+ (?=said\b)){0,5}(?:said|told|added|warned|insisted)\b/u;
const REPORTED = /\b(?:reported|wrote)\b(?!.*\b(?:was|were|had|has|have|would|\p{L}{2,}ed)\b)/u;
/** Characters after "after" from which on a date that ends the sentence more likely dates its main verb. */
const FAR = 50;

/**
 * Reads off the words around a date what it does there. Reads English.
 *
 * @param published when the article appeared; null where that is not known
 */
export function dateRole(text: string, mention: DateMention, published: string | null): DateRole {
  const { start, end, from } = mention;
  if (published !== null && from > published.padEnd(10, "~")) return "ahead";
  if (looksAhead(text, start, end)) return "ahead";
  const before = text.slice(0, start);
  const after = text.slice(end);
  if (isAttribute(before, after) || isBackground(before, after, mention)) return "passing";
  const frame = sourceFrame(text);
  if (frame !== null && frame.start < end && start < frame.end) return frame.relays ? "reported" : "said";
  if (REPORTED.test(lastClause(before))) return "reported";
  return SAID_BEFORE.test(before.slice(-60)) || SAID_AFTER.test(after.slice(0, 60)) ? "said" : "told";
}

/** "The July attack", "Friday's vote". */
function isAttribute(before: string, after: string): boolean {
  if (/^['’]s?\s+\p{L}/u.test(after)) return true;
  return /\b(?:the|an?|its?|their|his|her|this|that|of)\s*$|['’]s\s*$/iu.test(before) && /^[\s-]+\p{Ll}/u.test(after);
}

function isBackground(before: string, after: string, { precision }: DateMention): boolean {
  const near = before.slice(-40);
  if (precision !== "range" && SINCE.test(near)) return true;
  if (OF_A_NOUN.test(before.slice(-60)) && !isEnd(after)) return true;
  const clause = lastClause(before.slice(-160));
  const words = SUBORDINATE.exec(clause)?.groups?.["words"];
  if (
    PARTICIPLE.test(before.slice(-60)) &&
    /\b(?:a|an|the|its|their)\s+(?:\p{L}+\s+){1,3}$/iu.test(before.slice(0, before.search(PARTICIPLE)))
  ) {
    return true;
  }
  // A clause that opens the sentence is told as much as the one after it.
  return words !== undefined && clause.length < before.length && !(isEnd(after) && words.length >= FAR);
}

function lastClause(before: string): string {
  return before.slice([...before.matchAll(CLAUSE_END)].reduce((_, { 0: mark, index }) => index + mark.length, 0));
}

function isEnd(after: string): boolean {
  return /^\W*$/u.test(after);
}

/** Whether a date stands where the date of a sentence's main verb does: at its start, its end, or that of a clause. */
export function isAtEdge(text: string, { start, end }: DateMention): boolean {
  return (
    /^\W*(?:(?:on|in|late|early|by|from|at|during)\s+)*$/iu.test(text.slice(0, start)) ||
    /^\W*$|^[,;]/u.test(text.slice(end))
  );
}

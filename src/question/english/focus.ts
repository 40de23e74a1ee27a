import type { Span } from "../../domain/sentence.ts";
import { isPast } from "./verbs.ts";
import type { Wording } from "../wording.ts";

const ASKS =
  / (?:(?:what|which)(?: (?:exact|specific|particular))?(?: (?:kinds?|types?|sorts?|forms?|brands?|piece|variety|number|amount|percentage|percent|share) of)?|how (?:many|much)(?: (?:more|other|of))?|(?:number|amount|percentage|percent|share) of)(?: (?:the|these|those|their|its|his|her|different|other|total))* /gu;
/** What no noun is, and ends the words about one. */
const NO_NOUN =
  /^(?:is|are|was|were|be|been|am|has|have|had|did|does|do|done|can|could|will|would|shall|should|may|might|must|the|a|an|of|in|on|at|to|for|with|from|by|about|that|which|who|whom|what|where|when|why|how|if|they|he|she|it|we|you|i|there|this|these|those|his|her|their|its|my|our|your|not|all|else|and|or|but|than|as|up|out|off|over|under|into|after|before|during|since|until|happened|happens|went|got|got|get|came|made|caused|led|percent|so|ever|exactly|actually|more|less|really|isnt|wasnt|didnt|dont|doesnt|per|going|behind|hell|heck|fuck|long|next|then|itself|themselves)$/u;
const PEOPLE =
  /^(?:people|men|women|children|staff|police|troops|money|data|personnel|information|aid|oil|gas|water|power)$/u;
/** Before these stands a verb: "country hosts the". */
const OBJECT = /^(?:the|a|an|his|her|their|its|this|that|these|those|itself|themselves)$/u;
const MOST_WORDS = 4;

/** The noun that a question in plain English words asks the value of: "which *country*", "how many embassy *officials*". */
export function focusOf(wording: Wording): Span | null {
  for (const asks of wording.text.matchAll(ASKS)) {
    const from = asks.index + asks[0].length;
    const words = wording.text.slice(from).trim().split(" ").slice(0, MOST_WORDS);
    const end = words.findIndex((word, index) => NO_NOUN.test(word) || isVerb(words, index));
    const nouns = words.slice(0, end < 0 ? words.length : end);
    const counted = /how |number|amount|percent|share/u.test(asks[0]);
    const plural = counted || end < 0 ? nouns.findIndex((word) => PEOPLE.test(word) || /[^sui]s$/u.test(word)) : -1;
    const verb = !counted && nouns.length > 1 && OBJECT.test(words[end] ?? "") && /[^sui]s$/u.test(nouns.at(-1) ?? "");
    const place = plural < 0 ? nouns.length - (verb ? 2 : 1) : plural;
    const noun = nouns[place];
    if (noun === undefined) continue;
    const before = nouns.slice(0, place).reduce((length, word) => length + word.length + 1, 0);
    return wording.spanOf(from + before, from + before + noun.length);
  }
  return null;
}

/** "sank", but not the first word of "injured sailors". */
function isVerb(words: readonly string[], index: number): boolean {
  const next = words[index + 1] ?? "is";
  return isPast(words[index] ?? "") && (index > 0 || NO_NOUN.test(next) || isPast(next));
}

import { STOP_WORDS } from "../../text/stop-words.ts";

const CONNECTS =
  /^ (?:and|so|also|but|or|then|plus|because|n) | (?:too|also|as well|tho|though|either|instead|else) $/u;
const ELLIPSIS =
  / (?:what about|how about|same for|and (?:the|that|in|for|with)|why not|how so|such as|like what|says who|since when|the (?:other|second|first|third|latter|former|last) one|the (?:other|latter|former|rest))(?= )/u;
/** A person spoken of before, unless the question names somebody first. */
const PERSON = / (?:he|she|him|his|her|hers|himself|herself)(?= )/u;
const THING =
  / (?:it(?! (?:true|known|clear|possible|take|takes|took|mean|rain|snow) )|its|they|them|their|theirs|those(?= (?:is|are|was|were|did|do|ones|guys|people) | $)|these(?= (?:are|were|guys|people) | $)|th(?:at|is)(?= (?:is|was|did|does|has|had|will|would|really|happen|happened|work|true|again|all|one|for|mean|in|guy|thing) | $)|there(?= $))(?= )/u;
/** Fewer telling words than this do not stand alone. */
const FEW = 3;
const FEW_BESIDE_THING = 5;

/** Whether a question in plain English words leans on something said before it. */
export function leansOnEarlier(wording: string): boolean {
  const telling = tellingWords(wording);
  if (telling === 0) return true;
  if (telling < FEW && (CONNECTS.test(wording) || ELLIPSIS.test(wording))) return true;
  const person = PERSON.exec(wording);
  if (person !== null && tellingWords(wording.slice(0, person.index)) === 0) return true;
  const thing = THING.exec(wording.replace(/ is it (?=true|known|clear)/u, " "));
  return thing !== null && telling < FEW_BESIDE_THING && tellingWords(wording.slice(0, thing.index)) < 2;
}

function tellingWords(wording: string): number {
  return wording.split(" ").filter((word) => word.length > 1 && !STOP_WORDS.has(word)).length;
}

import { isDeed, isPast } from "./english-verbs.ts";
import type { QuestionKind } from "./question.ts";

const SOMEBODY =
  /^(?:person|people|man|woman|president|minister|ceo|boss|owner|leader|group|company|organi[sz]ation|agency|firm|party|team|player|official|politician|actor|actress|singer|band|writer|artist|scientist|judge|lawyer|army|government|bank|university|gang|hacker|attacker|king|queen|author|club|manufacturer|side|candidate|institution|manager|driver|crew|woman|militia|union|airline|retailer|vendor|state actor|guy|kid|idiot)(?:s|es)?$/u;
const PLACE =
  /^(?:place|city|cities|town|country|countries|nation|location|venue|village|region|state|province|county|counties|district|continent|island|airport|port|street|address|river|hotel|stadium|building|headquarters|destination|hometown|birthplace|spot|area|station|room|planet|neighbou?rhood)s?$/u;
/** Places that act: which country did it. */
const ACTING_PLACE = /^(?:country|countries|nation|state|city|town)s?$/u;
const VERB = /^(?:is|are|was|were|has|have|had|did|does|do|can|could|will|would|shall|should|may|might|must)$/u;
const PREPOSITION = /^(?:of|in|on|at|to|for|with|from|by|about|the|that|which|who|where|when)$/u;
const MOST_WORDS = 4;

/** What "which" or "what" with a noun asks, by the words after it: "country hosts it", "drug was he given". */
export function kindOfWhich(after: readonly string[]): QuestionKind {
  const end = after.findIndex(
    (word, index) => VERB.test(word) || PREPOSITION.test(word) || (index > 0 && isPast(word)),
  );
  const nouns = after.slice(0, Math.min(end < 0 ? after.length : end, MOST_WORDS));
  const noun = [nouns.at(-1), nouns[0]].find((word) => word !== undefined && (SOMEBODY.test(word) || PLACE.test(word)));
  if (noun === undefined) return "thing";
  const [verb = "", next = "", third = ""] = after.slice(after.indexOf(noun) + 1);
  const acts =
    isDeed(verb) ||
    (verb === "did" && /^(?:it|this|that|not)$/u.test(next)) ||
    /^(?:didnt|hasnt|havent)$/u.test(verb) ||
    (/^(?:has|have|had)$/u.test(verb) && isDeed(next)) ||
    (/^(?:is|was|are|were)$/u.test(verb) &&
      (/^(?:behind|responsible|guilty|blamed)$/u.test(next) || (next === "to" && third === "blame")));
  if (SOMEBODY.test(noun)) return acts ? "agent" : "person";
  return acts && ACTING_PLACE.test(noun) ? "agent" : "place";
}

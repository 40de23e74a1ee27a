import { PLACE_NOUNS, SOMEBODY_NOUNS } from "./nouns.ts";
import { isDeed, isPast } from "./verbs.ts";
import type { QuestionKind } from "../question.ts";

const SOMEBODY = new RegExp(`^(?:${SOMEBODY_NOUNS})$`, "u");
const PLACE = new RegExp(`^(?:${PLACE_NOUNS})$`, "u");
/** Places that act: which country did it. */
const ACTING_PLACE = /^(?:country|countries|nations?|states?|city|cities|towns?)$/u;
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

import { isPast } from "./verbs.ts";

const MOST_WORDS = 6;
const ARTICLE = /^(?:a|an)$/u;
/** What begins a phrase that is no bare name: its meaning is not what is asked. */
const NOT_NAMED =
  /^(?:the|that|this|it|these|those|his|her|their|our|my|your|its|they|he|she|we|you|i|new|next|wrong|up|left|there|so|special|at|on|in|about|like|behind|to|for|with|known|not|being|going|some|all|more|better|worse|true|good|bad|important|different|required|needed|inside)$/u;
const WITHIN =
  /^(?:in|on|at|to|for|with|about|from|by|as|that|which|who|doing|called|going|under|like|after|before|over|against|the|his|her|their|we|they|you|he|she|it|called|named)$/u;

/**
 * Whether the words after "what is" are a name or a noun with "a": "a credit default swap", "NATO".
 *
 * @param owns whether something in them belongs to another by its apostrophe
 */
export function isDefined(words: readonly string[], owns: boolean): boolean {
  const [first = "", ...more] = words;
  if (words.length === 0 || words.length > MOST_WORDS) return false;
  if (ARTICLE.test(first)) return more.length > 0 && !more.some((word) => /^(?:that|which|who)$/u.test(word));
  if (owns || NOT_NAMED.test(first) || words.some((word) => WITHIN.test(word))) return false;
  const last = words.at(-1) ?? "";
  return !isPast(last) && !words.includes("of") && !(words.length === 1 && first.length > 5 && first.endsWith("ing"));
}

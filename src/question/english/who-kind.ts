import { isDeed, SAYING } from "./verbs.ts";
import type { QuestionKind } from "../question.ts";

const ADVERB =
  /^(?:really|actually|even|else|exactly|just|then|also|first|originally|reportedly|allegedly|apparently|finally|initially|the|hell|heck|tf|fuck|on|earth|all|ever|not|still|now|supposedly|secretly|officially|publicly)$/u;
const BE = /^(?:is|are|was|were|be|been|being|isnt|wasnt)$/u;
const HAVE = /^(?:has|have|had|hasnt|havent)$/u;
const MODAL = /^(?:could|would|will|can|may|might|should|must)$/u;
const BLAMED =
  /^(?:behind|responsible|to blame|guilty|blamed|suspected|accused|at fault|liable|involved in|(?:the |a |an )?(?:\p{L}+ )?(?:culprit|attacker|hacker|killer|thief|perpetrator|shooter|murderer|mastermind|suspect|thieve|robber|bomber|arsonist|winner|inventor|author|creator|founder|maker|discoverer)s?)\b/u;
const SAID = new RegExp(
  `^(?!(?:think|thought|thinks|confirm|announce|declare|react|respond)(?:s|d|ed)?$)(?:${SAYING})$`,
  "u",
);
const CREDIT = /^(?:responsibility|credit|victory|it|this|that attack)$/u;
/** Deeds that a question may name by a noun alone: "who did the hack". */
const DEED_NOUN =
  /^(?:attack|hack|crime|robbery|heist|shooting|murder|job|work|deed|damage|theft|bombing|break|leak|thing|breach|killing|cooking|music|design)s?$/u;
/** Verbs of what somebody is or has. */
const STATE =
  /^(?:owns|has|is|needs|wants|knows|lives|belongs|heads|leads|represents|holds|counts|gets|cares|qualifies|benefits|likes|remains)$/u;

/** What a question asks that begins with "who", by the words after it: a doer, a sayer, several, or else somebody. */
export function kindOfWho(after: readonly string[]): QuestionKind {
  if (after[0] === "all") return "list";
  const words = withoutAdverbs(after);
  const [first = "", second = "", third = ""] = words;
  const rest = words.slice(1).join(" ");
  if (SAID.test(first)) return CREDIT.test(second) && first.startsWith("claim") ? "agent" : "statement";
  if (BE.test(first) && second === "it" && /^(?:that|who)$/u.test(third)) return kindOfWho(words.slice(3));
  if (BE.test(first) && second === "being") return "person";
  if (BE.test(first) && SAID.test(second) && second.endsWith("ing")) return "statement";
  if (BE.test(first) || first === "got" || first === "gets")
    return BLAMED.test(rest) || (second.length > 4 && second.endsWith("ing")) ? "agent" : "person";
  if (first === "did" || first === "does" || first === "do") return byDoing(words.slice(1));
  if (HAVE.test(first)) {
    if (SAID.test(second)) return "statement";
    if (second === "been") return third.endsWith("ing") ? "agent" : "person";
    return isDeed(second) || second === "done" ? "agent" : "person";
  }
  if (MODAL.test(first)) return second === "be" || second === "have" ? kindOfWho(["has", ...words.slice(2)]) : "agent";
  if (isDeed(first)) return "agent";
  return first.length > 3 && first.endsWith("s") && !STATE.test(first) ? "agent" : "person";
}

function withoutAdverbs(words: readonly string[]): readonly string[] {
  const start = words.findIndex((word) => !ADVERB.test(word));
  return start < 0 ? [] : words.slice(start);
}

/** "who did it", "who did the hack", but "who did the queen meet". */
function byDoing([first = "", second = "", third = "", ...more]: readonly string[]): QuestionKind {
  if (first === "" || /^(?:it|this|that|so|what|such)$/u.test(first)) return "agent";
  if (!/^(?:the|a|an|these|those|all)$/u.test(first)) return "person";
  const short = third === "" || /^(?:in|on|at|to|of|with|for|against|last|this)$/u.test(third);
  return short || DEED_NOUN.test(third) || DEED_NOUN.test(second) || more.some((word) => DEED_NOUN.test(word))
    ? "agent"
    : "person";
}

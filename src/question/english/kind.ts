import { isPast } from "./verbs.ts";
import { EXPLICIT_SIGNS } from "./explicit-signs.ts";
import { FRONT_SIGNS } from "./front-signs.ts";
import { TAIL_SIGNS, WITHIN_SIGNS } from "./other-signs.ts";
import { type KindFound, type Sign, signed } from "./sign.ts";
import { isDefined } from "./definition-kind.ts";
import { kindOfWhich } from "./which-kind.ts";
import { kindOfWho } from "./who-kind.ts";

/** What a question's wording does not hold. */
export interface Marks {
  /** Whether a question mark ends it. */
  readonly asks: boolean;
  /** Whether something in it belongs to another by its apostrophe: "the bank's plan". */
  readonly owns: boolean;
}

/** A subordinate clause before the question: "after the flood, who". */
const ASKED_LATER =
  /^ (?:after|before|when|while|since|once|if|because|during|following|as|until|in|on|at|with|for|by|of|under|according to) .{2,150}? (?=(?:who|whom|whose|what|which|when|where|why|how) )/u;

const VERB_IN_FRONT =
  /^ (?:did|does|do|is|are|was|were|has|have|had|can|could|will|would|shall|should|may|might|must|am|isnt|arent|wasnt|werent|didnt|doesnt|dont|hasnt|havent|hadnt|cant|cannot|couldnt|wont|wouldnt|shouldnt|aint) /u;

/** "did they say when …": the question is in what they said. */
const ASKED_WITHIN =
  /^.{2,80}? (?:say|said|tell|told|explain|explained|know|known|mention|mentioned|reveal|revealed|clear|state|stated|disclose|disclosed|find out|found out|announce|announced|remember|specify|specified|figure out|report|reported|confirm|confirmed|understand|public)(?: us| me| exactly| yet| anything about| to)*(?= (?:who|whom|whose|what|which|when|where|why|how|by whom|in what|in which|at what) )/u;

/** What a question asks that begins with a verb. */
const VERB_SIGNS: readonly Sign[] = [
  ["comparison", /^ (?:is|are|was|were) .{2,80} or (?:the )?(?:more|less|worse|\p{L}+er|same)(?= )/u],
  ["comparison", /^ (?:is|are|was|were|do|does|did) .{1,80} (?:different from|the same as|similar to|differ)(?= )/u],
  ["yes-no", /^ (?<asks>\p{L}+)(?= )/u],
];

/**
 * Reads the kind off a question in English.
 *
 * @param wording plain words with a blank before and after each, without what people say around a question
 */
export function englishKind(wording: string, { asks, owns }: Marks): KindFound {
  return (
    signed(EXPLICIT_SIGNS, wording, 0) ??
    atFront(wording, 0, owns) ??
    later(wording, owns) ??
    signed(TAIL_SIGNS, wording, 0) ??
    signed(WITHIN_SIGNS, wording, 0) ?? {
      kind:
        asks && wording.split(" ").length > 4 && wording.split(" ").some((word) => isPast(word)) ? "yes-no" : "other",
      from: 0,
      to: 0,
    }
  );
}

function later(wording: string, owns: boolean): KindFound | null {
  const clause = ASKED_LATER.exec(wording)?.[0];
  return clause === undefined ? null : atFront(wording, clause.length - 1, owns);
}

function atFront(wording: string, offset: number, owns: boolean): KindFound | null {
  const rest = wording.slice(offset);
  if (VERB_IN_FRONT.test(rest)) {
    const within = ASKED_WITHIN.exec(rest)?.[0].length;
    const asked = within === undefined ? null : atFront(wording, offset + within, owns);
    return asked ?? signed(VERB_SIGNS, wording, offset);
  }
  const subordinate =
    /^ (?:when|where|while) (?!did|was|were|is|are|will|do|does|has|have|had|can|would|exactly)/u.test(rest);
  if (subordinate) {
    const main = later(rest, owns);
    if (main !== null) return { ...main, from: main.from + offset, to: main.to + offset };
  }
  return (
    byWho(rest, offset) ??
    byDefinition(rest, offset, owns) ??
    signed(FRONT_SIGNS, wording, offset) ??
    byWord(rest, offset)
  );
}

function byWho(rest: string, offset: number): KindFound | null {
  const who = /^ (?<by>by )?(?<person>(?:to|for|with|from|against|of|at|on) )?who(?:m|se)? /u.exec(rest);
  if (who === null) return null;
  const asked = who[0].trim();
  const kind =
    who.groups?.["by"] !== undefined
      ? "agent"
      : asked === "who"
        ? kindOfWho(wordsOf(rest.slice(who[0].length)))
        : "person";
  return { kind, from: offset, to: offset + who[0].length };
}

const DEFINED =
  /^ (?:what (?:exactly |actually )?(?:is|are|was|were)|explain|describe)(?: exactly| actually| even)?(?= )/u;

function byDefinition(rest: string, offset: number, owns: boolean): KindFound | null {
  const named = /^ what (?<name>.{1,60}) (?:is|are|was|were|means) $/u.exec(rest)?.groups?.["name"];
  if (named !== undefined && /^an? /u.test(named))
    return { kind: "definition", from: offset, to: offset + " what ".length };
  const asks = DEFINED.exec(rest)?.[0];
  if (asks === undefined || !isDefined(wordsOf(rest.slice(asks.length)), owns)) return null;
  return { kind: "definition", from: offset, to: offset + asks.length };
}

/** What is left for a word that asks when nothing after it says more. */
function byWord(rest: string, offset: number): KindFound | null {
  const asks =
    /^ (?:(?:in|on|at|to|for|with|from|by|of|under|during|through|into|against|about) )?(?<word>what|which|how)(?= )/u.exec(
      rest,
    );
  if (asks === null) return null;
  const kind = asks.groups?.["word"] === "how" ? "manner" : kindOfWhich(wordsOf(rest.slice(asks[0].length)));
  return { kind, from: offset, to: offset + asks[0].length };
}

function wordsOf(wording: string): readonly string[] {
  return wording.split(" ").filter((word) => word !== "");
}

import type { Weighed } from "../domain/explanation.ts";
import { SAME_NAME } from "./likeness.ts";
import type { QuestionKind } from "../question/question.ts";
import type { Candidate } from "./candidates.ts";
import type { Comparison } from "./comparison.ts";
import type { AnswerModel } from "./model.ts";

/** What is known when the decision between answer and silence is made, of the best sentence where nothing else is said. */
export const SILENCE_SIGNALS = [
  /** Its score, squashed to 0 to 1; how far ahead of the second best it is that says something else, and of the fifth. */
  "score",
  "margin",
  "lead",
  /** Ranking features of the same name. */
  "words",
  "said",
  "said-with-before",
  "said-with-title",
  "meant",
  "meant-nearby",
  "meaning",
  "meaning-nearby",
  "encoded",
  "to-the-point",
  "together",
  "kind-found",
  "kind-missing",
  "kind-said",
  "agent-found",
  "person-found",
  "time-found",
  "place-found",
  "quantity-found",
  "reason-found",
  "manner-found",
  "definition-found",
  "statement-found",
  "quantity-of",
  "uncounted",
  "unit-missing",
  "focus-missing",
  "attributes",
  "names-missing",
  "numbers-missing",
  "asks",
  "short",
  /** Weight of the heaviest idea that neither it nor what stands around it says; or means. */
  "worst-unsaid",
  "worst-unmeant",
  /** The same of the names alone; and of all, where the sentence as a whole is about something else too. */
  "worst-name-unsaid",
  "worst-unsaid-apart",
  /** Square of `meant-nearby`: being about most of the question tells more than its share. */
  "meant-nearby-squared",
  /** The most that one of the best five says while holding the kind of thing asked for. */
  "kind-said-among-best",
  /** Share of the question's ideas that no article says. */
  "unknown",
  /** Share said by all sentences found together: what is not even there is not answered. */
  "said-anywhere",
  /** How many ideas the question has, 1 for eight or more: the more of them meet, the less by chance. */
  "ideas",
  /**
   * Whether there are so many that chance is hardly an excuse, from 0 for eight to 1 for sixteen and more; and what the best
   * one earned there by its words. Nothing else tells of a long question as well, and of short ones it tells little.
   */
  "many-ideas",
  "words-earned-of-many",
  /** What is asked: some kinds of questions are answered less often than others. */
  "asks-agent",
  "asks-person",
  "asks-time",
  "asks-place",
  "asks-quantity",
  "asks-reason",
  "asks-manner",
  "asks-thing",
  "asks-yes-no",
  "asks-definition",
  "asks-list",
  "asks-comparison",
  "asks-timeline",
  "asks-statement",
] as const;

/** Signals that are 0 wherever there is no sentence encoder. */
export const OPTIONAL_SIGNALS = ["encoded"] as const satisfies readonly SilenceSignal[];

export type SilenceSignal = (typeof SILENCE_SIGNALS)[number];

export type SignalValues = Readonly<Record<SilenceSignal, number>>;

const MANY_IDEAS = 8;
const BEST = 5;
/** Place of the sentence that the lead is over. */
const FIFTH = 4;

/**
 * Reads off the ranked sentences what tells whether the best one answers.
 *
 * @param ranked best first, at least one
 */
export function silenceSignals(
  { ideas, likeness, query, kind }: Comparison,
  best: Candidate,
  ranked: readonly Candidate[],
): SignalValues {
  const { own, before, title } = best.around;
  const around = [own, before, title].flatMap((text) => (text === null ? [] : [likeness.in(text)]));
  const worst = (of: (idea: number) => number): number =>
    Math.max(0, ...ideas.map(({ weight }, idea) => weight * (1 - of(idea))));
  const unsaid = worst((idea) => Math.max(...around.map(({ said }) => said[idea] ?? 0)));
  const asks = (wanted: QuestionKind): number => (kind === wanted ? 1 : 0);
  const found = ranked.map((candidate) => likeness.said(candidate.around.own));
  const { features } = best;
  const many = Math.min(1, Math.max(0, query.concepts.length / MANY_IDEAS - 1));
  const others = distinct(ranked, best);
  return {
    score: 1 / (1 + Math.exp(-best.score / 4)),
    margin: ahead(best, others[1]),
    lead: ahead(best, others[FIFTH]),
    words: features.words,
    said: features.said,
    "said-with-before": features["said-with-before"],
    "said-with-title": features["said-with-title"],
    meant: features.meant,
    "meant-nearby": features["meant-nearby"],
    meaning: features.meaning,
    "meaning-nearby": features["meaning-nearby"],
    encoded: features.encoded,
    "to-the-point": features["to-the-point"],
    together: features.together,
    "kind-found": features["kind-found"],
    "kind-missing": features["kind-missing"],
    "kind-said": features["kind-said"],
    "agent-found": features["agent-found"],
    "person-found": features["person-found"],
    "time-found": features["time-found"],
    "place-found": features["place-found"],
    "quantity-found": features["quantity-found"],
    "reason-found": features["reason-found"],
    "manner-found": features["manner-found"],
    "definition-found": features["definition-found"],
    "statement-found": features["statement-found"],
    "quantity-of": features["quantity-of"],
    uncounted: features.uncounted,
    "unit-missing": features["unit-missing"],
    "focus-missing": features["focus-missing"],
    attributes: features.attributes,
    "names-missing": features["names-missing"],
    "numbers-missing": features["numbers-missing"],
    asks: features.asks,
    short: features.short,
    "worst-unsaid": unsaid,
    "worst-unmeant": worst((idea) => Math.max(...around.map(({ meant }) => meant[idea] ?? 0))),
    "worst-name-unsaid": worst((idea) =>
      ideas[idea]?.isName === true && around.every(({ meant }) => (meant[idea] ?? 0) < SAME_NAME) ? 0 : 1,
    ),
    "worst-unsaid-apart": unsaid * (1 - features.meaning),
    "meant-nearby-squared": features["meant-nearby"] ** 2,
    "kind-said-among-best": Math.max(...ranked.slice(0, BEST).map((one) => one.features["kind-said"])),
    unknown: ideas.reduce(
      (sum, { weight, concept }) =>
        sum + (concept.alternatives.flat().some(({ how }) => how !== "meaning") ? 0 : weight),
      0,
    ),
    "said-anywhere": ideas.reduce(
      (sum, { weight }, idea) => sum + weight * Math.max(0, ...found.map((said) => said[idea] ?? 0)),
      0,
    ),
    ideas: Math.min(1, query.concepts.length / MANY_IDEAS),
    "many-ideas": many,
    "words-earned-of-many": many * features["words-earned"],
    "asks-agent": asks("agent"),
    "asks-person": asks("person"),
    "asks-time": asks("time"),
    "asks-place": asks("place"),
    "asks-quantity": asks("quantity"),
    "asks-reason": asks("reason"),
    "asks-manner": asks("manner"),
    "asks-thing": asks("thing"),
    "asks-yes-no": asks("yes-no"),
    "asks-definition": asks("definition"),
    "asks-list": asks("list"),
    "asks-comparison": asks("comparison"),
    "asks-timeline": asks("timeline"),
    "asks-statement": asks("statement"),
  };
}

/** Share of the shorter sentence's terms from which on two say the same. */
const SAME = 0.8;
/** How many sentences are looked at for others than the best. */
const LOOKED_AT = 20;

/** The best sentence, and the next that do not say the same: wire copies of it are no rivals. */
function distinct(ranked: readonly Candidate[], best: Candidate): readonly Candidate[] {
  const terms = best.around.own.places;
  return ranked.slice(0, LOOKED_AT).filter((one) => {
    if (one === best) return true;
    const own = one.around.own.places;
    const common = [...own.keys()].filter((term) => terms.has(term)).length;
    return common < SAME * Math.min(own.size, terms.size);
  });
}

/** How far a score is ahead of another, 0 to 1; 1 where there is no other. */
function ahead(one: Candidate, other: Candidate | undefined): number {
  return other === undefined ? 1 : 1 - Math.exp(-Math.max(0, one.score - other.score));
}

/** What the confidence is made of: the effects add up to its logit. */
export function weighedSignals(signals: SignalValues, { silence, bias }: AnswerModel): readonly Weighed[] {
  return [
    { name: "bias", value: 1, weight: bias, effect: bias },
    ...SILENCE_SIGNALS.map((name) => {
      const [value, weight] = [signals[name], silence[name]];
      return { name, value, weight, effect: value * weight };
    }).filter(({ effect }) => effect !== 0),
  ];
}

/** Probability, 0 to 1, whose logit the effects add up to. */
export function confidenceOf(weighed: readonly Weighed[]): number {
  return 1 / (1 + Math.exp(-weighed.reduce((sum, { effect }) => sum + effect, 0)));
}

/**
 * Words for the identifiers of an explanation. Learned models and kinds of question come and go: what has no words here is
 * shown as it is.
 */

const KINDS: Readonly<Record<string, string>> = {
  agent: "who did it",
  person: "who or which",
  time: "when",
  place: "where",
  quantity: "how many or how much",
  reason: "why",
  "yes-no": "yes or no",
  definition: "what something is",
  list: "a list",
  comparison: "a comparison",
  timeline: "what happened, in order",
  manner: "how",
  deed: "what somebody did",
  statement: "what somebody said",
  other: "whatever the articles say about these words",
};

const FEATURES: Readonly<Record<string, string>> = {
  bias: "where every question starts",
  coverage: "share of the question's words in the sentence",
  score: "strength of the matches",
  margin: "lead over the next sentence",
  "kind-found": "the kind of thing asked for is in it",
  unknown: "words that no article uses",
  "names-missing": "names of the question that it lacks",
  ideas: "how much the question tells",
  agreement: "other articles that say the same",
  meaning: "likeness in meaning",
  encoded: "likeness by the sentence model",
  "encoded-nearby": "likeness by the sentence model, with the sentences around it",
};

const PLACES: Readonly<Record<string, string>> = {
  sentence: "in the sentence",
  neighbours: "in the sentences around it",
  title: "in the title",
  meaning: "by its meaning",
};

const STARTS = { answered: "Why this answer?", silent: "Why no answer?" } as const;

export const WHY = Object.freeze({
  ...STARTS,
  reading: "How I read the question",
  matches: "What matched in the first sentence",
  noMatches: "No sentence came close.",
  ranking: "Why that sentence comes first",
  confidence: "How sure I am",
  unrecoverable:
    "I cannot tell any more which question this was: it was too long to keep with the button. Ask it again.",
});

export function kindWords(kind: string): string {
  return lookUp(KINDS, kind);
}

export function featureWords(name: string): string {
  return lookUp(FEATURES, name);
}

export function placeWords(field: string): string {
  return lookUp(PLACES, field);
}

function lookUp(words: Readonly<Record<string, string>>, identifier: string): string {
  return (Object.hasOwn(words, identifier) ? words[identifier] : undefined) ?? identifier;
}

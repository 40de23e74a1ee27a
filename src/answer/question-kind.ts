/** What kind of thing would answer a question. `agent`: who did it; `person`: who someone or something is. */
export type QuestionKind = "agent" | "person" | "time" | "place" | "quantity" | "reason" | "other";

/**
 * Signs of each kind in the first words of a question, tried in order. Chat drops question marks, apostrophes and
 * auxiliary verbs, so only the words that never go missing count.
 */
const SIGNS: readonly (readonly [QuestionKind, RegExp])[] = [
  [
    "quantity",
    /\bhow\s+(?:many|much|big|large|long|often|old)\b|\b(?:number|amount)\s+of\b|\bwhat\s+percent(?:age)?\b/iu,
  ],
  ["time", /\bwhen\b|\b(?:what|which)\s+(?:day|date|year|month|time)\b|\bsince\s+when\b|\bhow\s+long\s+ago\b/iu],
  [
    "agent",
    /\bwho(?:'s|’s|s)?\s+(?:(?:is|was|were|are|has|have|had|really|actually|else|even)\s+)*(?:behind|responsible|to\s+blame|guilty|did|done|doing|hit|\p{L}{2,}ed)\b|\b(?:what|which)\s+(?:group|country|state|hackers?|attackers?)\s+(?:is|was|were|are|did|\p{L}+ed)\b/iu,
  ],
  [
    "person",
    /\bwho(?:m|se|s|'s|’s)?\b|\b(?:what|which)\s+(?:group|country|person|company|organi[sz]ation|hackers?)\b/iu,
  ],
  ["place", /\bwhere(?:'s|’s|s)?\b|\b(?:what|which)\s+(?:city|town|place|port|airport)\b/iu],
  ["reason", /\bwhy\b|\bhow\s+come\b|\bfor\s+what\s+reason\b|\bwhat\s+(?:caused|made|led)\b/iu],
];

/** Reads off a question what kind of answer it seeks; `other` when its words do not tell. */
export function questionKind(question: string): QuestionKind {
  return SIGNS.find(([, sign]) => sign.test(question))?.[0] ?? "other";
}

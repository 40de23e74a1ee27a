/** Ways to ask for a number in some unit, and what such a number looks like. */
const UNITS: readonly (readonly [asked: RegExp, held: RegExp])[] = [
  [/\bhow\s+old\b|\bwhat\s+age\b/iu, /\baged\s+\d|\b\d{1,3}[\s-]years?[\s-]old\b|,\s\d{1,3},|\bborn\b/iu],
  [
    /\bhow\s+long\b(?!\s+ago)|\bfor\s+what\s+time\b/iu,
    /\b(?:\d[\d.,]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|some|few|many|over|half|half an)[\s-]+(?:seconds?|minutes?|hours?|nights?|days?|weeks?|months?|years?|decades?|centur(?:y|ies))\b|\bsince\b|\buntil\b|\bfrom\b.{1,40}\bto\b/iu,
  ],
  [
    /\bwhat\s+(?:percent(?:age)?|share|proportion)\b|\bhow\s+many\s+per\s?cent\b/iu,
    /%|\bper\s?cent\b|\bhalf\b|\bthird\b|\bquarter\b/iu,
  ],
  [
    /\bhow\s+much\s+(?:money|cash|did\s.{1,60}\s(?:cost|pay|spend|raise|earn|sell)|(?:does|do|is|was|were)\s.{1,60}\s(?:cost|worth|earn)|will\s.{1,60}\scost)|\bwhat\s+(?:was|is)\s+the\s+(?:price|cost|fine)\b/iu,
    /[$€£¥₹]|\b(?:dollars?|euros?|pounds?|yen|rupees?|lek[eë]?|francs?|cents?|usd|eur|gbp)\b/iu,
  ],
];

/** What a number looks like in the unit that a question asks in; null where it names none. */
export function unitAsked(question: string): RegExp | null {
  return UNITS.find(([asked]) => asked.test(question))?.[1] ?? null;
}

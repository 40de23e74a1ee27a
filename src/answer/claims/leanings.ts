/** Ways in which a sentence tells of what is not, or not yet, or not for certain so. */
const LEANINGS: readonly (readonly [name: string, pattern: RegExp])[] = [
  [
    "possible",
    /\b(?:may|might|could|possibl[ey]|perhaps|potentially|apparent(?:ly)?|purported(?:ly)?|supposed(?:ly)?)\b/iu,
  ],
  ["likely", /\b(?:likely|probabl[ey]|almost certainly|moderate confidence)\b/iu],
  ["would", /\b(?:would|should)\b/iu],
  [
    "planned",
    /\b(?:plan(?:s|ned)?\b|intend(?:s|ed)?\b|(?:is|are|was|were)\s+to\s+(?!blame)|set\s+for\b|set\s+to\b|due\s+to\s+\p{Ll}+\b|expect(?:s|ed)?\b|schedul|will\b)/iu,
  ],
  [
    "wanted",
    /\b(?:want(?:s|ed)?|wish(?:es|ed)?|hop(?:es|ed)|seeks?|sought|ask(?:s|ed)|demand(?:s|ed)|urg(?:es|ed)|call(?:s|ed)\s+for|request(?:s|ed)|advis(?:es|ed)|told\s+(?:\p{L}+\s+){1,3}to)\b/iu,
  ],
  ["offered", /\b(?:offer(?:s|ed)?|pledg(?:es?|ed)|promis(?:es?|ed)|agree(?:s|d)?|vow(?:s|ed)?)\b/iu],
  ["weighed", /\b(?:weigh(?:s|ed|ing)?|consider(?:s|ed|ing)?|mull(?:s|ed|ing)?|debat(?:es|ed|ing))\b/iu],
  ["tried", /\b(?:tr(?:ies|ied|y|ying)\s+to|attempt(?:s|ed|ing)?)\b/iu],
  [
    "suspected",
    /\b(?:suspect(?:s|ed)?|suspicion|believ(?:es|ed)|thought|doubt\p{L}*|held\s+responsible|suggest(?:s|ed)|regard(?:s|ed)?)\b/iu,
  ],
  [
    "accused",
    /\b(?:blam(?:es?|ed|ing)|accus(?:es?|ed|ing|ations?)|alleg(?:es?|ed|edly|ing|ations?)|claim(?:s|ed|ing)?|charg(?:es|ed))\b/iu,
  ],
  ["conditional", /\b(?:if|unless|whether)\b/iu],
  ["warned", /\b(?:warn(?:s|ed|ing)?|threat(?:s|ens|ened)?|risk(?:s|ed)?|fear(?:s|ed)?)\b/iu],
];

/** Only a part of what is named, or not quite all of it. */
const PARTLY =
  /\b(?:some|few|part(?:s|ly|ial|ially)?|half|near(?:ly)?|almost|hardly|barely|scarcely|only|percent|per\s+cent|mostly)\b|%/iu;
/** All of it, which has to stand there. */
const ALL =
  /\b(?:all|every(?:one|body|thing)?|each|entire(?:ly)?|whole|only|always|complete(?:ly)?|total(?:ly)?|fully|permanent(?:ly)?|most|both|exclusively|forever|first)\b/giu;

const NOT =
  /\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot)\b|n['’]t\b|\b(?:den(?:y|ies|ied|ying)|dismiss(?:es|ed|ing)?|disput(?:es|ed|ing)|rebuk(?:es|ed)|refus(?:es|ed|ing)|fail(?:s|ed|ing)?\s+to|decid\p{L}+\s+against|rul(?:es|ed)\s+out|reject(?:s|ed|ing)?|foil(?:s|ed)|prevent(?:s|ed)?|instead\s+of|lack(?:s|ed)?)\b/giu;

/** How a text leans: the names of all of {@link LEANINGS} that it shows. */
export function leaningsOf(text: string): ReadonlySet<string> {
  return new Set(LEANINGS.filter(([, pattern]) => pattern.test(text)).map(([name]) => name));
}

export function isPartial(text: string): boolean {
  return PARTLY.test(text);
}

/** Words for all of something, folded. */
export function universalsOf(text: string): ReadonlySet<string> {
  // "Total Information Management System" is a name.
  const first = text.search(/\p{L}/u);
  return new Set(
    Array.from(text.matchAll(ALL))
      .filter(({ 0: word, index }) => index === first || /^\p{Ll}/u.test(word))
      .map(({ 0: word }) => word.toLowerCase()),
  );
}

/** How often a text says no: twice is yes. */
export function negations(text: string): number {
  return Array.from(text.matchAll(NOT)).length;
}

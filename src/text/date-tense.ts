const LOOK = 80;

const AHEAD_BEFORE =
  /\b(?:will|shall|next|due|scheduled|upcoming|coming|slated|planned|plans|expected|going to|set (?:for|to)|is to|are to|to be held|by|until|deadline|ahead of)\b/iu;
const FIRST_VERB =
  /\b(?:will|shall|(?:is|are) (?:to|due|set|expected|scheduled)|plans?|said|says|was|were|had|has|did|[a-z]+ed)\b/u;
const VERB_AHEAD = /^(?:will|shall|plan|(?:is|are) )/u;
const CLAUSE_END = /[,;:—"”“(]|\b(?:said|says|told|announced|wrote|added|tweeted)\b/giu;

/**
 * Whether what a date belongs to lies ahead: its clause has a word for the future before the date ("will meet on Friday"),
 * or the date opens the sentence and the first verb after it looks ahead ("On Friday the court will decide"). Reads
 * English, 80 characters either way.
 */
export function looksAhead(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - LOOK), start);
  const clause = before.slice(
    [...before.matchAll(CLAUSE_END)].reduce((_, { 0: mark, index }) => index + mark.length, 0),
  );
  if (AHEAD_BEFORE.test(clause)) return true;
  const opens = /^\W*(?:(?:on|in)\s+)?$/iu.test(text.slice(0, start));
  return opens && VERB_AHEAD.test(FIRST_VERB.exec(text.slice(end, end + LOOK))?.[0] ?? "");
}

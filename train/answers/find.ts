import { type Asking, type Found, candidatesFor } from "../../src/answer/asking.ts";
import type { EncodedQuestion } from "../../src/answer/comparison.ts";
import { readQuestion } from "../../src/answer/reading.ts";
import { readAskedQuestion } from "../../src/question/read-question.ts";
import { phraseShare } from "../../src/search/restriction.ts";
import { ownWordsOf, withoutQuotes } from "../../src/search/syntax.ts";

/** As many as the program considers for showing. */
const LIMIT = 12;

/** What the program finds for a question before it weighs it; null where it would not look it up. */
export function findCandidates(asking: Asking, text: string, encoded: EncodedQuestion | null): Found | null {
  const reading = readQuestion(asking.index, text);
  if (!reading.ok) return null;
  const { syntax } = reading.value;
  const asked = readAskedQuestion(ownWordsOf(text, syntax), asking.today);
  const heldShare = phraseShare(asking.index.analyzer, syntax);
  return candidatesFor(
    asking,
    { text, context: [] },
    withoutQuotes(syntax),
    asked,
    { limit: LIMIT },
    {
      heldShare,
      encoded,
    },
  );
}

/** A language told by words that nearly every sentence has. */
interface FunctionWords {
  /** BCP 47 tag. */
  readonly language: string;
  /** Words that hardly any other language has: without one of them a text is not taken for this language. */
  readonly telling: ReadonlySet<string>;
  /** Further ones. */
  readonly others: ReadonlySet<string>;
}

/** Languages that the detector does not know: Albanian. */
const languages: readonly FunctionWords[] = [
  {
    language: "sq",
    telling: wordsOf(
      "të në dhe për që një është nuk janë duke ishte sipas pasi kanë këto këtë kësaj nëse përsëri askush ndërsa",
      "gjithashtu vetëm gjatë kundër më edhe tyre asnjë sërish",
    ),
    others: wordsOf("nga ishin kjo tij saj mund do tha cilët cila mbi pas deri u i e së ka me ende"),
  },
];

/** Tags of the languages that `languageOfFunctionWords` knows. */
export const languagesByWords: readonly string[] = languages.map(({ language }) => language);

/** From this share of function words on, a text may be in their language. */
const leastShare = 0.15;

/** The language whose function words a text is full of; `share` reaches 1 in ordinary prose. Null for none. */
export function languageOfFunctionWords(text: string): { readonly language: string; readonly share: number } | null {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  for (const { language, telling, others } of languages) {
    const found = new Set(words.filter((word) => telling.has(word)));
    const share = words.filter((word) => telling.has(word) || others.has(word)).length / Math.max(1, words.length);
    if (found.size > 0 && share >= leastShare) {
      // A single word may be a name, or a slip of the pen.
      return { language, share: Math.min(1, share * 4) * (found.size === 1 ? 0.6 : 1) };
    }
  }
  return null;
}

function wordsOf(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list.split(" ")));
}

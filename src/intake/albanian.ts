/** Function words of Albanian that are seldom words of another language with the same letters. */
const functionWords = new Set(
  (
    "të në dhe për që një është nga nuk janë duke ishte ishin edhe sipas pasi kanë kjo këto këtë kësaj tij saj tyre " +
    "mund do tha nëse përsëri askush cilët cila ndërsa gjithashtu vetëm mbi pas gjatë kundër deri u i e së ka me më asnjë sërish ende"
  ).split(" "),
);
/** Those that hardly any other language has: without one of them a text is not taken for Albanian. */
const telling = new Set(
  (
    "të në dhe për që një është nuk janë duke ishte sipas pasi kanë këto këtë kësaj nëse përsëri askush " +
    "ndërsa gjithashtu vetëm gjatë kundër më edhe tyre asnjë sërish"
  ).split(" "),
);

/**
 * How much of a text is function words of Albanian, on a scale where ordinary prose reaches 1; 0 where it is not
 * Albanian.
 */
export function albanianShare(text: string): number {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const distinct = new Set(words.filter((word) => telling.has(word)));
  const share = words.filter((word) => functionWords.has(word)).length / Math.max(1, words.length);
  if (distinct.size === 0 || share < 0.15) return 0;
  return Math.min(1, share * 4) * (distinct.size === 1 ? 0.6 : 1);
}

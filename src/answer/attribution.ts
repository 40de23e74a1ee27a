/** Words by which English says who did something. */
const ATTRIBUTION =
  /\b(?:(?:was|were|is|are|be|been|being|stands?|stood|standing) behind|responsible for|responsibility for|carried out|carries out|perpetrated|attribut(?:es|ed)|blam(?:es|ed)|accus(?:es|ed)|committed|conducted by|sponsored|the work of)\b/iu;
/** Words by which the same is doubted, denied or only supposed. */
const DOUBT =
  /\b(?:den(?:y|ies|ied)|reject(?:s|ed)|dispute[sd]|unfounded|baseless|suspected|suspicion|(?:would|might|could|may) (?:itself )?have)\b/iu;

/** How plainly a sentence says who did something: 1 for a statement, half for a doubt or a denial, else 0. */
export function attribution(sentence: string): number {
  if (!ATTRIBUTION.test(sentence)) return 0;
  return DOUBT.test(sentence) ? 0.5 : 1;
}

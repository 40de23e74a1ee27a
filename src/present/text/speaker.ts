/** A speaker as a sentence begins with them, as they stand within one: "the company" for "The company". */
export function withinSentence(speaker: string): string {
  return speaker.replace(/^(?:The|An?|Some|Two|Its|His|Her|Their)\b/u, (word) => word.toLowerCase());
}

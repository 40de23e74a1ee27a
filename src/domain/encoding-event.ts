/** What happens while a sentence encoder works through the corpus, for the operator. `file` is where vectors are kept. */
export type EncodingEvent =
  /** Sentences that are new to the encoder; until all are done, answers come without it. */
  | { readonly id: "encoding-progress"; readonly sentences: number; readonly of: number }
  /** From now on answers come with it. */
  | { readonly id: "encoding-done"; readonly sentences: number }
  /** It failed; answers come without it. */
  | { readonly id: "encoding-failed"; readonly reason: string }
  /** A question was answered without it, since its vector was not there in time. */
  | { readonly id: "question-not-encoded"; readonly reason: string }
  | { readonly id: "vectors-damaged"; readonly file: string }
  | { readonly id: "vectors-not-written"; readonly file: string; readonly reason: string };

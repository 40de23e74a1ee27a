import type { Sentence } from "../domain/sentence.ts";
import { COSINE_PER_DOT } from "../meaning/sentence-vector.ts";
import type { EncodedQuestion } from "./comparison.ts";

/** How much a sentence and what stands around it count when they are mixed. */
const OWN_SHARE = 0.6;
const ENCODED_MIX = { before: 0.2, after: 0.2 } as const;

/** Cosine of a question and a text, 0 where either means nothing known. */
export function cosine(question: Int8Array | null, text: Int8Array | null): number {
  return question === null || text === null ? 0 : dot(question, text) * COSINE_PER_DOT;
}

/** Compares a question with a sentence as a sentence encoder sees them. */
export function encodedFeatures(
  encoded: EncodedQuestion | null,
  sentence: Sentence,
): { readonly encoded: number; readonly "encoded-nearby": number } {
  if (encoded === null) return { encoded: 0, "encoded-nearby": 0 };
  const { vector, sentences } = encoded;
  const own = sentences.of(sentence.article, sentence.position);
  const around = (step: number): Int8Array | null => sentences.of(sentence.article, sentence.position + step);
  return {
    encoded: cosine(vector, own),
    "encoded-nearby": mixedCosine(vector, own, [
      [around(-1), ENCODED_MIX.before],
      [around(1), ENCODED_MIX.after],
    ]),
  };
}

type Share = readonly [vector: Int8Array | null | undefined, weight: number];

/** Cosine of a question and a text mixed with what stands around it; its own share is `OWN_SHARE`. */
export function mixedCosine(question: Int8Array | null, own: Int8Array | null, around: readonly Share[]): number {
  if (question === null || own === null) return 0;
  const mixed = new Float64Array(own.length);
  const add = ([vector, weight]: Share): void => {
    if (vector === null || vector === undefined) return;
    for (let index = 0; index < mixed.length; index += 1)
      mixed[index] = (mixed[index] ?? 0) + weight * (vector[index] ?? 0);
  };
  add([own, OWN_SHARE]);
  for (const share of around) add(share);
  const length = Math.sqrt(dot(mixed, mixed));
  return length === 0 ? 0 : dot(question, mixed) / (length * Math.sqrt(1 / COSINE_PER_DOT));
}

function dot(a: Int8Array | Float64Array, b: Int8Array | Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}

import { type Random, below, createRandom, pick } from "./random.ts";

/** How questions begin, and the words that hold them together. */
const OPENINGS = [
  "why did",
  "who was",
  "when did",
  "how many",
  "where was",
  "what did",
  "which of the",
  "how did",
] as const;
const JOINTS = ["the", "of", "in", "and", "to", "for", "a", "with", "on", "by", "from", "at"] as const;
const LEAST_WORDS = 3;
const MOST_WORDS = 8;

/**
 * Questions as people ask them: three to eight words of one sentence in their order, an opening, and function words.
 *
 * @param sentences each sentence's words without stop words, parted by spaces
 * @returns as many as asked for, fewer where too few sentences have three different words; the same for the same seed
 */
export function questionsFrom(sentences: readonly string[], count: number, seed: number): readonly string[] {
  const random = createRandom(seed, 0x51_75_65_73);
  const questions: string[] = [];
  for (let tries = 0; questions.length < count && tries < count * 20; tries += 1) {
    const sentence = sentences[below(random, sentences.length)] ?? "";
    const words = [...new Set(sentence.split(" "))].filter((word) => word.length > 1);
    if (words.length >= LEAST_WORDS) questions.push(ask(random, words));
  }
  return questions;
}

function ask(random: Random, words: readonly string[]): string {
  const wanted = LEAST_WORDS + below(random, Math.min(MOST_WORDS, words.length) - LEAST_WORDS + 1);
  const parts: string[] = [pick(random, OPENINGS)];
  let left = wanted;
  for (const [place, word] of words.entries()) {
    // Selection sampling (Knuth, volume 2, algorithm 3.4.2 S): every choice of words is as likely as another.
    if (random() * (words.length - place) >= left) continue;
    left -= 1;
    if (random() < 0.5) parts.push(pick(random, JOINTS));
    parts.push(word);
  }
  return `${parts.join(" ")}?`;
}

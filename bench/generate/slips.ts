import { type Random, below, createRandom } from "./random.ts";

const SHORTEST = 5;
const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/**
 * The same questions with one typing slip in one or two of their words: letters swapped, dropped, doubled or wrong. The
 * first letter, words of fewer than five letters and numbers stay as they are.
 *
 * @param isStopWord words that no engine looks for; a slip there would only make a question harder to read
 */
export function withSlips(
  questions: readonly string[],
  isStopWord: (word: string) => boolean,
  seed: number,
): readonly string[] {
  const random = createRandom(seed, 0x73_6c_69_70);
  return questions.map((question) => {
    const words = question.split(" ");
    const able = words.flatMap((word, place) =>
      /^[a-z]+\??$/u.test(word) && word.replace("?", "").length >= SHORTEST && !isStopWord(word.replace("?", ""))
        ? [place]
        : [],
    );
    const slips = Math.min(able.length, 1 + below(random, 2));
    for (let slip = 0; slip < slips; slip += 1) {
      const [place = 0] = able.splice(below(random, able.length), 1);
      words[place] = mistype(random, words[place] ?? "");
    }
    return words.join(" ");
  });
}

/** A word with one slip that can be seen: two letters that are the same are not swapped. */
function mistype(random: Random, word: string): string {
  const letters = word.replace("?", "");
  const end = word.slice(letters.length);
  let typed = letters;
  while (typed === letters) typed = slip(random, letters);
  return typed + end;
}

function slip(random: Random, word: string): string {
  const at = 1 + below(random, word.length - 1);
  const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
  switch (below(random, 4)) {
    case 0:
      return after === "" ? word : before + after.charAt(0) + letter + after.slice(1);
    case 1:
      return before + after;
    case 2:
      return before + letter + letter + after;
    default:
      return before + LETTERS.charAt(below(random, LETTERS.length)) + after;
  }
}

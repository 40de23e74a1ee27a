import { FITTED } from "./fitted.ts";
import { functionWords } from "./function-words.ts";
import { capitalised } from "./lexicon.ts";
import { type Random, below, normal, weighted } from "./random.ts";

/** A content word as it stands in a sentence. */
export interface ContentWord {
  readonly text: string;
  readonly name: boolean;
}

/** A way to write sentences: content words come from the caller, everything between them from here. */
export type SentenceWriter = (random: Random, nextContent: () => ContentWord) => string;

export function createSentenceWriter(): SentenceWriter {
  const { words, weights } = functionWords();
  const draw = weighted(weights);
  const functionWord = (random: Random): string => words[draw(random)] ?? words[0];
  return (random, nextContent) => {
    const parts: string[] = [];
    const length = logNormal(random, FITTED.sentenceLength);
    const commaChance = FITTED.commas / (length * 0.3);
    const possessiveChance = FITTED.possessives / (length * 0.53 * FITTED.names);
    let afterFunction = false;
    while (parts.length < length) {
      const last = parts.length - 1;
      const chance = afterFunction ? FITTED.functionWord.afterFunction : FITTED.functionWord.afterContent;
      // A sentence does not end on a function word.
      if (parts.length < length - 1 && random() < chance) {
        const word = functionWord(random);
        if (word === parts[last]) continue;
        // Clauses begin with a function word.
        if (!afterFunction && parts.length > 2 && random() < commaChance) parts[last] += ",";
        parts.push(word);
        afterFunction = true;
        continue;
      }
      // Sentences begin with a letter, so that their bounds are beyond doubt.
      if (parts.length > 0 && random() < FITTED.numbers / 0.55) parts.push(number(random));
      else {
        const { text, name } = nextContent();
        parts.push(name && parts.length < length - 1 && random() < possessiveChance ? `${text}’s` : text);
      }
      afterFunction = false;
    }
    return punctuate(random, parts);
  };
}

/** Draws a whole number from a log-normal distribution, within its bounds. */
export function logNormal(
  random: Random,
  shape: { readonly logMean: number; readonly logDeviation: number; readonly least: number; readonly most: number },
): number {
  const drawn = Math.round(Math.exp(shape.logMean + shape.logDeviation * normal(random)));
  return Math.min(shape.most, Math.max(shape.least, drawn));
}

/** Years, counts, sums of money and shares, as news has them. */
function number(random: Random): string {
  switch (below(random, 5)) {
    case 0:
      return String(1990 + below(random, 36));
    case 1:
      return `${1 + below(random, 99)},${String(below(random, 1000)).padStart(3, "0")}`;
    case 2:
      return `$${1 + below(random, 90)}m`;
    default:
      return String(2 + below(random, 98));
  }
}

function punctuate(random: Random, parts: readonly string[]): string {
  const text = parts.join(" ");
  if (parts.length > 6 && random() < FITTED.quotations) {
    const middle = 3 + below(random, parts.length - 5);
    const said = capitalised(parts.slice(0, middle).join(" ")).replace(/,$/u, "");
    return `“${said},” ${parts.slice(middle).join(" ")}.`;
  }
  return `${capitalised(text)}.`;
}

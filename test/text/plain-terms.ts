import type { GlossaryEntry } from "../../src/domain/corpus.ts";
import type { Term } from "../../src/text/analyzer.ts";
import { stem } from "../../src/text/stems.ts";
import { STOP_WORDS } from "../../src/text/stop-words.ts";
import { tokenize } from "../../src/text/tokens.ts";

interface PlainName {
  readonly key: string;
  readonly stems: readonly string[];
}

/** What an analyzer should give, by the shortest way from its definition: nothing remembered, every name tried everywhere. */
export function plainTerms(glossary: readonly GlossaryEntry[]): (text: string) => readonly Term[] {
  const names = glossary.flatMap((entry) => namesOf(entry));
  return (text) => termsOf(names, text);
}

function termsOf(names: readonly PlainName[], text: string): readonly Term[] {
  const tokens = tokenize(text);
  const stems = tokens.map((token) => stem(token.folded));
  const near = tokens.map((token, index) => token.start - (tokens[index - 1]?.end ?? 0) <= 3);
  let free = 0;
  return tokens.flatMap(({ folded, start, end, text: surface }, index): readonly Term[] => {
    const stop = STOP_WORDS.has(folded) || /^\p{L}$/u.test(folded);
    const word: Term = { term: stem(folded), surface, folded, start, end, kind: "word", stop };
    const [name] = names
      .filter((one) =>
        one.stems.every((part, at) => stems[index + at] === part && (at === 0 || near[index + at] === true)),
      )
      .toSorted((a, b) => b.stems.length - a.stems.length);
    if (index < free || name === undefined) return [word];
    free = index + name.stems.length;
    const last = tokens[free - 1]?.end ?? end;
    const found = { term: name.key, folded: name.key.slice(1), surface: text.slice(start, last), start, end: last };
    return [{ ...found, kind: "alias", stop: false }, word];
  });
}

function namesOf(entry: GlossaryEntry): readonly PlainName[] {
  const folded = tokenize(entry.term).map((token) => token.folded);
  return [entry.term, ...entry.aliases]
    .map((name) => ({ key: `=${folded.join(" ")}`, stems: tokenize(name).map((token) => stem(token.folded)) }))
    .filter((name) => folded.length > 0 && name.stems.length > 0);
}

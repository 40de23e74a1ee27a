import { fold } from "../../text/fold.ts";
import { comparable } from "../asked-words.ts";
import type { QuestionKind } from "../question.ts";
import { DE } from "./de.ts";
import { ES } from "./es.ts";
import { FA } from "./fa.ts";
import { FR } from "./fr.ts";
import { IT } from "./it.ts";
import type { LanguageWords } from "./language-words.ts";
import { type Phrases, phrases } from "./phrases.ts";
import { SQ } from "./sq.ts";

/** The words of a language, ready to be looked up by folded words. */
export interface Language {
  readonly tag: string;
  readonly unmistakable: ReadonlySet<string>;
  readonly functions: ReadonlySet<string>;
  readonly greetings: ReadonlySet<string>;
  readonly asks: Phrases<QuestionKind>;
  readonly opens: Phrases<true>;
  readonly negations: ReadonlySet<string>;
  readonly numbers: ReadonlyMap<string, number>;
  readonly times: Phrases<string>;
  readonly words: LanguageWords;
}

let known: readonly Language[] | null = null;

/** Every language but English that questions are understood in. Put together at the first call. */
export function languages(): readonly Language[] {
  known ??= [DE, FR, ES, IT, SQ, FA].map((words) => languageOf(words));
  return known;
}

function languageOf(words: LanguageWords): Language {
  const unmistakable = new Set(folded(words.unmistakable));
  return {
    tag: words.tag,
    unmistakable,
    functions: new Set([...unmistakable, ...folded(words.functions), ...folded(words.greetings)]),
    greetings: new Set(folded(words.greetings)),
    asks: phrases(
      words.asks.flatMap(([kind, list]) => list.split("|").map((phrase) => [phraseOf(phrase), kind] as const)),
    ),
    opens: phrases(words.opens.split("|").map((phrase) => [phraseOf(phrase), true] as const)),
    negations: new Set(folded(words.negations)),
    numbers: new Map(Object.entries(words.numbers).map(([word, value]) => [phraseOf(word), value])),
    times: phrases(Object.entries(words.times).map(([phrase, english]) => [phraseOf(phrase), english])),
    words,
  };
}

function folded(list: string): readonly string[] {
  return phraseOf(list).split(" ");
}

/** Words parted by blanks as those of a question are compared. */
function phraseOf(phrase: string): string {
  return comparable(fold(phrase));
}

import type { Article } from "../../domain/article.ts";
import type { Corpus, GlossaryEntry } from "../../domain/corpus.ts";
import { createAnalyzer, type Analyzer } from "../../text/analyzer.ts";
import { fold } from "../../text/fold.ts";
import { sentencesOf } from "../../text/sentences-of.ts";
import { grouped } from "../grouped.ts";
import { Turns } from "../turns.ts";
import { abbreviationsIn } from "./abbreviations.ts";
import { metNames } from "./met-names.ts";
import { shorterForms } from "./shorter-forms.ts";
import { spellingVariants } from "./spelling-variants.ts";
import { type GlossarySuggestion, MAX_EVIDENCE, type NameEvidence, type NamePair } from "./suggestion.ts";

/** Most suggestions made at once; nobody goes through more. */
const MAX_SUGGESTIONS = 200;
/** Names that lead from one to the next: more are a circle. */
const MAX_CHAIN = 8;
/** Trust in what an author says in brackets. */
const EXPLAINED = 1;

/**
 * What the glossary could have, by what articles write: abbreviations that they explain, other spellings of names, and
 * their shorter forms. Best first; never what it has already, nor a name that it has for something else.
 *
 * @throws (rejects with) the signal's reason, once it fires
 */
export async function suggestGlossary(
  { event, articles }: Corpus,
  signal: AbortSignal,
): Promise<readonly GlossarySuggestion[]> {
  const turns = new Turns(signal);
  const explained = await explainedIn(articles, turns);
  const names = await metNames(articles, turns);
  const pairs = [...explained, ...spellingVariants(names, articles), ...shorterForms(names, articles)];
  return settled(pairs, event.glossary).slice(0, MAX_SUGGESTIONS);
}

async function explainedIn(articles: readonly Article[], turns: Turns): Promise<readonly NamePair[]> {
  const shown = new Map<string, { term: string; alias: string; evidence: NameEvidence[]; articles: Set<string> }>();
  for (const article of articles) {
    await turns.next();
    if (!article.body.includes("(")) continue;
    for (const { text } of sentencesOf(article)) {
      for (const { short, long } of abbreviationsIn(text)) {
        const key = `${fold(long)}\n${fold(short)}`;
        const pair = shown.get(key) ?? { term: long, alias: short, evidence: [], articles: new Set<string>() };
        shown.set(key, pair);
        if (!pair.articles.has(article.id) && pair.evidence.length < MAX_EVIDENCE) {
          pair.evidence.push({ articleId: article.id, sentence: text });
        }
        pair.articles.add(article.id);
      }
    }
  }
  return [...shown.values()].map(({ term, alias, evidence, articles: own }) => {
    return { reason: "abbreviation", term, alias, evidence, articles: own.size, trust: EXPLAINED };
  });
}

/** One suggestion a term; each alias under the term where it is surest, none that the glossary knows. */
function settled(pairs: readonly NamePair[], glossary: readonly GlossaryEntry[]): readonly GlossarySuggestion[] {
  const analyzer = createAnalyzer(glossary);
  const terms = new Map(glossary.map(({ term }) => [entryOf(analyzer, term), term]));
  const knownTerm = (name: string): string | null => {
    const entry = entryOf(analyzer, name);
    return entry === null ? null : (terms.get(entry) ?? null);
  };
  const taken = new Set<string>();
  const fresh = pairs
    .toSorted((a, b) => scoreOf(b) - scoreOf(a))
    .flatMap((pair): readonly (NamePair & { readonly isKnown: boolean })[] => {
      const [ofTerm, ofAlias] = [knownTerm(pair.term), knownTerm(pair.alias)];
      if (ofTerm !== null && ofAlias !== null) return [];
      const alias = ofAlias === null ? pair.alias : pair.term;
      const key = wordKey(analyzer, alias);
      if (taken.has(key) || key === wordKey(analyzer, ofTerm ?? ofAlias ?? pair.term)) return [];
      taken.add(key);
      return [{ ...pair, alias, term: ofTerm ?? ofAlias ?? pair.term, isKnown: (ofTerm ?? ofAlias) !== null }];
    });
  const chosen = new Map(fresh.map((pair) => [wordKey(analyzer, pair.alias), pair]));
  // What is suggested as an alias is no term of its own: its aliases are those of the other term.
  const rooted = fresh.flatMap((pair) => {
    let root = pair;
    for (let steps = 0; steps < MAX_CHAIN; steps += 1) {
      const next = root.isKnown ? undefined : chosen.get(wordKey(analyzer, root.term));
      if (next === undefined) return [{ ...pair, term: root.term, isKnown: root.isKnown }];
      root = next;
    }
    // Each is said to be short for the other.
    return [];
  });
  return [...grouped(rooted, ({ term }) => term).values()].map(([best, ...others]) => ({
    reason: best.reason,
    term: best.term,
    isKnown: best.isKnown,
    aliases: [best, ...others].map(({ alias }) => alias),
    evidence: [best, ...others].flatMap(({ evidence }) => evidence).slice(0, MAX_EVIDENCE),
    articles: best.articles,
    score: scoreOf(best),
  }));
}

/** Half the trust for one article, the more the more there are. */
function scoreOf({ trust, articles }: NamePair): number {
  return (trust * articles) / (articles + 1);
}

/** Key of the glossary's entry that a name stands for as a whole, or null. */
function entryOf(analyzer: Analyzer, name: string): string | null {
  const words = analyzer.analyze(name);
  const alias = words.find(({ kind }) => kind === "alias");
  const spans = words.filter(({ kind }) => kind === "word");
  const isWhole = alias?.start === spans[0]?.start && alias?.end === spans.at(-1)?.end;
  return alias !== undefined && isWhole ? alias.term : null;
}

/** What matching compares of a name: its stems. */
function wordKey(analyzer: Analyzer, name: string): string {
  return analyzer
    .analyze(name)
    .filter(({ kind }) => kind === "word")
    .map(({ term }) => term)
    .join(" ");
}

import type { Evidence, Stance } from "../domain/answer.ts";
import type { DateMention, Span } from "../domain/sentence.ts";
import type { Analyzer, Term } from "../text/analyzer.ts";
import { cleanWords } from "./clean-words.ts";
import { type Quantity, quantitiesIn } from "./quantities.ts";
import { sourceFrame } from "./source-frame.ts";
import { readStance } from "./stance.ts";

/** A sentence read for comparison with others: what it tells, without who is said to have said so. */
export interface Statement {
  readonly evidence: Evidence;
  readonly stance: Stance | null;
  /** Index terms of what is claimed, denied or confirmed; empty for a plain statement. */
  readonly about: ReadonlySet<string>;
  /** The sentence as it is compared letter by letter. */
  readonly folded: string;
  /** Who is said to have said so; null where it does not say. */
  readonly source: Source | null;
  /** Index terms of its words with content, a glossary's names as one; without numbers and dates. */
  readonly words: ReadonlySet<string>;
  /** Those of `words` that are written as names, in order. */
  readonly names: readonly Name[];
  readonly quantities: readonly Quantity[];
  readonly dates: readonly DateMention[];
  /** Whether it says that something is not so. */
  readonly negated: boolean;
  /** Whether it tells of one of several: "again", "another". */
  readonly recurring: boolean;
  /** The question's words that the sentence itself holds, as asked. */
  readonly carried: ReadonlySet<string>;
}

/** Where a sentence says it comes from. */
export interface Source {
  /** Whether they pass on what others say, as a newspaper does. */
  readonly relays: boolean;
  /** Index terms of who they are. */
  readonly words: ReadonlySet<string>;
}

/** A word of a name, or a name of the glossary; offsets into the sentence. */
export interface Name extends Span {
  readonly term: string;
  readonly folded: string;
  readonly surface: string;
  /** Whether the glossary knows it. */
  readonly known: boolean;
}

export const NEGATION = /\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|no\s+one)\b|n['’]t\b/iu;
const RECURRING = /\b(?:again|another|second|third|new|fresh|latest|further|renewed|repeated|previous|earlier)\b/iu;

/** Reads a sentence for comparison. */
export function readStatement(analyzer: Analyzer, evidence: Evidence): Statement {
  const { text } = evidence.sentence;
  const frame = sourceFrame(text);
  const aside: readonly Span[] = frame === null ? [] : [frame];
  const dates = evidence.dates.filter((date) => !overlapsAny(date, aside));
  const quantities = quantitiesIn(text, [...aside, ...evidence.dates]);
  const left = [...aside, ...evidence.dates, ...quantities];
  const terms = contentTerms(analyzer.analyze(text)).filter((term) => !overlapsAny(term, left));
  const stance = readStance(text);
  const told = withoutSpans(text, aside);
  return {
    evidence,
    stance: stance === null ? null : { how: stance.how, speaker: stance.speaker },
    about: new Set(
      terms.filter((term) => stance !== null && overlapsAny(term, [stance.about])).map(({ term }) => term),
    ),
    folded: cleanWords(text).join(" "),
    source: frame === null ? null : { relays: frame.relays, words: termsOf(analyzer, frame.party) },
    words: new Set(terms.map(({ term }) => term)),
    names: terms
      .filter((term) => isName(text, term))
      .map((term) => Object.assign({}, term, { known: term.kind === "alias" })),
    quantities,
    dates,
    negated: NEGATION.test(told),
    recurring: RECURRING.test(told),
    carried: new Set(
      // A word of about the same meaning says something else: "June" for "February".
      evidence.contributions
        .filter(({ field, how }) => field === "sentence" && how !== "meaning")
        .map(({ asked }) => asked.toLowerCase()),
    ),
  };
}

function termsOf(analyzer: Analyzer, text: string): ReadonlySet<string> {
  return new Set(contentTerms(analyzer.analyze(text)).map(({ term }) => term));
}

/** Words with content, and in place of the words of a glossary's name the name. */
function contentTerms(terms: readonly Term[]): readonly Term[] {
  const aliases = terms.filter(({ kind }) => kind === "alias");
  return terms.filter(
    (term) => term.kind === "alias" || !(term.stop || /^\d/u.test(term.folded) || overlapsAny(term, aliases)),
  );
}

/** A capital at the start of a sentence makes no name, unless another follows. */
function isName(text: string, { kind, surface, start, end }: Term): boolean {
  if (kind === "alias") return true;
  if (!/^\p{Lu}/u.test(surface)) return false;
  return (
    start > text.search(/[\p{L}\p{N}]/u) ||
    /^(?:['’]s)?[\s-]+\p{Lu}/u.test(text.slice(end)) ||
    /\p{Lu}{2}/u.test(surface)
  );
}

function overlapsAny(span: Span, others: readonly Span[]): boolean {
  return others.some((other) => span.start < other.end && other.start < span.end);
}

function withoutSpans(text: string, spans: readonly Span[]): string {
  return spans.reduce((rest, { start, end }) => rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end), text);
}

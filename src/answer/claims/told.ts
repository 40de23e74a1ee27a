import type { Stance } from "../../domain/answer.ts";
import type { DateMention, Span } from "../../domain/sentence.ts";
import type { Analyzer, Term } from "../../text/analyzer.ts";
import { fold } from "../../text/fold.ts";
import { IRREGULAR_VERBS } from "../../text/irregular-verbs.ts";
import { stem } from "../../text/stems.ts";
import { isDerived } from "../name-forms.ts";
import { type Quantity, quantitiesIn } from "../quantities.ts";
import { readStance } from "../stance.ts";
import { leaningsOf, negations, isPartial, universalsOf } from "./leanings.ts";
import { alikeLines, inWords, lightWords } from "./phrases.ts";

/** A word of what a text tells. */
export interface Word extends Span {
  readonly term: string;
  /** Any of these in common make two words alike. */
  readonly keys: ReadonlySet<string>;
  readonly folded: string;
  readonly isName: boolean;
  readonly isVerb: boolean;
  /** Whether it could be left out without a difference. */
  readonly isLight: boolean;
  /** Whether it only says whose or of what kind the next thing is: "Albanian media", "Iran's mission", "the police of Albania". */
  readonly of: string | null;
}

/** What a sentence or a claim tells, for comparing the two. Offsets are into `text`. */
export interface Told {
  /** Dates and numbers blanked out, verbs of several words brought to one. */
  readonly text: string;
  readonly words: readonly Word[];
  /** Words that stand within a name of the glossary: they may be what another text says shorter. */
  readonly further: ReadonlySet<string>;
  readonly dates: readonly PlacedDate[];
  readonly numbers: readonly Quantity[];
  readonly leanings: ReadonlySet<string>;
  readonly universals: ReadonlySet<string>;
  readonly isPartial: boolean;
  readonly isNegative: boolean;
  readonly stance: Stance | null;
}

/** A date with the word it belongs to: "the July attack", "the attack of 15 July"; null where it tells when it was. */
export interface PlacedDate extends DateMention {
  readonly of: ReadonlySet<string> | null;
}

const ALIKE: ReadonlyMap<string, readonly string[]> = alikeKeys();
const LIGHT: ReadonlySet<string> = new Set(lightWords().map((word) => stem(fold(word))));
const PAST_FORMS: ReadonlySet<string> = new Set([
  ...IRREGULAR_VERBS.trim()
    .split("\n")
    .flatMap((line) => line.split(" ").slice(1)),
  ..."hit cut put set shut cost let quit split spread hurt".split(" "),
]);
/** Verbs whose present is no common noun. */
const PRESENT_FORMS: ReadonlySet<string> = new Set(
  "leads lies lie live lives remains remain belongs belong contains contain needs owns own says say tells denies deny accuses accuse wants want runs keeps keep knows know goes go becomes become includes include stands".split(
    " ",
  ),
);
/** What stands before a verb's plain form. */
const BEFORE_VERB =
  /\b(?:did|does|do|will|would|can|could|may|might|must|shall|should|to|cannot)(?:n['’]t)?\s+(?:(?:not|never|also|again|\p{L}+ly)\s+)*$/iu;
/** Adjectives of places that end like some places: "German", but not "Iran". */
const IN_AN = /^(?:German|American|African|Mexican|Moroccan|Kosovan|Cuban|Tibetan|Texan|Roman|Dominican|Jamaican)$/u;
/** Participles by which something gets a name. */
export const NAMING = /^(?:named|called|dubbed|titled|entitled|known|based)$/u;
const LIGHT_HEADS: ReadonlySet<string> = new Set("government governments authorities state republic people".split(" "));

/** Reads a text. `dates` are those of it that count. */
export function readTold(analyzer: Analyzer, written: string, dates: readonly DateMention[]): Told {
  const numbers = quantitiesIn(written, dates);
  const text = inWords(blank(written, [...dates, ...numbers]));
  const terms = analyzer.analyze(text);
  const aliases = terms.filter(({ kind }) => kind === "alias");
  const isWithin = ({ start, end }: Span): boolean => aliases.some((alias) => alias.start < end && start < alias.end);
  const own = terms.filter((term) => term.kind === "alias" || (!term.stop && !isWithin(term)));
  const words = own.map((term) => wordOf(text, term, own));
  return {
    text,
    words,
    further: new Set(terms.filter((term) => term.kind === "word" && isWithin(term)).flatMap((term) => keysOf(term))),
    dates: dates.map((date) => Object.assign({}, date, { of: nounOf(analyzer, written, date) })),
    numbers,
    leanings: leaningsOf(text),
    universals: universalsOf(text),
    isPartial: isPartial(written),
    isNegative: negations(text) % 2 === 1,
    stance: readStance(text),
  };
}

/** Whether two words say about the same. */
export function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const key of a) if (b.has(key)) return true;
  return false;
}

/** Whether a word of a sentence says what one of a claim does; a name that only owns something is not that name. */
export function stands(word: Word, other: Word, claim: Told): boolean {
  if (!alike(word.keys, other.keys) && !(word.isName && other.isName && isDerived(word.folded, other.folded)))
    return false;
  if (!word.isName || word.of !== null || other.of === null) return true;
  const { of } = other;
  return claim.words.some(({ folded }) => folded === of);
}

function wordOf(text: string, term: Term, own: readonly Term[]): Word {
  const { start, end, surface, folded } = term;
  const before = text.slice(0, start);
  const isVerb =
    term.kind === "word" &&
    /^\p{Ll}/u.test(surface) &&
    (BEFORE_VERB.test(before) ||
      ((/\p{Ll}{2}ed$/u.test(surface) || PAST_FORMS.has(folded) || PRESENT_FORMS.has(folded)) &&
        !/\b(?:the|an?|its|his|their|of)\s+$/iu.test(before)));
  return {
    start,
    end,
    term: term.term,
    folded,
    keys: new Set(keysOf(term)),
    // What begins a sentence has a capital in any case; to take it for a name is the safer.
    isName: /^\p{Lu}/u.test(surface),
    isVerb,
    isLight: term.kind === "word" && LIGHT.has(term.term),
    of: ownedBy(text, term, own),
  };
}

function keysOf({ term, kind, folded }: Term): readonly string[] {
  if (kind === "alias") return [term];
  return [term, ...(ALIKE.get(term) ?? []), ...(ALIKE.get(stem(folded)) ?? [])];
}

/** What a name owns or describes in its place: the folded word; null where the name stands for itself. */
function ownedBy(text: string, { surface, end, start }: Term, own: readonly Term[]): string | null {
  if (!/^\p{Lu}/u.test(surface)) return null;
  const next = own.find((other) => other.start >= end);
  const between = next === undefined ? "" : text.slice(end, next.start);
  const isOwner = /['’]s?$/u.test(surface);
  const isAdjective = (/\p{Ll}(?:ian|ean|ish|ese)$/u.test(surface) || IN_AN.test(surface)) && /^\s$/u.test(between);
  if (next !== undefined && (isAdjective || isOwner) && /^\s(?:\p{Ll}+\s){0,2}$/u.test(between)) {
    return LIGHT_HEADS.has(next.folded) ? null : next.folded;
  }
  const before = /(?<noun>\p{L}+)\s+of\s+(?:the\s+)?$/iu.exec(text.slice(0, start))?.groups?.["noun"];
  return before === undefined || LIGHT_HEADS.has(before.toLowerCase()) ? null : fold(before);
}

/** The noun a date belongs to. */
function nounOf(analyzer: Analyzer, text: string, { start, end }: DateMention): ReadonlySet<string> | null {
  const after = /^\s+(?<noun>\p{Ll}[\p{L}-]+)/u.exec(text.slice(end))?.groups?.["noun"];
  const before = text.slice(0, start);
  const isBefore = /(?:\b(?:the|an?|its|their|this|last|of)\s+|\p{L}['’]s\s+)$/iu.test(before) && after !== undefined;
  const noun = isBefore ? after : /(?<noun>\p{L}+)\s+of\s+$/u.exec(before)?.groups?.["noun"];
  if (noun === undefined) return null;
  return new Set(analyzer.analyze(noun).flatMap((term) => keysOf(term)));
}

function blank(text: string, spans: readonly Span[]): string {
  return spans.reduce((rest, { start, end }) => rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end), text);
}

function alikeKeys(): ReadonlyMap<string, readonly string[]> {
  const keys = new Map<string, readonly string[]>();
  for (const [line, words] of alikeLines().entries()) {
    for (const word of words) {
      const key = stem(fold(word));
      keys.set(key, [...(keys.get(key) ?? []), `~${String(line)}`]);
    }
  }
  return keys;
}

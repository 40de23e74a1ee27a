/** How well a sentence can be read alone, 0 to 1, and how long it is. */
export interface Readable {
  /** 1 where it stands alone; {@link LEANING} where it leans on what is not there; 0 where it is none to be shown at all. */
  readonly standing: number;
  readonly words: number;
}

/** What a sentence counts that leans on the one before it. */
const LEANING = 0.6;
/** Fewer words tell nothing, more are a paragraph. */
const MIN_WORDS = 6;
const MAX_WORDS = 60;

const LETTER = /[\p{L}\p{N}]/u;
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*/gu;
/** Scripts that put no spaces between words, in which two letters are about one word. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/gu;

const END = /[.!…。！।۔…]["'”’»)\]]*$/u;
const ASKS = /[?？؟;]["'”’»)\]]*$/u;
/** What a page says of itself. */
const FURNITURE =
  /https?:\/\/|\bwww\.|©|\b(?:click here|sign up|subscri(?:be|ption)|newsletter|cookies?|javascript|all rights reserved|read more|follow us|file photo|advertisement|getty images|copyright|contributed to this report|e-?mail address)\b/u;
/** A place in capitals, an agency in brackets and a dash: "OSLO (AP) —". */
const DATELINE = /^\p{Lu}[\p{Lu}\s.,'’-]{2,40}(?:,[^—–-]{0,30})?(?:\([^)]{2,30}\))?\s*[—–-]{1,2}\s/u;
const LEANS =
  /^["'“‘«]?(?:he|she|it|they|we|i|you|this|that|these|those|there|his|her|its|their|our|my|your|such|but|and|or|so|yet|nor|also|then|thus|hence|still|however|moreover|meanwhile|instead|therefore|nevertheless|nonetheless|furthermore|in addition|additionally|besides|otherwise|likewise|similarly|as a result|for example|for instance|in other words|in turn|in response|on the other hand|both|neither|the (?:former|latter|same|two|three|move|decision|incident|statement|latest|other|others)|another|others|one of (?:them|these|those)|some of (?:them|these|those)|here|yes|no|even so|after that|at the time|since then|by then|earlier|later|too|while (?:he|she|it|they)|when (?:he|she|it|they)|asked)\b/iu;
const PRONOUN = /\b(?:[Hh]e|[Ss]he|[Tt]hey|him|them|[Hh]is|[Tt]heir|theirs|hers)\b/u;
/** Somebody or something by name, or a noun with its article, that a pronoun after it can stand for. */
const NAMED =
  /(?<=\s)\p{Lu}[\p{L}\p{M}]+|^(?!The\b|A\b|An\b|In\b|On\b|At\b|As\b|After\b|Before\b)\p{Lu}[\p{L}\p{M}]{2,}s?\b|\b(?:the|a|an)\s+\p{Ll}+/u;
/** "the ministry said": one that was named before. */
const NAMED_BEFORE = /\bthe (?:\p{Ll}+ )?\p{Ll}+ (?:said|says|added|adds|wrote|told|noted|explained)\b/u;
const ALSO_EARLY = /^(?:\S+ ){0,5}(?:also|too|meanwhile|however|therefore|instead),? /u;

/** Characters of a sentence's beginning that are looked at. */
const READ = 250;
/** Letters of scripts that may stand without spaces are all beyond this. */
const BEYOND_SPACED = /[\u0e00-\u1fff\u2e80-\uffff]/u;

/** Reads how well a sentence stands alone. Takes time in step with its length. */
export function readable(text: string): Readable {
  const words = wordCount(text);
  const start = text.slice(0, READ);
  const isShown =
    words >= MIN_WORDS &&
    words <= MAX_WORDS &&
    END.test(text.slice(-8)) &&
    !ASKS.test(text.slice(-8)) &&
    !FURNITURE.test(start.toLowerCase());
  if (!isShown) return { standing: 0, words };
  return { standing: leans(start) || isOpenQuote(text) ? LEANING : 1, words };
}

/** Words of a text; of scripts without spaces, half its letters. */
export function wordCount(text: string): number {
  if (!BEYOND_SPACED.test(text)) return text.split(/\s+/u).filter((word) => LETTER.test(word)).length;
  const unspaced = (text.match(UNSPACED) ?? []).length;
  return (text.replaceAll(UNSPACED, " ").match(WORD) ?? []).length + Math.ceil(unspaced / 2);
}

function leans(text: string): boolean {
  if (LEANS.test(text) || ALSO_EARLY.test(text) || NAMED_BEFORE.test(text) || DATELINE.test(text)) return true;
  const pronoun = PRONOUN.exec(text);
  return pronoun !== null && !NAMED.test(text.slice(0, pronoun.index));
}

/** A quotation that begins or ends elsewhere, or of which nobody is named as the speaker. */
function isOpenQuote(text: string): boolean {
  const [opened, closed] = [text.match(/[“„«]/gu)?.length ?? 0, text.match(/[”»]/gu)?.length ?? 0];
  const straight = text.match(/"/gu)?.length ?? 0;
  if (opened !== closed || straight % 2 === 1) return true;
  const outside = text.replaceAll(/[“„«"][^“”„«»"]*[”»"]/gu, " ").trim();
  return outside.length < text.length && !/\p{Lu}[\p{L}\p{M}]+/u.test(outside);
}

import type { PackedStrings } from "./packed-strings.ts";
import type { AverageLengths, Segment } from "./segment.ts";

/** The fields of a segment that hold an `A`. */
type FieldOf<A> = { [F in keyof Segment]: Segment[F] extends A ? F : never }[keyof Segment];

export type Uint8Field = FieldOf<Uint8Array>;
export type Uint16Field = FieldOf<Uint16Array>;
export type Uint32Field = FieldOf<Uint32Array>;
export type StringsField = FieldOf<PackedStrings>;

/** Where the fields of a segment come from: another segment that is being written, or a file that is being read. */
export interface SegmentSource {
  readonly averages: AverageLengths;
  uint8(field: Uint8Field): Uint8Array;
  uint16(field: Uint16Field): Uint16Array;
  uint32(field: Uint32Field): Uint32Array;
  strings(field: StringsField): PackedStrings;
}

/**
 * Takes every field of a segment in the order in which a snapshot holds them. Writing and reading both go by this one
 * table, which does not compile while a field is missing.
 */
export function takeSegment(source: SegmentSource): Segment {
  return {
    averages: source.averages,
    terms: source.strings("terms"),
    pairStart: source.uint32("pairStart"),
    sentenceFrequency: source.uint32("sentenceFrequency"),
    termBound: source.uint8("termBound"),
    pairBlock: source.uint16("pairBlock"),
    pairBound: source.uint8("pairBound"),
    pairSize: source.uint8("pairSize"),
    postingStart: source.uint32("postingStart"),
    postings: source.uint8("postings"),
    frequentPosting: source.uint32("frequentPosting"),
    frequentFrequency: source.uint16("frequentFrequency"),
    titleStart: source.uint32("titleStart"),
    titleArticle: source.uint32("titleArticle"),
    titleFrequency: source.uint16("titleFrequency"),
    titleLength: source.uint16("titleLength"),
    articleStart: source.uint32("articleStart"),
    articleEnd: source.uint32("articleEnd"),
    sentenceLength: source.uint16("sentenceLength"),
    sentenceStart: source.uint32("sentenceStart"),
    sentenceSize: source.uint16("sentenceSize"),
    sentenceParagraph: source.uint32("sentenceParagraph"),
    words: source.strings("words"),
    wordCount: source.uint32("wordCount"),
  };
}

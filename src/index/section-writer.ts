import type { PackedStrings } from "./packed-strings.ts";
import type { AverageLengths, Segment } from "./segment.ts";
import type { SegmentSource, StringsField, Uint16Field, Uint32Field, Uint8Field } from "./segment-layout.ts";
import type { SnapshotSection } from "./snapshot-header.ts";

type Numbers = Uint8Array | Uint16Array | Uint32Array;

/** Sections begin at multiples of so many bytes, so that an array of any type can be laid over the file. */
export const SECTION_ALIGNMENT = 16;

/** How many bytes of zeros follow so many bytes, up to where a section may begin. */
export function paddingAfter(bytes: number): number {
  return (SECTION_ALIGNMENT - (bytes % SECTION_ALIGNMENT)) % SECTION_ALIGNMENT;
}

/** Hands on the fields of a segment and notes them as sections that follow each other. */
export class SectionWriter implements SegmentSource {
  readonly averages: AverageLengths;
  readonly sections: SnapshotSection[] = [];
  readonly chunks: Uint8Array[] = [];
  readonly #segment: Segment;
  #offset: number;

  /** @param offset where the first section begins */
  constructor(segment: Segment, offset: number) {
    this.averages = segment.averages;
    this.#segment = segment;
    this.#offset = offset;
  }

  /** Where the next section would begin. */
  get end(): number {
    return this.#offset;
  }

  uint8(field: Uint8Field): Uint8Array {
    return this.#add(field, "uint8", this.#segment[field]);
  }

  uint16(field: Uint16Field): Uint16Array {
    return this.#add(field, "uint16", this.#segment[field]);
  }

  uint32(field: Uint32Field): Uint32Array {
    return this.#add(field, "uint32", this.#segment[field]);
  }

  strings(field: StringsField): PackedStrings {
    const { units, starts } = this.#segment[field];
    return {
      units: this.#add(`${field}.units`, "uint16", units),
      starts: this.#add(`${field}.starts`, "uint32", starts),
    };
  }

  #add<A extends Numbers>(name: string, type: SnapshotSection["type"], array: A): A {
    const { length, buffer, byteOffset, byteLength } = array;
    const padding = paddingAfter(byteLength);
    this.sections.push({ name, type, length, offset: this.#offset });
    this.chunks.push(new Uint8Array(buffer, byteOffset, byteLength), new Uint8Array(padding));
    this.#offset += byteLength + padding;
    return array;
  }
}

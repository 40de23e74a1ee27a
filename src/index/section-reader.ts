import type { PackedStrings } from "./packed-strings.ts";
import type { AverageLengths } from "./segment.ts";
import type { SegmentSource, StringsField, Uint16Field, Uint32Field, Uint8Field } from "./segment-layout.ts";
import type { SnapshotPart, SnapshotSection } from "./snapshot-header.ts";

/** The bytes of a file that hold sections. */
export interface SectionArea {
  readonly bytes: ArrayBuffer;
  readonly start: number;
  readonly end: number;
}

/**
 * Lays arrays over the sections of a file, in the order in which they stand there. What cannot be so gives an empty array
 * and is noted: {@link isSound} tells in the end.
 */
export class SectionReader implements SegmentSource {
  readonly averages: AverageLengths;
  readonly #sections: readonly SnapshotSection[];
  readonly #area: SectionArea;
  #taken = 0;
  #failed = false;

  constructor({ averages, sections }: SnapshotPart, area: SectionArea) {
    this.averages = averages;
    this.#sections = sections;
    this.#area = area;
  }

  /** Whether every section was there, of the right type and within the file, and no other. */
  get isSound(): boolean {
    return !this.#failed && this.#taken === this.#sections.length;
  }

  uint8(field: Uint8Field): Uint8Array {
    const place = this.#take(field, "uint8", Uint8Array.BYTES_PER_ELEMENT);
    return place === null ? new Uint8Array() : new Uint8Array(this.#area.bytes, place.from, place.length);
  }

  uint16(field: Uint16Field): Uint16Array {
    return this.#uint16(field);
  }

  uint32(field: Uint32Field): Uint32Array {
    return this.#uint32(field);
  }

  strings(field: StringsField): PackedStrings {
    return { units: this.#uint16(`${field}.units`), starts: this.#uint32(`${field}.starts`) };
  }

  #uint16(name: string): Uint16Array {
    const place = this.#take(name, "uint16", Uint16Array.BYTES_PER_ELEMENT);
    return place === null ? new Uint16Array() : new Uint16Array(this.#area.bytes, place.from, place.length);
  }

  #uint32(name: string): Uint32Array {
    const place = this.#take(name, "uint32", Uint32Array.BYTES_PER_ELEMENT);
    return place === null ? new Uint32Array() : new Uint32Array(this.#area.bytes, place.from, place.length);
  }

  /** Where the next section is, or null where it is not the one wanted or not within the file. */
  #take(name: string, type: SnapshotSection["type"], width: number): { from: number; length: number } | null {
    const section = this.#sections[this.#taken];
    this.#taken += 1;
    const { start, end } = this.#area;
    const from = start + (section?.offset ?? 0);
    if (
      section === undefined ||
      section.name !== name ||
      section.type !== type ||
      from % width !== 0 ||
      from + section.length * width > end
    ) {
      this.#failed = true;
      return null;
    }
    return { from, length: section.length };
  }
}

import type { Segment } from "./segment.ts";

/** The buffers that a segment's arrays lie in: what has to be transferred with it to another thread. */
export function buffersOf(segment: Segment): readonly ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  const arrays = Object.values(segment).flatMap((value) => ("units" in value ? [value.units, value.starts] : value));
  for (const array of arrays)
    if (ArrayBuffer.isView(array) && array.buffer instanceof ArrayBuffer) buffers.add(array.buffer);
  return [...buffers];
}

import { LIMITS } from "../text/limits.ts";

/** How much a publication shows of what can be of any length. */
export interface PublicationRoom {
  /** Characters of a sentence. */
  readonly sentence: number;
  /** Further footnotes of a line. */
  readonly also: number;
  /** Characters of a title; 0 for none. */
  readonly title: number;
  /** Longest address that is linked. */
  readonly url: number;
  /** Characters of a publisher's name, and of what a line stands under. */
  readonly name: number;
}

/** From all of it to the least that still says who says what. */
const ROOMS: readonly PublicationRoom[] = [
  { sentence: 1_000, also: 3, title: 100, url: 512, name: 80 },
  { sentence: 600, also: 3, title: 80, url: 300, name: 60 },
  { sentence: 420, also: 2, title: 60, url: 200, name: 50 },
  { sentence: 300, also: 1, title: 50, url: 160, name: 40 },
  { sentence: 240, also: 0, title: 40, url: 120, name: 40 },
  { sentence: 200, also: 0, title: 30, url: 0, name: 30 },
  { sentence: 140, also: 0, title: 0, url: 0, name: 24 },
];
const LEAST: PublicationRoom = { sentence: 100, also: 0, title: 0, url: 0, name: 24 };

/** A body with as much shown as fits, and whether even the least of it does. */
export function fittingPublication(body: (room: PublicationRoom) => string): {
  readonly body: string;
  readonly fits: boolean;
} {
  const { descriptionLength } = LIMITS.embed;
  const fitting = ROOMS.map((room) => () => body(room)).find((make) => make().length <= descriptionLength);
  const made = fitting?.() ?? body(LEAST);
  return { body: made, fits: made.length <= descriptionLength };
}

import type { Evidence, Point } from "../../domain/answer.ts";
import type { Article } from "../../domain/article.ts";
import type { Words } from "../../domain/words.ts";
import { footnoteLine, shortened } from "./evidence-markdown.ts";
import { LIMITS } from "./limits.ts";
import { linkTarget } from "./markdown.ts";
import type { Footnote } from "../answers/sources.ts";

/** How much a page of a list shows of what can be of any length. */
export interface ListRoom {
  /** Characters of a sentence. */
  readonly sentence: number;
  /** Whether it is said what relative dates mean: many dates make a long sentence of a short one. */
  readonly dates: boolean;
  /** Further footnotes of a point. */
  readonly also: number;
  /** Characters of a title and of a publisher's name, and of an address. */
  readonly title: number;
  readonly url: number;
  /** Characters of a name, of a claim, of a line of small print. */
  readonly line: number;
}

/** From as much as a reader of a list wants to what always fits, five entries with a footnote each. */
const ROOMS: readonly ListRoom[] = [
  { sentence: 420, dates: true, also: 3, title: 150, url: 512, line: 300 },
  { sentence: 300, dates: true, also: 1, title: 100, url: 200, line: 200 },
  { sentence: 200, dates: true, also: 0, title: 60, url: 160, line: 120 },
];
export const LEAST_ROOM: ListRoom = { sentence: 100, dates: false, also: 0, title: 30, url: 120, line: 60 };

/** The body with as much shown as Discord takes: rather shorter sentences than an entry without its footnote. */
export function fittingList(body: (room: ListRoom) => string): string {
  return ROOMS.map((room) => () => body(room)).find((make) => fits(make()))?.() ?? body(LEAST_ROOM);
}

export function fits(body: string): boolean {
  return body.length <= LIMITS.embed.descriptionLength;
}

/** A sentence with no more of it than there is room for. */
export function evidenceWithin(evidence: Evidence, room: ListRoom): Evidence {
  const shown = shortened(evidence, room.sentence);
  return room.dates ? shown : { ...shown, dates: [] };
}

/** A point with no more of it than there is room for. */
export function pointWithin({ evidence, also, stance }: Point, room: ListRoom): Point {
  return { evidence: evidenceWithin(evidence, room), also: also.slice(0, room.also), stance };
}

export function footnoteLines(words: Words, footnotes: readonly Footnote[], room: ListRoom): string {
  return footnotes.map((footnote) => footnoteLine(words, footnote, room)).join("\n");
}

/** The article's address where there is room for it. */
export function addressWithin({ url }: Article, room: ListRoom): string | null {
  return url !== null && (linkTarget(url) ?? "").length <= room.url ? url : null;
}

import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import { LIMITS } from "./limits.ts";

/** What comes in is made fit for both databases here, and what comes out is checked. */

const ID = /^[\u0021-\u007E]{1,64}$/u;
/** Twelve characters that nobody guesses. */
const NEW_ID_BYTES = 9;
const DAY = /^\d{4}(?:-\d{2}){0,2}$/u;

/** A person's or a server's id. @throws RangeError where it is none: cut or mended, it might be another's */
export function idOf(given: string): string {
  if (!ID.test(given)) throw new RangeError("an id of 1 to 64 visible ASCII characters was expected");
  return given;
}

/** An id for something new, of `[A-Za-z0-9_-]`. */
export function newId(): string {
  return randomBytes(NEW_ID_BYTES).toString("base64url");
}

/** Does to a value what is done to those that are there. */
export function ifGiven<T, R>(given: T | null, make: (value: T) => R): R | null {
  return given === null ? null : make(given);
}

/**
 * At most `max` UTF-16 units of a text. NUL, which PostgreSQL refuses and SQLite ends a text at, is left out; half a
 * surrogate pair, which UTF-8 cannot hold, becomes U+FFFD.
 */
export function clip(given: string, max: number): string {
  const text = given.replaceAll("\0", "").replaceAll(/\p{Surrogate}/gu, "\uFFFD");
  const cut = text.slice(0, max);
  return text.length > max && /[\uD800-\uDBFF]$/u.test(cut) ? cut.slice(0, -1) : cut;
}

/** An event's id as a part of a key, which is never null: empty for none. */
export function eventKeyOf(event: string | null): string {
  return event === null ? "" : clip(event, LIMITS.name);
}

/** The event that a key holds. */
export function eventOf(key: string): string | null {
  return key === "" ? null : key;
}

/** Keys of what belongs to an event: that of no event, from before there could be several, belongs to each. */
export function eventKeysFor(event: string): readonly string[] {
  return [eventKeyOf(event), eventKeyOf(null)];
}

/** An ISO 8601 instant, in UTC with milliseconds, so that texts sort as instants do. @throws RangeError */
export function instantOf(given: string): string {
  return new Date(given).toISOString();
}

/** @throws RangeError where it is no year, month or day */
export function dayOf(given: string): string {
  if (!DAY.test(given)) throw new RangeError("a day as in 2022-09-10 was expected");
  return given;
}

/** A number from 0 to 1. */
export function shareOf(given: number): number {
  return Number.isFinite(given) ? Math.min(1, Math.max(0, given)) : 0;
}

/** Where a page begins and how many rows it has, in whole numbers. */
export function pageOf(given: { readonly offset: number; readonly limit: number }): {
  readonly offset: number;
  readonly limit: number;
} {
  return { offset: wholeNumber(given.offset, Number.MAX_SAFE_INTEGER), limit: wholeNumber(given.limit, LIMITS.page) };
}

function wholeNumber(given: number, max: number): number {
  return Number.isNaN(given) ? 0 : Math.min(max, Math.max(0, Math.trunc(given)));
}

/** The turns before a question, the latest of them, as they are kept. */
export function turnsOf(context: readonly string[]): string {
  return JSON.stringify(context.slice(-LIMITS.turns).map((turn) => clip(turn, LIMITS.turn)));
}

/** Refs of sentences, as they are kept. */
export function refsOf(shown: readonly string[]): string {
  return JSON.stringify(shown.slice(0, LIMITS.refs).map((ref) => clip(ref, LIMITS.ref)));
}

const TEXTS = z.array(z.string());

/** A list as it was kept. @throws Error without quoting it, where it is damaged */
export function listOf(kept: string): readonly string[] {
  return readKept(() => TEXTS.parse(JSON.parse(kept)), "a list");
}

/** What a row holds. @throws Error that names what it was and quotes nothing, where it is damaged */
export function readKept<T>(read: () => T, what: string): T {
  try {
    return read();
  } catch {
    throw new Error(`${what} in the database is damaged`);
  }
}

/** Those of several rows that can be read. */
export function readable<Row, T>(rows: readonly Row[], read: (row: Row) => T): readonly T[] {
  return rows.flatMap((row) => {
    try {
      return [read(row)];
    } catch {
      return [];
    }
  });
}

/**
 * The same for questions with the same words, whatever their case and spacing, after the same turns. Any length becomes 43
 * characters, which is what an index can take.
 *
 * @param turns as {@link turnsOf} gives them
 */
export function topicOf(question: string, turns = "[]"): string {
  const words = question.normalize("NFKC").toLowerCase().replaceAll(/\s+/gu, " ").trim();
  return createHash("sha256")
    .update(JSON.stringify([words, turns]))
    .digest("base64url");
}

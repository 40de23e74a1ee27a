import { createHash } from "node:crypto";
import type { Answer, Point } from "../domain/answer.ts";
import type { AnswerChange } from "../domain/reading.ts";
import { cleanWords } from "./clean-words.ts";
import { sourceFrame } from "./source-frame.ts";

/** One letter for each status, and the version of the format. */
const STATUS = { answered: "a", "not-in-articles": "n", "unusable-question": "u" } as const;
const VERSION = "1";
/** Characters of a hash: 36 bits, so that two sentences out of thousands never share one. */
const HASH_LENGTH = 6;
/** A point has up to five sentences; there is room for them all of six points. */
const MAX_SENTENCES = 5;
const MAX_POINTS = 6;

/** The version, the status, the points shown, what contradicts; points are runs of hashes, one a sentence. */
const FORMAT = /^1(?<status>[anu]);(?<points>(?:[\w-]+(?:\.[\w-]+)*)?(?: [\w-]+(?:\.[\w-]+)*)*);(?<against>[\w-]*)$/u;

/**
 * What somebody saw of an answer: its status and, for each point, hashes of what the sentences behind it say, whoever
 * printed them. A further reprint is among the sentences of a point, so that it shares a hash with what was seen.
 *
 * @returns ASCII, at most 240 characters
 */
export function fingerprintOf(answer: Answer): string {
  const points = answer.status === "answered" ? answer.points.slice(0, MAX_POINTS) : [];
  return `${VERSION}${STATUS[answer.status]};${points.map((point) => hashesOf(point).join(".")).join(" ")};${contradictionOf(answer)}`;
}

/**
 * What became of an answer since `seen`. It changed where a point was added, dropped or contradicted, not where merely the
 * order did, or who is quoted for it. What cannot be read as a fingerprint was of another answer.
 */
export function changeSince(seen: string, answer: Answer): AnswerChange {
  const before = FORMAT.exec(seen)?.groups;
  if (before === undefined) return "changed";
  const wasAnswered = before["status"] === STATUS.answered;
  if (answer.status !== "answered") {
    if (wasAnswered) return "no-longer-answered";
    return contradictionOf(answer) === before["against"] ? "same" : "changed";
  }
  if (!wasAnswered) return "answered-now";
  const earlier = (before["points"] ?? "")
    .split(" ")
    .filter((point) => point !== "")
    .map((point) => point.split("."));
  const now = answer.points.slice(0, MAX_POINTS).map((point) => hashesOf(point));
  const isSame = (a: readonly string[], b: readonly string[]): boolean => a.some((hash) => b.includes(hash));
  const matches =
    now.every((point) => earlier.some((other) => isSame(point, other))) &&
    earlier.every((point) => now.some((other) => isSame(point, other)));
  return matches && contradictionOf(answer) === before["against"] ? "same" : "changed";
}

function hashesOf({ evidence, also }: Point): readonly string[] {
  return [...new Set([evidence, ...also].map(({ sentence }) => hashOf(contentOf(sentence.text))))].slice(
    0,
    MAX_SENTENCES,
  );
}

/** What a sentence says, without who is said to have said so. */
function contentOf(text: string): string {
  const frame = sourceFrame(text);
  return cleanWords(frame === null ? text : text.slice(0, frame.start) + text.slice(frame.end)).join(" ");
}

/** What stands against the answer, or against what the question takes for granted; empty for nothing. */
function contradictionOf(answer: Answer): string {
  if (answer.status === "unusable-question") return "";
  if (answer.status === "not-in-articles") {
    return answer.contradiction === null ? "" : (hashesOf(answer.contradiction)[0] ?? "");
  }
  const sides = answer.disagreements.flatMap(({ about, sides }) =>
    sides.map(({ value }) => `${about} ${value.toLowerCase()}`),
  );
  return sides.length === 0 ? "" : hashOf(sides.toSorted().join("\n"));
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, HASH_LENGTH);
}

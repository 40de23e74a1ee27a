import type { CheckedClaim } from "../../domain/reading.ts";
import { cleanText } from "../text/clean.ts";
import { cut } from "../text/cut.ts";
import { LIMITS } from "../text/limits.ts";

/** A claim as an entry of a list carries it: what was found, and as much of its text as there is room for. */
export interface CarriedClaim {
  readonly verdict: CheckedClaim["verdict"];
  /** Refs of the passages found. */
  readonly refs: readonly string[];
  readonly claim: string;
}

/** Passages shown of a claim. */
export const PASSAGES_SHOWN = 2;

const VERDICTS = ["said", "otherwise", "unsaid"] as const;
const WRITTEN = /^\d{1,2}(?<verdict>said|otherwise|unsaid)(?<refs>(?:,[\w.-]{1,16}){0,2}) (?<claim>.+)$/u;

/**
 * Writes a claim as the value of an entry. It holds what was found, since the message cannot be read again later.
 *
 * @param place of the claim in its message, so that no two values are the same
 */
export function claimValue(place: number, { verdict, refs, claim }: CarriedClaim): string {
  const found = refs.slice(0, PASSAGES_SHOWN).map((ref) => `,${ref}`);
  const head = `${String(place)}${verdict}${found.join("")} `;
  return (head + cut(cleanText(claim).trim(), LIMITS.component.selectValueLength - head.length)).trim();
}

/** Reads what {@link claimValue} wrote; null for anything else. It can be forged: whoever does deceives but themselves. */
export function claimFrom(value: string): CarriedClaim | null {
  const { verdict: word, refs = "", claim } = WRITTEN.exec(value)?.groups ?? {};
  const verdict = VERDICTS.find((one) => one === word);
  if (verdict === undefined || claim === undefined) return null;
  return { verdict, refs: refs.split(",").filter((ref) => ref !== ""), claim };
}

import type { ActionRef } from "../domain/reply.ts";
import { cut } from "../present/text/cut.ts";
import { clean } from "./clean.ts";

/** Called with what had to be shortened or left out. */
export type OnCut = (what: string) => void;

/** The `custom_id` of an action; null where it cannot travel, or where the message holds it already. */
export type Claim = (action: ActionRef) => string | null;

/** One line within `limit`, or null where nothing would be seen. */
export function toLabel(text: string, limit: number, what: string, onCut: OnCut): string | null {
  const line = clean(text).replaceAll(/\s+/gu, " ").trim();
  if (line.length > limit) onCut(what);
  return line === "" ? null : cut(line, limit);
}

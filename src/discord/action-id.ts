import type { ActionRef } from "../domain/reply.ts";
import { LIMITS } from "../present/text/limits.ts";

/** Raised when the meaning of an id changes, so that buttons sent earlier are told apart. */
const VERSION = "1";
const SEPARATOR = "|";
const ESCAPES: Readonly<Record<string, string>> = { "~": "~0", "|": "~1" };
const UNSAFE = /[\p{Cc}\p{Surrogate}]/u;

/**
 * Writes an action with its state as a component's `custom_id`: `1|command|action|state…|`. The final separator keeps
 * blanks at the end from being trimmed on the way.
 *
 * @returns null when it would be longer than Discord allows or holds characters that do not travel.
 */
export function encodeAction(ref: ActionRef): string | null {
  const parts = [ref.command, ref.action, ...ref.state];
  const id = [VERSION, ...parts.map(escape), ""].join(SEPARATOR);
  return id.length > LIMITS.component.customIdLength || UNSAFE.test(id) ? null : id;
}

/** Reads what {@link encodeAction} wrote; null for anything else. The content can be forged all the same. */
export function decodeAction(id: string): ActionRef | null {
  if (id.length > LIMITS.component.customIdLength) return null;
  const [version, command, action, ...rest] = id.split(SEPARATOR);
  if (version !== VERSION || command === undefined || action === undefined || rest.length === 0) return null;
  const ref = { command: unescape(command), action: unescape(action), state: rest.slice(0, -1).map(unescape) };
  return encodeAction(ref) === id ? ref : null;
}

function escape(part: string): string {
  return part.replaceAll(/[~|]/gu, (character) => ESCAPES[character] ?? character);
}

function unescape(part: string): string {
  return part.replaceAll("~1", SEPARATOR).replaceAll("~0", "~");
}

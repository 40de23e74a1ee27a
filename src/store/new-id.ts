import { randomBytes } from "node:crypto";

/** Twelve characters that nobody guesses. */
const ID_BYTES = 9;

/** A new id, of `[A-Za-z0-9_-]`. */
export function newId(): string {
  return randomBytes(ID_BYTES).toString("base64url");
}

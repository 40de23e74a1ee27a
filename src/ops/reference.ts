import { randomInt } from "node:crypto";

/** Letters and digits that nobody confuses when reading them aloud or copying them: no 0, 1, i, l, o. */
const ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";
const LENGTH = 8;

/** A random short id that ties what a person was told to the operator's log line: about 40 bits. */
export function createReference(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join("");
}

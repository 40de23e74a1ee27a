import { fold } from "../text/fold.ts";

const LETTERS = "abcdefghijklmnopqrstuvwxyz".split("");

/**
 * English names of countries and of languages, folded, those of one word: however a question is typed, "hungary" and
 * "hungarian" are names. Languages stand for the adjectives, of which no list is at hand.
 */
export function placeNames(): ReadonlySet<string> {
  const names = [
    ...namesOf(
      "region",
      LETTERS.flatMap((first) => LETTERS.map((second) => (first + second).toUpperCase())),
    ),
    ...namesOf(
      "language",
      LETTERS.flatMap((first) => LETTERS.map((second) => first + second)),
    ),
  ];
  return new Set(names.map((name) => fold(name)).filter((name) => /^[a-z]{3,}$/u.test(name)));
}

function namesOf(type: "region" | "language", codes: readonly string[]): readonly string[] {
  const display = new Intl.DisplayNames("en", { type, fallback: "none" });
  return codes.flatMap((code) => display.of(code) ?? []);
}

import { cleanText } from "./clean.ts";

/**
 * What was typed as it travels in a button's id: on one line, without the two characters that the id would have to escape,
 * so that it takes no more room than it has letters. None of them is part of a name or a word.
 */
export function stateText(typed: string): string {
  return cleanText(typed).replaceAll(/[|~]/gu, " ").trim();
}

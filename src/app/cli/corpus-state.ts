import type { OpenLibrary } from "../library.ts";
import { withLibrary } from "./open.ts";
import { type Terminal } from "./terminal.ts";

/**
 * Opens a state of a corpus that is named on the command line: the path of an event folder or a JSON Lines file.
 *
 * @param use does the command's work with it and returns its exit code
 * @returns that code, or the one to leave with where there is nothing to ask, everything said
 */
export async function withState(
  terminal: Terminal,
  reference: string,
  use: (library: OpenLibrary) => Promise<number>,
): Promise<number> {
  return withLibrary(terminal, [reference], use);
}

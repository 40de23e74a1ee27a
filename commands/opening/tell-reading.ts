import type { CommandContext } from "../../src/domain/command.ts";
import type { OnRead } from "../../src/domain/digest.ts";
import { readingReply } from "../../src/present/text/working.ts";

/** Shows the person who waits how much of the articles has been read, and lets them call it off. */
export function tellReading({ words, progress, cancel }: CommandContext): OnRead {
  return (done, of) => progress(readingReply(words, done, of, cancel));
}

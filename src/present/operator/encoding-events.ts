import type { EncodingEvent } from "../../domain/encoding-event.ts";
import { cleanText } from "../text/clean.ts";

/** Words for the operator: what happened, what it means and whether anything is to be done, in one line. */
export function describeEncodingEvent(event: EncodingEvent): string {
  return cleanText(wordsOf(event));
}

/** Whether an operator should hear of it even when all goes on. */
export function isEncodingWarning({ id }: EncodingEvent): boolean {
  return id === "encoding-failed" || id === "vectors-damaged" || id === "vectors-not-written";
}

function wordsOf(event: EncodingEvent): string {
  switch (event.id) {
    case "encoding-progress":
      return `${String(event.sentences)} of ${String(event.of)} new sentences read by the sentence model.`;
    case "encoding-done":
      return `The sentence model has read all ${String(event.sentences)} sentences: answers come with its help from now on.`;
    case "encoding-failed":
      return `The sentence model failed (${event.reason}): answers come without it until the next start.`;
    case "question-not-encoded":
      return `A question was answered without the sentence model (${event.reason}).`;
    case "vectors-damaged":
      return `What the sentence model made of the articles cannot be used as it stands in ${event.file}, and is made anew.`;
    case "vectors-not-written":
      return `What the sentence model made of the articles cannot be written to ${event.file} (${event.reason}), so the next start makes it again. Answers are not affected; DATA names the folder.`;
  }
}

import type { ActionResult, CommandContext, Library } from "../../src/domain/command.ts";
import { passageReply } from "../../src/present/answers/passage-reply.ts";

/** Sentences shown on either side of a passage. */
const RADIUS = 2;

/** Shows passages in their articles, to the person who asks for them. Refs that name nothing any more are left out. */
export function passagesInContext(
  { library, libraries, words }: Pick<CommandContext, "library" | "libraries" | "words">,
  refs: readonly string[],
): Promise<Exclude<ActionResult, { readonly place: "form" }>> {
  // A message may be about another event than the one asked about by now, or here: those that follow a question are told in
  // direct messages, where no server says which.
  const passages = [library, ...libraries.all()].map((one) => passagesOf(one, refs));
  return Promise.resolve({ place: "new", reply: passageReply(words, passages.find((one) => one.length > 0) ?? []) });
}

function passagesOf(library: Library, refs: readonly string[]) {
  return refs.flatMap((ref) => library.passage(ref, RADIUS) ?? []);
}

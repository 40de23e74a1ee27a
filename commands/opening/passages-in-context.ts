import type { ActionResult, CommandContext } from "../../src/domain/command.ts";
import { passageReply } from "../../src/present/passage-reply.ts";

/** Sentences shown on either side of a passage. */
const RADIUS = 2;

/** Shows passages in their articles, to the person who asks for them. Refs that name nothing any more are left out. */
export function passagesInContext(
  { library, words }: Pick<CommandContext, "library" | "words">,
  refs: readonly string[],
): Promise<Exclude<ActionResult, { readonly place: "form" }>> {
  const passages = refs.flatMap((ref) => library.passage(ref, RADIUS) ?? []);
  return Promise.resolve({ place: "new", reply: passageReply(words, passages) });
}

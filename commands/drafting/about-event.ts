import type { CommandContext } from "../../src/domain/command.ts";
import type { Publication } from "../../src/domain/publication.ts";

/**
 * The same, with the library of the event that a draft or post is about: what the server asks about may be another by now.
 * Where that event is served no more, none of its sentences is found, and none can be posted.
 */
export function aboutEvent<C extends CommandContext>(context: C, { event }: Pick<Publication, "event">): C {
  return { ...context, library: context.libraries.find(event) ?? context.library };
}

import type { ActionContext, CommandContext } from "../../src/domain/command.ts";
import type { Publication } from "../../src/domain/publication.ts";
import type { Reply } from "../../src/domain/reply.ts";
import type { Result } from "../../src/domain/result.ts";
import { storeUnavailableReply } from "../../src/present/operator/failures.ts";
import { privateNote } from "../../src/present/text/note.ts";

const ID = /^[\w-]{1,16}$/u;

/** A publication of the server somebody is in; those of other servers are not there for them, whatever id they give. */
export async function openPublication(
  { store, words, who }: Pick<CommandContext, "store" | "words" | "who">,
  id: string | undefined,
): Promise<Result<Publication, Reply>> {
  if (who.server === null) return { ok: false, error: privateNote(words.say("summary.server-only")) };
  const gone = { ok: false, error: privateNote(words.say("draft.gone")) } as const;
  if (id === undefined || !ID.test(id)) return gone;
  const found = await store.publications.get(id);
  if (!found.ok) return { ok: false, error: storeUnavailableReply(words) };
  return found.value === null || found.value.server !== who.server ? gone : { ok: true, value: found.value };
}

/** How many of the articles that some lines cite, as far as they are there, are independent of each other. */
export function independentOf(
  { library }: Pick<ActionContext, "library">,
  { lines }: Pick<Publication, "lines">,
): number {
  const ids = new Set(lines.flatMap(({ cited, also }) => [cited, ...also]).map(({ article }) => article));
  return library.independentSources([...ids].flatMap((id) => library.article(id) ?? []));
}

import type { CommandContext } from "../../src/domain/command.ts";
import type { Publication } from "../../src/domain/publication.ts";

const LINK = /\/channels\/(?<server>\d{1,20})\/\d{1,20}\/(?<message>\d{1,20})(?:[/?#]|$)/u;
const MESSAGE_ID = /^\d{17,20}$/u;
const ID = /^[\w-]{1,16}$/u;

/**
 * Finds a post of the server somebody is in.
 *
 * @param wanted a message's link, its id, or the publication's
 * @returns null where there is none
 */
export async function findPost(
  { store, who }: Pick<CommandContext, "store" | "who">,
  wanted: string,
): Promise<Publication | null | "unavailable"> {
  const typed = wanted.trim().replace(/^<(.*)>$/u, "$1");
  const { server } = who;
  const link = LINK.exec(typed)?.groups;
  if (server === null || (link !== undefined && link["server"] !== server)) return null;
  const message = link?.["message"] ?? (MESSAGE_ID.test(typed) ? typed : null);
  if (message === null && !ID.test(typed)) return null;
  const found =
    message === null ? await store.publications.get(typed) : await store.publications.byMessage(server, message);
  if (!found.ok) return "unavailable";
  return found.value !== null && found.value.server === server && isOut(found.value) ? found.value : null;
}

/** One that is being corrected is out, too. */
function isOut({ state, message }: Publication): boolean {
  return state === "posted" || (state === "posting" && message !== null);
}

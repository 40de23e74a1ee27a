import type { CommandContext } from "../../src/domain/command.ts";
import type { Publication } from "../../src/domain/publication.ts";

const LINK = /\/channels\/(?<server>\d{1,20})\/\d{1,20}\/(?<message>\d{1,20})(?:[/?#]|$)/u;
const MESSAGE_ID = /^\d{17,20}$/u;
const ID = /^[\w-]{1,16}$/u;
const PAGE_SIZE = 100;
/** Posts that are looked through for a message; a server that has more knows the newest ones. */
const MOST_POSTS = 5_000;

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
  if (message !== null) return byMessage(store, server, message);
  if (!ID.test(typed)) return null;
  const found = await store.publications.get(typed);
  if (!found.ok) return "unavailable";
  return found.value !== null && found.value.server === server && isOut(found.value) ? found.value : null;
}

async function byMessage(
  { publications }: CommandContext["store"],
  server: string,
  message: string,
): Promise<Publication | null | "unavailable"> {
  for (let offset = 0; offset < MOST_POSTS; offset += PAGE_SIZE) {
    const page = await publications.list({ server, states: ["posted", "posting"], offset, limit: PAGE_SIZE });
    if (!page.ok) return "unavailable";
    const found = page.value.find((post) => post.message === message);
    if (found !== undefined) return found;
    if (page.value.length < PAGE_SIZE) return null;
  }
  return null;
}

/** One that is being corrected is out, too. */
function isOut({ state, message }: Publication): boolean {
  return state === "posted" || (state === "posting" && message !== null);
}

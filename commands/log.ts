import type { Command, CommandContext, OptionSpecs } from "../src/domain/command.ts";
import type { LogEntry } from "../src/domain/log.ts";
import type { Reply } from "../src/domain/reply.ts";
import { storeUnavailableReply } from "../src/present/operator/failures.ts";
import { logExportReply, logReply } from "../src/present/posts/log-reply.ts";
import { pageOf } from "../src/present/text/pager.ts";
import { noServerReply } from "../src/present/people/settings-reply.ts";

const PAGE_SIZE = 10;
/** Entries looked at, in pages of the store: who did more than that has a database to look into. */
const MOST_ENTRIES = 5_000;
const STORE_PAGE = 1_000;

const options = {} as const satisfies OptionSpecs;

export default {
  name: "log",
  options,
  visibility: "private",
  needs: "moderator",

  run(context) {
    return page(context, 0);
  },

  actions: {
    /** Turns the page. State: page number. */
    async page(context, [number = "0"]) {
      return { place: "update", reply: await page(context, Number(number)) };
    },

    /** Gives the whole log as a file. */
    async export(context) {
      const reply = await withEntries(context, (entries) => logExportReply(context.words, entries));
      return { place: "new", reply };
    },
  },
} as const satisfies Command<typeof options>;

async function page(context: CommandContext, wanted: number): Promise<Reply> {
  return withEntries(context, (entries) => {
    const pageNumber = pageOf(wanted, entries.length, PAGE_SIZE);
    const offset = pageNumber.page * PAGE_SIZE;
    return logReply(context.words, entries.slice(offset, offset + PAGE_SIZE), {
      pageNumber,
      pageRef: (number) => ({ command: "log", action: "page", state: [String(number)] }),
      exportRef: { command: "log", action: "export", state: [] },
      total: entries.length,
    });
  });
}

/** What is made of the entries of the server this is in, and of no other. */
async function withEntries(
  { words, store, who }: CommandContext,
  make: (entries: readonly LogEntry[]) => Reply,
): Promise<Reply> {
  const { server } = who;
  if (server === null) return noServerReply(words);
  const entries: LogEntry[] = [];
  while (entries.length < MOST_ENTRIES) {
    const found = await store.log({ server, offset: entries.length, limit: STORE_PAGE });
    if (!found.ok) return storeUnavailableReply(words);
    entries.push(...found.value);
    if (found.value.length < STORE_PAGE) break;
  }
  return make(entries);
}

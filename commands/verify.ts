import type { Command, CommandContext, Library, OptionSpecs } from "../src/domain/command.ts";
import type { Publication, PublicationLine } from "../src/domain/publication.ts";
import type { Reply } from "../src/domain/reply.ts";
import { storeUnavailableReply } from "../src/present/operator/failures.ts";
import { markdownCopyReply } from "../src/present/posts/markdown-copy-reply.ts";
import { pageOf } from "../src/present/text/pager.ts";
import { type CheckedLine, nothingToVerifyReply, verifyReply } from "../src/present/posts/verify-reply.ts";
import { aboutEvent } from "./drafting/about-event.ts";
import { findPost } from "./drafting/find-post.ts";
import { heldNow } from "./drafting/holding.ts";

const options = {
  message: { type: "text", required: true, maxLength: 200, autocomplete: false },
} as const satisfies OptionSpecs;

const PAGE_SIZE = 4;

/** Nothing here is for moderators alone: whoever reads a post may hold it against its articles. */
export default {
  name: "verify",
  options,
  visibility: "private",

  run(context, { message }) {
    return verified(context, message, 0);
  },

  actions: {
    /** Checks a post, by its own button. State: its id. */
    async post(context, [id = ""]) {
      return { place: "new", reply: await verified(context, id, 0) };
    },

    /** Turns the page. State: page number, the post's id. */
    async page(context, [page = "0", id = ""]) {
      return { place: context.byAsker ? "update" : "new", reply: await verified(context, id, Number(page)) };
    },

    /** Gives a post as Markdown. State: its id. */
    async copy(context, [id = ""]) {
      const post = await findPost(context, id);
      const { words } = context;
      if (post === "unavailable") return { place: "new", reply: storeUnavailableReply(words) };
      return { place: "new", reply: post === null ? nothingToVerifyReply(words) : markdownCopyReply(words, post) };
    },
  },
} as const satisfies Command<typeof options>;

async function verified(context: CommandContext, wanted: string, page: number): Promise<Reply> {
  const { words } = context;
  const post = await findPost(context, wanted);
  if (post === "unavailable") return storeUnavailableReply(words);
  if (post === null) return nothingToVerifyReply(words);
  const { library } = aboutEvent(context, post);
  const pageNumber = pageOf(page, post.lines.length, PAGE_SIZE);
  const start = pageNumber.page * PAGE_SIZE;
  const checked = post.lines.slice(start, start + PAGE_SIZE).map((line) => checkedLine(library, line));
  return verifyReply(words, post, checked, {
    pageNumber,
    pageRef: (number) => ({ command: "verify", action: "page", state: [String(number), post.id] }),
    first: start + 1,
    corpusNow: library.status().corpusVersion,
  });
}

function checkedLine(library: Library, line: Publication["lines"][number]): CheckedLine {
  const held = heldNow(library, line.cited);
  return { line, status: held.status, place: placeOf(library, line, held) };
}

/** In which file and where a sentence stands now; null where it does not. */
function placeOf(library: Library, { cited }: PublicationLine, held: ReturnType<typeof heldNow>): CheckedLine["place"] {
  const article = library.article(cited.article);
  if (article === undefined || held.status === "changed" || held.status === "withdrawn") return null;
  const { start, end } = held.status === "moved" ? held : cited;
  const { file, bodyLine } = article.source;
  // A JSON Lines file holds an article on one line, however many its body has.
  const linesBefore = file.endsWith(".md") ? article.body.slice(0, start).split("\n").length - 1 : 0;
  return { file, fileLine: bodyLine + linesBefore, start, end };
}

import type { AttachedFile, CommandContext } from "../../src/domain/command.ts";
import type { Preview } from "../../src/domain/curator.ts";
import type { ActionRef, Reply } from "../../src/domain/reply.ts";
import { curatorFailureReply } from "../../src/present/corpus/corpus-failure.ts";
import { PREVIEWED_PER_PAGE, previewReply } from "../../src/present/corpus/corpus-preview.ts";
import { escapeMarkdown } from "../../src/present/text/markdown.ts";
import { privateNote } from "../../src/present/text/note.ts";
import { pageOf } from "../../src/present/text/pager.ts";
import { watchingWith } from "./watching.ts";

/** Reads what a maintainer offers, and shows what adding it would do. */
export async function offerArticles(
  context: CommandContext,
  link: string | undefined,
  file: AttachedFile | undefined,
): Promise<Reply> {
  const { curator, library, words } = context;
  if ((link === undefined) === (file === undefined)) {
    return privateNote(escapeMarkdown(words.say("preview.one-of-both")), "failure");
  }
  const offer =
    file === undefined ? ({ type: "link", url: link ?? "" } as const) : ({ type: "attachment", file } as const);
  const made = await curator.preview(library.status().event.id, offer, {}, watchingWith(context));
  return made.ok ? showPreview(context, made.value, 0) : curatorFailureReply(words, made.error);
}

/** A preview with its buttons, which carry its id and whose it is. @param lead plain text above it; empty for none */
export function showPreview({ words, who }: CommandContext, preview: Preview, wanted: number, lead = ""): Reply {
  const ref = (action: string, ...more: readonly string[]): ActionRef => ({
    command: "corpus",
    action,
    state: [preview.id, who.person, ...more],
  });
  return previewReply(words, preview, {
    refTo: ref,
    pageRef: (page) => ref("page", String(page)),
    pageNumber: pageOf(wanted, preview.planned.length, PREVIEWED_PER_PAGE),
    lead,
  });
}

import type { CommandContext } from "../../src/domain/command.ts";
import type { Reply } from "../../src/domain/reply.ts";
import { curatorFailureReply } from "../../src/present/corpus/corpus-failure.ts";
import { reloadedReply } from "../../src/present/corpus/corpus-outcome.ts";
import { corpusStatusReply } from "../../src/present/corpus/corpus-status.ts";
import { coveragePicture } from "../../src/present/corpus/coverage-picture.ts";
import { titlesIn } from "./titles.ts";
import { watchingWith } from "./watching.ts";

/** Tells how the articles of the event asked about here are, and draws what they cover. */
export async function corpusStatus(context: CommandContext): Promise<Reply> {
  const { words, curator, library, pictures, signal } = context;
  const { event, newest } = library.status();
  const state = await curator.status(event.id, signal);
  if (!state.ok) return curatorFailureReply(words, state.error);
  const { name, coverage } = state.value;
  const picture = await coveragePicture(words, name, coverage, pictures, signal);
  const reply = corpusStatusReply(words, state.value, newest, titlesIn(context));
  return picture === null ? reply : { ...reply, picture };
}

/** Loads the articles of all events again. */
export async function reloadCorpus(context: CommandContext): Promise<Reply> {
  const { words, curator, library, libraries } = context;
  const outcomes = await curator.reload(watchingWith(context));
  const all = [library, ...libraries.all()];
  const titleOf = (id: string): string | null => {
    const found = all.find((one) => one.article(id) !== undefined);
    return found?.article(id)?.title ?? null;
  };
  return reloadedReply(words, outcomes, titleOf);
}

import type { Answer } from "../../src/domain/answer.ts";
import type { CommandContext } from "../../src/domain/command.ts";
import type { ActionRef, Reply } from "../../src/domain/reply.ts";
import { followedReply, followingFullReply } from "../../src/present/answers/answer-forms.ts";
import { answerReply } from "../../src/present/answers/answer-reply.ts";
import { storeUnavailableReply } from "../../src/present/operator/failures.ts";

/** Has somebody told, in their language, when the answer to a question is not any more what it is now. */
export async function followQuestion({ library, words, store, who }: CommandContext, answer: Answer): Promise<Reply> {
  if (answer.status === "unusable-question") {
    return answerReply(words, answer, { visibility: "private", newest: null, controls: [] });
  }
  const kept = await store.follow({
    person: who.person,
    event: library.status().event.id,
    question: answer.question.text,
    context: answer.question.context,
    seen: library.fingerprint(answer),
    language: words.language,
    since: new Date().toISOString(),
  });
  if (!kept.ok) return storeUnavailableReply(words);
  if (kept.value === "full") return followingFullReply(words);
  const stop: ActionRef = { command: "following", action: "end", state: [kept.value.id] };
  return followedReply(words, stop);
}

import type { ActionContext } from "../../src/domain/command.ts";
import type { Reply } from "../../src/domain/reply.ts";
import type { Feedback } from "../../src/domain/store.ts";
import { shownFrom } from "../../src/present/answers/answer-controls.ts";
import { REASON_LENGTH, thanksReply } from "../../src/present/answers/answer-forms.ts";
import { cleanText } from "../../src/present/text/clean.ts";
import { cut } from "../../src/present/text/cut.ts";
import { unrecoverableReply } from "../../src/present/answers/explanation-reply.ts";
import { storeUnavailableReply } from "../../src/present/operator/failures.ts";

/**
 * Keeps what somebody thinks of an answer, with what it showed; the question is the one above it.
 *
 * @param state as `shownState` writes it
 * @param reason as typed; null where none was asked for
 */
export async function judgeAnswer(
  { library, words, store, who, shown: { title } }: ActionContext,
  state: readonly string[],
  verdict: Feedback["verdict"],
  reason: string | null,
): Promise<Reply> {
  const question = cleanText(title ?? "").trim();
  if (question === "") return unrecoverableReply(words);
  const given = cut(cleanText(reason ?? "").trim(), REASON_LENGTH);
  const { refs, corpusVersion } = shownFrom(state, library.status().corpusVersion);
  const kept = await store.addFeedback({
    person: who.person,
    server: who.server,
    event: library.status().event.id,
    question,
    verdict,
    reason: given === "" ? null : given,
    shown: refs,
    corpusVersion,
    at: new Date().toISOString(),
  });
  return kept.ok ? thanksReply(words, given !== "") : storeUnavailableReply(words);
}

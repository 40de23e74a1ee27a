import type { Command, OptionSpecs } from "../src/domain/command.ts";
import { storeUnavailableReply } from "../src/present/operator/failures.ts";
import { forgetReply, forgottenReply, notYoursReply } from "../src/present/people/forget-reply.ts";

const options = {} as const satisfies OptionSpecs;

export default {
  name: "forget-me",
  options,
  visibility: "private",

  async run({ words, store, who, policy }) {
    const kept = await store.exportPerson(who.person);
    if (!kept.ok) return storeUnavailableReply(words);
    const { language, follows, feedback, deeds } = kept.value;
    const counts = {
      follows: follows.length,
      feedback: feedback.length,
      language: language !== null,
      deeds: deeds.length,
    };
    return forgetReply(words, counts, policy.questionDays, { command: "forget-me", action: "confirm", state: [] });
  },

  actions: {
    /** Deletes what is kept about whoever presses: a forged id reaches nobody else's. */
    async confirm({ words, store, who, policy, conversation, byAsker }) {
      if (!byAsker) return { place: "new", reply: notYoursReply(words) };
      // What is in memory goes whatever becomes of the rest.
      conversation.forget();
      const gone = await store.forgetPerson(who.person);
      if (!gone.ok) return { place: "new", reply: storeUnavailableReply(words) };
      return { place: "update", reply: forgottenReply(words, gone.value, policy.questionDays) };
    },
  },
} as const satisfies Command<typeof options>;

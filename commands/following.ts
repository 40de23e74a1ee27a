import type { ActionRef } from "../src/domain/reply.ts";
import type { Command, OptionSpecs } from "../src/domain/command.ts";
import { storeUnavailableReply } from "../src/present/operator/failures.ts";
import { followingReply, unfollowedLine, unfollowedReply } from "../src/present/answers/following-reply.ts";

const options = {} as const satisfies OptionSpecs;

const STOP: ActionRef = { command: "following", action: "stop", state: [] };

export default {
  name: "following",
  options,
  visibility: "private",

  async run({ words, store, who }) {
    const follows = await store.follows(who.person);
    return follows.ok ? followingReply(words, follows.value, STOP) : storeUnavailableReply(words);
  },

  actions: {
    /** Stops following the question chosen and shows what is left. The value is the follow's id; the store sees whose it is. */
    async stop({ words, store, who, byAsker, values: [id = ""] }) {
      const ended = await store.unfollow(who.person, id);
      const follows = ended.ok ? await store.follows(who.person) : ended;
      if (!ended.ok || !follows.ok) return { place: "new", reply: storeUnavailableReply(words) };
      const lead = unfollowedLine(words, ended.value);
      return { place: byAsker ? "update" : "new", reply: followingReply(words, follows.value, STOP, lead) };
    },

    /** Stops following one question, below a message that told of it and stays. State: the follow's id. */
    async end({ words, store, who }, [id = ""]) {
      const ended = await store.unfollow(who.person, id);
      const reply = ended.ok ? unfollowedReply(words, ended.value) : storeUnavailableReply(words);
      return { place: "new", reply };
    },
  },
} as const satisfies Command<typeof options>;

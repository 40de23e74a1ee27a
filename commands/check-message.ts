import type { MessageCommand } from "../src/domain/command.ts";
import { checkReply, claimReply, nothingToCheckReply, staleClaimReply } from "../src/present/answers/check-reply.ts";
import { claimFrom } from "../src/present/answers/claim-value.ts";
import { LIMITS } from "../src/present/text/limits.ts";

export default {
  type: "message",
  name: "check-message",

  async run({ library, words, signal }, { text, byBot }) {
    if (text.trim() === "") return nothingToCheckReply(words);
    return checkReply(words, await library.check(text, signal), {
      newest: library.status().newest,
      byBot,
      isCut: text.length >= LIMITS.message.readLength,
      claimRef: { command: "check-message", action: "claim", state: [] },
      refOf: (sentence) => library.refOf(sentence),
    });
  },

  actions: {
    /** Shows another claim. The value chosen is the claim with what was found, as {@link claimFrom} reads it. */
    claim({ library, words, values: [value = ""] }) {
      const read = claimFrom(value);
      if (read === null) return Promise.resolve({ place: "new", reply: staleClaimReply(words) });
      const passages = read.refs.flatMap((ref) => library.passage(ref, 0)?.sentence ?? []);
      const reply = claimReply(words, { ...read, passages }, library.status().newest);
      return Promise.resolve({ place: "new", reply });
    },
  },
} as const satisfies MessageCommand;

import type { Command, OptionSpecs } from "../src/domain/command.ts";
import { privacyReply } from "../src/present/people/privacy-reply.ts";

const options = {} as const satisfies OptionSpecs;

export default {
  name: "privacy",
  options,
  visibility: "private",
  run({ words, policy }) {
    return Promise.resolve(privacyReply(words, policy));
  },
} as const satisfies Command<typeof options>;

import type { Command, OptionSpecs } from "../src/domain/command.ts";
import { helpReply } from "../src/present/people/help-reply.ts";

const options = {} as const satisfies OptionSpecs;

export default {
  name: "help",
  options,
  run({ library, words, commands }) {
    return Promise.resolve(helpReply(words, library.status(), commands));
  },
} as const satisfies Command<typeof options>;

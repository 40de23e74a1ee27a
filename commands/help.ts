import type { Command, OptionSpecs } from "../src/domain/command.ts";
import { helpReply } from "../src/present/help-reply.ts";

const options = {} as const satisfies OptionSpecs;

export default {
  name: "help",
  description: "What you can ask, and how",
  options,
  run({ library, commands }) {
    return Promise.resolve(helpReply(library.status(), commands));
  },
} as const satisfies Command<typeof options>;

import type { Command, OptionSpecs } from "../src/domain/command.ts";
import { aboutReply } from "../src/present/about-reply.ts";

const options = {
  private: { type: "flag", required: false },
} as const satisfies OptionSpecs;

export default {
  name: "about",
  options,
  run({ library, words }, args) {
    return Promise.resolve(aboutReply(words, library.status(), args.private === true ? "private" : "public"));
  },
} as const satisfies Command<typeof options>;

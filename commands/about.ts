import type { Command, OptionSpecs } from "../src/domain/command.ts";
import { aboutReply } from "../src/present/about-reply.ts";

const options = {
  private: { type: "flag", description: "Only you see the reply", required: false },
} as const satisfies OptionSpecs;

export default {
  name: "about",
  description: "What this is, which articles it knows, and what it keeps about you",
  options,
  run({ library }, args) {
    return Promise.resolve(aboutReply(library.status(), args.private === true ? "private" : "public"));
  },
} as const satisfies Command<typeof options>;

import type { Command, OptionSpecs } from "../src/domain/command.ts";
import { aboutReply } from "../src/present/people/about-reply.ts";
import { visibilityFor } from "../src/present/text/visibility.ts";

const options = {
  private: { type: "flag", required: false },
} as const satisfies OptionSpecs;

export default {
  name: "about",
  options,
  run({ library, words, publicity }, args) {
    return Promise.resolve(aboutReply(words, library.status(), visibilityFor(publicity, args.private)));
  },
} as const satisfies Command<typeof options>;

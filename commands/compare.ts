import type { Command, OptionSpecs } from "../src/domain/command.ts";
import { questionChoices } from "../src/present/text/choices.ts";
import { compareReply } from "../src/present/posts/compare-reply.ts";
import { LIMITS } from "../src/present/text/limits.ts";
import { passagesInContext } from "./opening/passages-in-context.ts";

const options = {
  topic: {
    type: "text",
    required: true,
    // The topic travels in the id of the button that makes a draft, which holds 100 characters.
    maxLength: 70,
    autocomplete: true,
  },
} as const satisfies OptionSpecs;

export default {
  name: "compare",
  options,
  visibility: "private",

  async run({ library, words, signal, standing, who }, args) {
    const found = await library.compare(args.topic, signal);
    return compareReply(words, args.topic, found, {
      newest: library.status().newest,
      refOf: (sentence) => library.refOf(sentence),
      openRef: { command: "compare", action: "open", state: [] },
      draftRef:
        standing === "member" || who.server === null
          ? null
          : { command: "summary", action: "from-comparison", state: [args.topic] },
    });
  },

  complete({ library }, _option, typed) {
    const names = library.completeName(typed, LIMITS.autocomplete.choices);
    return Promise.resolve(questionChoices(typed, names, options.topic.maxLength));
  },

  actions: {
    /** Shows a passage in its article. The value chosen is the passage's ref. */
    open(context) {
      return passagesInContext(context, context.values);
    },
  },
} as const satisfies Command<typeof options>;

import type { CommandContext } from "../../src/domain/command.ts";
import type { Watching } from "../../src/domain/curator.ts";
import { stepReply } from "../../src/present/corpus/corpus-steps.ts";

/** Shows the person how far work has come, with a button that ends it as long as nothing is written. */
export function watchingWith({ words, signal, progress, cancel }: CommandContext): Watching {
  let isBegun = false;
  return {
    signal,
    onStep: (step) => {
      // What is being written and loaded ends well by itself, and is to be told of in full.
      isBegun ||= step.id === "writing" || step.id === "loading";
      progress(stepReply(words, step, isBegun ? null : cancel));
    },
  };
}

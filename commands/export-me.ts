import type { Command, OptionSpecs } from "../src/domain/command.ts";
import { exportReply } from "../src/present/people/export-reply.ts";
import { storeUnavailableReply } from "../src/present/operator/failures.ts";

const options = {} as const satisfies OptionSpecs;

export default {
  name: "export-me",
  options,
  visibility: "private",
  async run({ words, store, who }) {
    const data = await store.exportPerson(who.person);
    return data.ok ? exportReply(words, data.value) : storeUnavailableReply(words);
  },
} as const satisfies Command<typeof options>;

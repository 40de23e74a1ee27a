import type { Command, CommandContext, OptionSpecs } from "../src/domain/command.ts";
import type { Reply } from "../src/domain/reply.ts";
import { storeUnavailableReply } from "../src/present/operator/failures.ts";
import { languageReply, noServerLanguageReply, serverLanguageReply } from "../src/present/people/language-reply.ts";
import { SPOKEN_LANGUAGES } from "./settings/spoken-languages.ts";

/** Leaves the choice to Discord's own setting; for a server, to English. */
const DISCORD = "discord";
const ENGLISH = "en";

const options = {
  language: { type: "choice", required: true, values: [...SPOKEN_LANGUAGES, DISCORD] },
  for: { type: "choice", required: false, values: ["me", "everybody"] },
} as const satisfies OptionSpecs;

export default {
  name: "language",
  options,
  visibility: "private",

  async run(context, args) {
    const language = args.language === DISCORD ? null : args.language;
    if (args.for === "everybody") return setForServer(context, language);
    const set = await context.store.setLanguage(context.who.person, language);
    if (!set.ok) return storeUnavailableReply(context.words);
    return languageReply(await context.wordsNow(), language !== null);
  },
} as const satisfies Command<typeof options>;

async function setForServer(
  { words, store, who, standing, wordsNow }: CommandContext,
  language: string | null,
): Promise<Reply> {
  if (who.server === null) return noServerLanguageReply(words, "server-only");
  if (standing !== "manager") return noServerLanguageReply(words, "needs-permission");
  const set = await store.setServerSettings(who.server, { language }, null);
  return set.ok ? serverLanguageReply(await wordsNow(), language ?? ENGLISH) : storeUnavailableReply(words);
}

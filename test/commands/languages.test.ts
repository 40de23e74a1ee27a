import { expect } from "chai";
import about from "../../commands/about.ts";
import aboutName from "../../commands/about-name.ts";
import articleCommand from "../../commands/article.ts";
import ask from "../../commands/ask.ts";
import help from "../../commands/help.ts";
import latest from "../../commands/latest.ts";
import quote from "../../commands/quote.ts";
import search from "../../commands/search.ts";
import sources from "../../commands/sources.ts";
import { openLibrary } from "../../src/app/library.ts";
import { toMessage } from "../../src/discord/message.ts";
import type { ActionContext, CommandContext } from "../../src/domain/command.ts";
import type { Reply } from "../../src/domain/reply.ts";
import { replyOf } from "../fixtures/asking.ts";
import { ferryCorpus } from "../fixtures/articles.ts";
import { shippedLanguages } from "../fixtures/languages.ts";
import { meaningfulIndex, shippedModels } from "../fixtures/models.ts";
import { idleCurator, idleDesk, noPictures } from "../fixtures/desk.ts";
import { memoryStore } from "../fixtures/store.ts";
import { onlyLibrary } from "../fixtures/libraries.ts";
import { POLICY, UNWATCHED } from "../fixtures/context.ts";

const commands = [ask, aboutName, quote, latest, search, sources, articleCommand, help, about];
const { all, wordsFor } = shippedLanguages();

describe("the commands in other languages", () => {
  const corpus = ferryCorpus();
  const library = openLibrary(
    corpus,
    meaningfulIndex(shippedModels(), corpus.articles, corpus.event.glossary),
    "9.9.9",
    { model: shippedModels().answers, now: () => new Date("2021-06-01") },
  );
  const context = (locale: string): CommandContext => ({
    library,
    libraries: onlyLibrary(library),
    words: wordsFor(locale),
    commands: commands.map(({ name }) => ({ name, subcommand: null })),
    locale,
    signal: new AbortController().signal,
    ...UNWATCHED,
    who: { person: "7", channel: "1", server: "2", inThread: false },
    conversation: { context: [], add: () => {}, forget: () => {} },
    store: memoryStore(),
    policy: POLICY,
    standing: "member",
    isMaintainer: false,
    publicity: { allowed: true, byDefault: "public" },
    mayWrite: true,
    desk: idleDesk(),
    curator: idleCurator(),
    pictures: noPictures(),
    wordsNow: async () => wordsFor(locale),
  });
  const pressing = (locale: string): ActionContext => ({
    ...context(locale),
    byAsker: true,
    values: [],
    channels: [],
    fields: {},
    shown: { title: null },
  });

  it("answer a German in German, with the article's sentence as it stands and its date in German", async () => {
    const reply = await ask.run(context("de"), { question: "when did the talks break down", private: undefined });
    expect(reply.body).to.contain("broke down **last night** \\[8. Mai 2021\\]");
    expect(reply.body).to.contain("-# Die Antwort ist auf Englisch, wie ihre Artikel.");
    expect(reply.footer).to.equal("1 Artikel · Artikel bis 14. Mai 2021 · Korpus 0123456");
    expect(reply.controls).to.containSubset([{ buttons: [{ label: "Zusammenhang" }, { label: "Warum?" }] }]);
  });

  it("say to a Frenchwoman that the articles do not say", async () => {
    const { body } = await ask.run(context("fr"), { question: "is the sailors' union bankrupt", private: undefined });
    expect(body.replaceAll("\u00A0", " ")).to.match(
      /^\*\*Les articles ne le disent pas\.\*\* Aucun article ne mentionne « bankrupt »\./u,
    );
  });

  it("do not speak of the answer's language to somebody who reads it anyway", async () => {
    const { body } = await ask.run(context("en-US"), { question: "who leads the union", private: undefined });
    expect(body).not.to.contain("The answer is in");
  });

  it("list the commands by the names that the person's client shows", async () => {
    const { body } = await help.run(context("es-419"));
    expect(body).to.contain("**/preguntar** – Haz una pregunta;").and.contain("- /preguntar when did the strike begin");
    expect((await help.run(context("de"))).body).to.contain("dann Apps, dann **An den Artikeln prüfen**.");
    expect((await help.run(context("sq"))).body).to.contain("**/ask** – Bëj një pyetje;");
  });

  it("explain an answer in words, never by identifiers", async () => {
    for (const { language } of all) {
      const reply = replyOf(await ask.actions.why(pressing(language), ["=", "who leads the union"]));
      const lines = reply.body.split("\n").filter((line) => /^- \\?[+−]/u.test(line));
      expect(lines.length, language).to.be.greaterThan(4);
      for (const line of lines)
        expect(line, language)
          .to.match(/ /u)
          .and.not.match(/\p{Ll}\\-\p{Ll}+\\-/u);
    }
  });

  it("stay within Discord's limits in every language", async () => {
    for (const { language } of all) {
      const own = context(language);
      const replies: readonly Reply[] = [
        await ask.run(own, { question: "who leads the union", private: undefined }),
        await ask.run(own, { question: "🤷", private: undefined }),
        await search.run(own, { words: "company publisher:coast -mayor", private: undefined }),
        await search.run(own, { words: "bitcoin before:2021", private: undefined }),
        await sources.run(own, { private: undefined }),
        await articleCommand.run(own, { article: "gazette-end", private: undefined }),
        await articleCommand.run(own, { article: "zzzzzzzz", private: undefined }),
        await help.run(own),
        await about.run(own, { private: undefined }),
        (await ask.actions.context(pressing(language), [])).reply,
        replyOf(await ask.actions.why(pressing(language), ["=", "who leads the union"])),
      ];
      for (const reply of replies) {
        toMessage(reply, (what) => expect.fail(`${language}: ${what} was shortened`));
        expect(`${reply.title ?? ""}${reply.body}${reply.footer ?? ""}`, language).not.to.match(/[{}]/u);
      }
    }
  });
});

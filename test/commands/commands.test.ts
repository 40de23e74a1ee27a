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
import { decodeAction, encodeAction } from "../../src/discord/action-id.ts";
import type { ActionContext, CommandContext } from "../../src/domain/command.ts";
import type { ActionButton, Reply, Select } from "../../src/domain/reply.ts";
import { replyOf } from "../fixtures/asking.ts";
import { english } from "../fixtures/languages.ts";
import { article, corpusOf, ferryCorpus } from "../fixtures/articles.ts";
import { meaningfulIndex, shippedModels } from "../fixtures/models.ts";
import { idleCurator, idleDesk, noPictures } from "../fixtures/desk.ts";
import { memoryStore } from "../fixtures/store.ts";
import { onlyLibrary } from "../fixtures/libraries.ts";
import { POLICY, UNWATCHED } from "../fixtures/context.ts";

const signal = new AbortController().signal;
const commands = [ask, aboutName, quote, latest, search, sources, articleCommand, help, about];

function contextOf(corpus = ferryCorpus()): CommandContext {
  const index = meaningfulIndex(shippedModels(), corpus.articles, corpus.event.glossary);
  const answers = { model: shippedModels().answers, now: () => new Date("2021-06-01") };
  const library = openLibrary(corpus, index, "9.9.9", answers);
  return {
    library,
    libraries: onlyLibrary(library),
    words: english(),
    commands: commands.map(({ name }) => ({ name, subcommand: null })),
    locale: "en-GB",
    signal,
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
    wordsNow: async () => english(),
  };
}

function pressing(context: CommandContext, given: Partial<ActionContext> = {}): ActionContext {
  return { ...context, byAsker: true, values: [], channels: [], fields: {}, shown: { title: null }, ...given };
}

function buttons(reply: Reply): readonly ActionButton[] {
  return reply.controls.flatMap((row) =>
    row.type === "buttons" ? row.buttons.filter((button) => button.type === "action") : [],
  );
}

function button(reply: Reply, label: string): ActionButton {
  const found = buttons(reply).find((one) => one.label === label);
  if (found === undefined) throw new Error(`no button ${label}`);
  return found;
}

function select(reply: Reply): Select {
  const row = reply.controls.find((one) => one.type === "select");
  if (row === undefined) throw new Error("no select");
  return row.select;
}

describe("/ask", () => {
  const context = contextOf();

  it("answers with the sentence, its footnote and how fresh it is", async () => {
    const reply = await ask.run(context, { question: "who leads the union", private: undefined });
    expect(reply).to.deep.include({ visibility: "public", outcome: "answered", title: "who leads the union" });
    expect(reply.body).to.equal(
      [
        "**Karsten Hoel**, who leads the union, said nobody would sail.¹",
        "",
        "-# ¹ Coast Radio \\(NTX\\), [“Union calls strike at Lundvik”](https://news.example/coast-start), 5 May 2021 · 9 days before the newest article",
      ].join("\n"),
    );
    expect(reply.footer).to.equal("1 article · articles up to 14 May 2021 · corpus 0123456");
  });

  it("spells out what “last night” means", async () => {
    const reply = await ask.run(context, { question: "when did the talks break down", private: undefined });
    expect(reply.body).to.contain("broke down **last night** \\[8 May 2021\\]");
  });

  it("says that the articles do not say, and offers what is closest as no answer", async () => {
    const reply = await ask.run(context, { question: "is the sailors' union bankrupt", private: undefined });
    expect(reply.outcome).to.equal("not-in-articles");
    expect(reply.body).to.match(/^\*\*The articles do not say\.\*\* No article mentions “bankrupt”\./u);
    expect(reply.body).to.contain("Closest passages, which may not answer the question:");
  });

  it("keeps a private answer private, and what cannot be answered too", async () => {
    expect((await ask.run(context, { question: "who leads the union", private: true })).visibility).to.equal("private");
    expect((await ask.run(context, { question: "🤷", private: undefined })).visibility).to.equal("private");
  });

  it("shows what stands around the sentence, to the person who presses", async () => {
    const reply = await ask.run(context, { question: "who leads the union", private: undefined });
    const { place, reply: shown } = await ask.actions.context(pressing(context), button(reply, "Context").action.state);
    expect(place).to.equal("new");
    expect(shown.visibility).to.equal("private");
    expect(shown.body).to.contain("**Karsten Hoel, who leads the union, said nobody would sail.**");
    expect(shown.body).to.contain("The company denied that it had refused.");
  });

  it("says why, to the person who presses, for a short question and for a long one", async () => {
    const long = `who leads the union ${"of the sailors and of the seafarers ".repeat(7)}`.trim();
    for (const question of ["who leads the union", "who leads the unoin", long]) {
      const reply = await ask.run(context, { question, private: undefined });
      const { state } = button(reply, "Why?").action;
      const result = await ask.actions.why(pressing(context, { shown: { title: reply.title } }), state);
      expect(result.place).to.equal("new");
      const why = replyOf(result);
      expect(why.visibility).to.equal("private");
      expect(why.body).to.contain("**How I read the question**").and.contain("% is needed");
      expect(why.body).to.contain("“union”");
    }
  });

  it("says why there is no answer", async () => {
    const reply = await ask.run(context, { question: "what is the price of bitcoin", private: undefined });
    expect(buttons(reply).map(({ label }) => label)).to.deep.equal(["Follow up", "Why?", "Follow this", "Not right"]);
    const why = replyOf(await ask.actions.why(pressing(context), button(reply, "Why?").action.state));
    expect(why.title).to.equal("Why no answer?");
    expect(why.body).to.contain("No article mentions “price” or “bitcoin”");
  });

  it("says so when the question cannot be found back, or is none", async () => {
    for (const state of [[], ["-"], ["+", "union"], ["nonsense"]]) {
      const reply = replyOf(await ask.actions.why(pressing(context), state));
      expect(reply.body).to.contain("Ask it again");
    }
    const reply = replyOf(await ask.actions.why(pressing(context), ["=", "🤷"]));
    expect(reply.body).to.contain("no words");
  });

  it("shows what articles disagree about side by side", async () => {
    const harbour = contextOf(
      corpusOf([
        article({ id: "a", body: "The dam above Aas broke on 3 May 2021." }),
        article({ id: "b", body: "The dam above Aas broke on 4 May 2021." }),
        article({ id: "c", body: "The dam above Aas broke on 4 May 2021, NTX reported on Monday." }),
        ...ferryCorpus().articles,
      ]),
    );
    const reply = await ask.run(harbour, { question: "when did the dam above aas break", private: undefined });
    expect(reply.outcome).to.equal("disagreement");
    expect(reply.body).to.contain("The articles give different dates:\n- **3 May 2021**¹\n- **4 May 2021**²,³\n");
  });

  it("says to which conditions the answer was held", async () => {
    const question = "who leads the union publisher:coast after:2021-05 -mayor";
    const { outcome, body } = await ask.run(context, { question, private: undefined });
    expect(outcome).to.equal("answered");
    expect(body).to.match(/\n\n-# Only Coast Radio, from May 2021 on, without “mayor”\.$/u);
  });

  it("does not open another passage in place of one that has changed", async () => {
    const reply = await ask.run(context, { question: "who leads the union", private: undefined });
    const changed = ferryCorpus().articles.map((one) =>
      article(Object.assign({}, one, { body: `New first sentence. ${one.body}` })),
    );
    const later = contextOf(corpusOf(changed));
    const { reply: shown } = await ask.actions.context(pressing(later), button(reply, "Context").action.state);
    expect(shown.body).to.contain("no longer in the articles");
  });

  it("shows nothing for forged refs", async () => {
    for (const state of [[], [""], ["x.y"], ["constructor.0"], ["a".repeat(90)]]) {
      const { reply } = await ask.actions.context(pressing(context), state);
      expect(reply.body).to.contain("no longer in the articles");
    }
  });
});

describe("/search", () => {
  const context = contextOf();

  it("ranks passages, sets the words off and names the source", async () => {
    const reply = await search.run(context, { words: "company", private: undefined });
    expect(reply.body).to.match(/^\*\*1\.\*\* .*\*\*company\*\*/u);
    expect(reply.body).to.contain("-# ");
    expect(reply.footer).to.match(/^\d passages · (?:page 1 of \d · )?articles up to 14 May 2021$/u);
  });

  it("turns the page for the asker and shows others their own", async () => {
    const many = corpusOf(
      Array.from({ length: 12 }, (_, number) =>
        article({ id: `n${String(number)}`, body: `Sentence ${String(number)} about the harbour.` }),
      ),
    );
    const busy = contextOf(many);
    const firstPage = await search.run(busy, { words: "harbour", private: undefined });
    expect(firstPage.footer).to.contain("page 1 of 3");
    expect(button(firstPage, "Previous").disabled).to.equal(true);
    const next = button(firstPage, "Next").action.state;
    const mine = await search.actions.page(pressing(busy), next);
    expect(mine).to.deep.include({ place: "update" });
    expect(mine.reply.footer).to.contain("page 2 of 3");
    const theirs = await search.actions.page(pressing(busy, { byAsker: false }), next);
    expect(theirs.place).to.equal("new");
    expect(theirs.reply.visibility).to.equal("private");
    expect(theirs.reply.body).to.equal(mine.reply.body);
  });

  it("opens the passage that is chosen", async () => {
    const reply = await search.run(context, { words: "mediator", private: undefined });
    const [option] = select(reply).options;
    const { reply: opened } = await search.actions.open(pressing(context, { values: [option?.value ?? ""] }));
    expect(opened.body).to.contain("**The ministry offered a mediator on 8 May 2021.**");
  });

  it("keeps to pages that exist when the number is forged", async () => {
    for (const number of ["-5", "999", "NaN", "1e9", ""]) {
      const { reply } = await search.actions.page(pressing(context), [number, "company"]);
      expect(reply.body).to.contain("company");
    }
  });

  it("keeps quotes and operators from page to page, through the ids of its buttons", async () => {
    const many = corpusOf(
      Array.from({ length: 30 }, (_, number) =>
        article({
          id: `n${String(number)}`,
          publisher: number % 2 === 0 ? "Coast Radio" : "Northern Herald",
          body: number < 24 ? `The port police, sentence ${String(number)}.` : "The police of the port.",
        }),
      ),
    );
    const busy = contextOf(many);
    for (const words of [
      '"port police" -"sentence 4" publisher:coast',
      "“port police” -“sentence 4” publisher:“coast”",
    ]) {
      let reply = await search.run(busy, { words, private: undefined });
      let body = reply.body;
      while (!button(reply, "Next").disabled) {
        const id = encodeAction(button(reply, "Next").action);
        const sent = id === null ? null : decodeAction(id);
        reply = (await search.actions.page(pressing(busy), sent?.state ?? [])).reply;
        body += `\n${reply.body}`;
      }
      expect(reply.footer).to.match(/^11 passages · page 3 of 3/u);
      expect(body.match(/sentence \d+\./gu)).to.have.length(11);
      expect(body).not.to.match(/Northern|sentence 4\.|police\*{0,2} of/u);
      expect(body).to.contain("-# Only Coast Radio, with “port police” word for word, without “sentence 4”.");
    }
  });

  it("says when no passage holds the phrase and shows those without quotes", async () => {
    const reply = await search.run(context, { words: '"company strike"', private: undefined });
    expect(reply.body).to.match(/^No results for “company strike”\. Results without quotes\\:\n\n\*\*1\.\*\* /u);
  });

  it("says what is wrong with a date, to the person alone", async () => {
    const reply = await search.run(context, { words: "strike before:yesterday", private: undefined });
    expect(reply.visibility).to.equal("private");
    expect(reply.body.replaceAll("\\", "")).to.equal(
      "“before:” needs a date such as 2022-09-10, 2022-09 or 2022. I cannot read “yesterday” as one.",
    );
  });

  it("says under which conditions nothing matches", async () => {
    const reply = await search.run(context, { words: "mediator publisher:coast", private: undefined });
    expect(reply.outcome).to.equal("not-in-articles");
    expect(reply.body).to.contain("No passage holds these words on these conditions.");
    expect(reply.body).to.contain("-# Only Coast Radio.");
  });

  it("says what to do when nothing matches", async () => {
    const reply = await search.run(context, { words: "bitcoin", private: undefined });
    expect(reply.outcome).to.equal("not-in-articles");
    expect(reply.body).to.contain("/sources");
  });
});

describe("/sources", () => {
  const context = contextOf();

  it("lists every article with its link", async () => {
    const reply = await sources.run(context, { private: undefined });
    expect(reply.body).to.contain("[Union calls strike at Lundvik](https://news.example/coast-start)");
    expect(reply.body).to.contain("Talks break down");
    expect(reply.footer).to.equal("3 articles · articles up to 14 May 2021");
  });

  it("opens the article that is chosen, privately", async () => {
    const { reply } = await sources.actions.open(pressing(context, { values: ["herald-talks"] }));
    expect(reply).to.deep.include({ visibility: "private", title: "Talks break down" });
  });
});

describe("/article", () => {
  const context = contextOf();

  it("shows the article's text and where it comes from", async () => {
    const reply = await articleCommand.run(context, { article: "gazette-end", private: undefined });
    expect(reply.title).to.equal("Ferries sail again after nine days");
    expect(reply.body).to.contain("The Harbour Gazette · 14 May 2021");
    expect(reply.body).to.contain("[Read the original](https://news.example/gazette-end)");
    expect(reply.body).to.contain("A brief: the report retold in our own words.");
    expect(reply.body).to.contain("7.5 percent more from June.");
  });

  it("takes typed words for the article they resemble most", async () => {
    const reply = await articleCommand.run(context, { article: "ferries sail agan", private: undefined });
    expect(reply.title).to.equal("Ferries sail again after nine days");
  });

  it("keeps to pages that exist when the number is forged, and says which it is", async () => {
    const paragraphs = Array.from({ length: 30 }, () => `${"word ".repeat(40)}end.`);
    const long = contextOf(corpusOf([article({ id: "long", body: paragraphs.join("\n\n") })]));
    for (const [number, shown] of [
      ["999", /page (\d) of \1$/u],
      ["-7", /page 1 of \d$/u],
      ["x", /page 1 of \d$/u],
    ] as const) {
      const { reply } = await articleCommand.actions.page(pressing(long), [number, "long"]);
      expect(reply.footer).to.match(shown);
    }
  });

  it("says of a reprint what it prints again, where that is here", async () => {
    const { articles } = ferryCorpus();
    const reprint = article({ id: "reprint", body: "Ferries left the port again.", reprintOf: "gazette-end" });
    const orphan = article({ id: "orphan", body: "Ferries left.", reprintOf: "not-here" });
    const library = contextOf(corpusOf([...articles, reprint, orphan]));
    const bodyOf = async (id: string) => (await articleCommand.run(library, { article: id, private: undefined })).body;
    expect(await bodyOf("reprint")).to.contain(
      "-# Reprint of “Ferries sail again after nine days”, The Harbour Gazette",
    );
    expect(await bodyOf("orphan")).not.to.contain("Reprint");
  });

  it("names the authors where they are known", async () => {
    const signed = contextOf(corpusOf([article({ id: "signed", body: "Text.", authors: ["Ola Nord", "Ida Brandt"] })]));
    expect((await articleCommand.run(signed, { article: "signed", private: undefined })).body).to.contain(
      "By Ola Nord, Ida Brandt",
    );
  });

  it("says so when there is none", async () => {
    const reply = await articleCommand.run(context, { article: "zzzzzzzz", private: undefined });
    expect(reply.body).to.contain("There is no article “zzzzzzzz”");
  });

  it("proposes articles while the title is typed, slips included", async () => {
    const choices = await articleCommand.complete(context, "article", "strke lundvik");
    expect(choices[0]).to.deep.equal({
      label: "5 May 2021 · Coast Radio (NTX) · Union calls strike at Lundvik",
      value: "coast-start",
    });
    expect(await articleCommand.complete(context, "article", "")).to.have.length(3);
  });

  it("shows all of a long article, page by page", async () => {
    const paragraphs = Array.from(
      { length: 30 },
      (_, number) => `Paragraph ${String(number)} ${"word ".repeat(40)}end.`,
    );
    const long = contextOf(corpusOf([article({ id: "long", body: paragraphs.join("\n\n") })]));
    let reply = await articleCommand.run(long, { article: "long", private: undefined });
    let text = reply.body;
    while (!button(reply, "Next").disabled) {
      reply = (await articleCommand.actions.page(pressing(long), button(reply, "Next").action.state)).reply;
      text += reply.body;
    }
    for (const number of paragraphs.keys()) expect(text).to.contain(`Paragraph ${String(number)} word`);
  });
});

describe("proposals while a question is typed", () => {
  const context = contextOf();
  const values = async (command: typeof ask | typeof search, typed: string): Promise<readonly string[]> =>
    (await command.complete(context, "question", typed)).map(({ value }) => value);

  it("are the event's questions and names, after what was typed itself", async () => {
    for (const command of [ask, search]) {
      expect((await values(command, "")).slice(0, 2)).to.deep.equal([
        "when did the strike begin",
        "who leads the union",
      ]);
      expect(await values(command, "who leads")).to.deep.equal(["who leads", "who leads the union"]);
      expect(await values(command, "Karst")).to.deep.equal(["Karst", "Karsten Hoel"]);
      expect(await values(command, "who leads the union")).to.deep.equal(["who leads the union"]);
    }
  });

  it("never stand in for a question that is too long to be proposed, nor are longer than the option", async () => {
    expect(await values(ask, "who leads the union ".repeat(6))).to.deep.equal([]);
    const long = "how many sailors of the port stopped work in the week after the union called them out";
    const event = { ...ferryCorpus().event, examples: [long, `${long} and why did nobody of them sail`] };
    const library = contextOf({ ...ferryCorpus(), event });
    const proposed = async (command: typeof ask | typeof search): Promise<readonly string[]> =>
      (await command.complete(library, "question", "how many sail")).map(({ value }) => value);
    expect(await proposed(ask)).to.deep.equal(["how many sail", long, "sailors' union"]);
    expect(await proposed(search)).to.deep.equal(["how many sail", "sailors' union"]);
  });

  it("are no more than Discord shows, each shown on one clean line", async () => {
    const examples = Array.from({ length: 25 }, (_, number) => `who is on pier ${String(number)}`);
    const library = contextOf({ ...ferryCorpus(), event: { ...ferryCorpus().event, examples } });
    const choices = await ask.complete(library, "question", "who\u202E is");
    expect(choices).to.have.length(25);
    expect(choices[0]).to.deep.equal({ label: "who is", value: "who\u202E is" });
  });
});

describe("/help and /about", () => {
  const context = contextOf();

  it("tells what to ask, with the event's own examples, and lists every command", async () => {
    const reply = await help.run(context);
    expect(reply.body).to.contain("The ferry strike");
    expect(reply.body).to.contain("- /ask when did the strike begin");
    expect(reply.body).to.match(/"foreign ministry"[^]*\\-word[^]*publisher\\:[^]*after\\:[^]*before\\:/u);
    for (const { name } of commands) expect(reply.body.replaceAll("\\", "")).to.contain(`**/${name}**`);
    expect(reply.body)
      .to.contain("To check somebody’s message: right-click it")
      .and.contain("**Check against the articles**");
  });

  it("tells what is served, how new it is and what is kept", async () => {
    const reply = await about.run(context, { private: undefined });
    expect(reply.body).to.contain("Articles: 3 (10 sentences)");
    expect(reply.body).to.contain("Newest article: 14 May 2021");
    expect(reply.body).to.contain("Corpus version: 0123456789ab");
    expect(reply.body).to.contain("No service but Discord sees it. /privacy says what is kept, and for how long.");
  });
});

describe("every reply", () => {
  it("shows hostile articles inertly and within Discord's limits", async () => {
    const nasty = "@everyone <@1> [x](https://evil.example) **b** `c` https://evil.example \u202E ||s|| # h";
    const hostile = contextOf(
      corpusOf(
        Array.from({ length: 30 }, (_, number) =>
          article({
            id: `h${String(number)}`,
            title: `${nasty} ${"long ".repeat(58)}`.slice(0, 300),
            publisher: nasty.slice(0, 100),
            note: nasty,
            body: `${nasty} harbour ${"and more ".repeat(300)}.\n\n${nasty} harbour.`,
          }),
        ),
      ),
    );
    const replies = [
      await ask.run(hostile, { question: `harbour ${nasty}`.slice(0, 300), private: undefined }),
      await search.run(hostile, { words: "harbour", private: undefined }),
      await sources.run(hostile, { private: undefined }),
      await articleCommand.run(hostile, { article: "h3", private: undefined }),
      await help.run(hostile),
      await about.run(hostile, { private: undefined }),
    ];
    for (const reply of replies) {
      expect(reply.body.length, reply.title ?? "").to.be.at.most(4_096);
      expect((reply.title ?? "").length).to.be.at.most(256);
      const bare = reply.body.replaceAll(/\\[^\p{L}\p{N}\s]/gu, "");
      expect(bare).not.to.match(/@everyone|<@|\]\(https:\/\/evil|https:\/\/evil|\u202E|\|\|/u);
    }
  });
});

import { expect } from "chai";
import summary from "../../commands/summary.ts";
import type { CommandContext } from "../../src/domain/command.ts";
import type { Summary } from "../../src/domain/digest.ts";
import type { Reply } from "../../src/domain/reply.ts";
import { LIMITS } from "../../src/present/text/limits.ts";
import { encodeAction } from "../../src/discord/action-id.ts";
import { shippedLanguages } from "../fixtures/languages.ts";
import { ferryCorpus } from "../fixtures/articles.ts";
import { asking, button, pressing, replyOf, select, speaking } from "../fixtures/asking.ts";
import { idleDesk } from "../fixtures/desk.ts";
import { moderator, onlyPublication, press } from "../fixtures/moderating.ts";

const wanted = (topic?: string, since?: string, length?: "short" | "medium" | "long") => ({ topic, since, length });

describe("/summary", () => {
  const context = asking(ferryCorpus());

  it("shows how much has been read while it takes its time, with a button that calls it off", async () => {
    const shown: Reply[] = [];
    const context = { ...moderator(), progress: (reply: Reply) => void shown.push(reply) };
    const { library } = context;
    const slow: CommandContext["library"] = {
      ...library,
      summarise: async (request, signal, onProgress) => {
        onProgress?.(1_024, 24_500);
        return library.summarise(request, signal, onProgress);
      },
    };
    await summary.run({ ...context, library: slow }, wanted("strike"));
    const [first, ...others] = shown;
    if (first === undefined) throw new Error("nothing was shown");
    expect(first.body).to.equal("Reading the articles\\: 1,024 of 24,500 …");
    expect(first.visibility).to.equal("private");
    expect(button(first, "Cancel").action).to.deep.equal(context.cancel);
    expect(others).to.have.length.greaterThan(0);
  });

  it("tells in sentences of the articles, each with its footnote, to the person alone", async () => {
    const reply = await summary.run(context, wanted());
    expect(reply).to.deep.include({ visibility: "private", title: "Summary" });
    const sentences = ferryCorpus().articles.flatMap(({ body }) => body.split(/(?<=\.)\s+/u));
    const [first = ""] = reply.body.split("¹");
    expect(first).to.contain(" \\[3 May 2021\\]");
    expect(sentences).to.include(first.replaceAll(/ \\\[[^\]]*\\\]/gu, ""));
    expect(reply.body).to.match(/^-# ¹ .+, \[?“/mu);
    expect(reply.footer).to.match(
      /^\d articles, \d independent sources? · articles up to 14 May 2021 · corpus 0123456$/u,
    );
  });

  it("is named after its topic, and no longer than wanted", async () => {
    const reply = await summary.run(context, wanted("strike", "2021-05", "short"));
    expect(reply.title).to.equal("Summary: strike");
    expect(select(reply).options).to.have.length.within(1, 3);
    expect(reply.footer).to.contain("from May 2021 on");
    expect((await summary.run(speaking(context, "de"), wanted("strike"))).title).to.equal("Zusammenfassung: strike");
  });

  it("says so where the articles do not say, and where a day cannot be read", async () => {
    const telling = async (found: Summary) =>
      summary.run({ ...moderator(), library: { ...context.library, summarise: async () => found } }, wanted("zebras"));
    const silent = await telling({ status: "not-in-articles", closest: [], unknownWords: ["zebras"] });
    expect(silent).to.deep.include({ outcome: "not-in-articles", title: "Summary: zebras" });
    expect(silent.body).to.equal("**The articles do not say.** No article mentions “zebras”.");
    expect((await telling({ status: "nothing-then", newest: "2021-05-14" })).body).to.contain("14 May 2021");
    const unusable = await telling({ status: "unusable-topic", reason: { id: "no-words" } });
    expect(unusable.outcome).to.equal("information");
    expect(unusable.controls).to.deep.equal([]);
    expect((await summary.run(context, wanted("strike", "soonish"))).body).to.contain("I cannot read “soonish”");
  });

  it("opens a sentence in its article, and copies it all as Markdown", async () => {
    const reply = await summary.run(context, wanted("strike", undefined, "short"));
    const [first] = select(reply).options;
    const opened = replyOf(await summary.actions.context(pressing(context, { values: [first?.value ?? ""] })));
    expect(opened.body).to.contain("**");
    const copied = replyOf(await summary.actions.copy(pressing(context), button(reply, "Copy").action.state));
    expect(copied.visibility).to.equal("private");
    const [file] = copied.attachments ?? [];
    expect(file?.name).to.equal("summary.md");
    expect(file?.text)
      .to.match(/^# Summary: strike\n/u)
      .and.match(/\[\^1\]\n[\s\S]*^\[\^1\]: .+, “.+”, \d+ May 2021/mu);
  });

  it("offers a draft to moderators alone, and not in direct messages", async () => {
    const labels = async (given: typeof context) =>
      (await summary.run(given, wanted())).controls.flatMap((row) =>
        row.type === "buttons" ? row.buttons.map(({ label }) => label) : [],
      );
    expect(await labels(context)).to.deep.equal(["Copy"]);
    expect(await labels(moderator())).to.deep.equal(["Copy", "Make a draft"]);
    expect(
      await labels(moderator({ who: { person: "7", channel: "1", server: null, inThread: false } })),
    ).to.deep.equal(["Copy"]);
    for (const action of Object.keys(summary.actions)) {
      if (action !== "context" && action !== "copy") expect(summary.actionNeeds[action], action).to.equal("moderator");
    }
  });

  it("says to moderators before composing where nothing can be posted", async () => {
    const lacking = { ...idleDesk(), lacking: async () => ({ ok: true, value: ["embed-links"] }) as const };
    const told = await summary.run(moderator({ desk: lacking }), wanted());
    expect(told.body).to.match(/^-# I cannot post in this channel\\: I am not allowed to embed links\./u);
    const mute = await summary.run(moderator({ mayWrite: false }), wanted());
    expect(mute.body).to.match(/^-# You may not write in this channel/u);
    expect(() => button(mute, "Make a draft")).to.throw();
    const refused = replyOf(await press(moderator({ mayWrite: false }), { action: "draft", state: ["", "", "m"] }));
    expect(refused.body).to.match(/^You may not write in this channel/u);
  });

  it("makes a draft of what it showed, even where nothing in the button is true", async () => {
    const context = moderator();
    const reply = await summary.run(context, wanted("strike", "2021-05", "short"));
    const made = await press(context, button(reply, "Make a draft").action);
    expect(made.place).to.equal("new");
    const draft = await onlyPublication(context.store);
    expect(draft).to.deep.include({ state: "draft", kind: "summary", topic: "strike", since: "2021-05", author: "70" });
    const forged = moderator();
    await press(forged, { action: "draft", state: ["@everyone\n# x", "not a day", "zzz"] });
    const listed = await forged.store.publications.after(null, ["draft"], 5);
    expect(listed.ok && listed.value.every(({ since }) => since === null)).to.equal(true);
  });

  it("makes drafts of timelines and comparisons too", async () => {
    const context = moderator();
    const made = replyOf(await press(context, { action: "from-timeline", state: ["", "", ""] }));
    expect(made.title).to.equal("Timeline");
    expect(made.body).to.match(/\*\*1 · <t:\d+:D>\*\* · /u);
    const compared = replyOf(await press(moderator(), { action: "from-comparison", state: ["strike"] }));
    expect(compared.title).to.equal("How the articles differ: strike");
    expect(compared.body).to.match(/^\*\*What (?:several say|only .+ says)\*\*$|The articles give different/mu);
  });

  it("finds room for its topic in every button", async () => {
    const context = moderator();
    const topic = `strike ${"w|~".repeat(30)}`.slice(0, 68);
    const reply = await summary.run(context, wanted(topic, "2021-05-01", "long"));
    const long = await summary.run(context, wanted(`strike ${"ferry ".repeat(12)}`.slice(0, 68), "2021-05-01", "long"));
    for (const row of [...reply.controls, ...long.controls]) {
      for (const one of row.type === "buttons" ? row.buttons : []) {
        if (one.type === "action") expect(encodeAction(one.action), one.label).to.be.a("string");
      }
    }
  });

  it("proposes days and names", async () => {
    expect((await summary.complete(context, "since", "")).length).to.be.greaterThan(1);
    expect((await summary.complete(context, "topic", "Hoel")).map(({ value }) => value)).to.include("Karsten Hoel");
  });

  it("fits in every language", async () => {
    for (const { language } of shippedLanguages().all) {
      const reply = await summary.run(speaking(moderator(), language), wanted("strike", undefined, "long"));
      expect(reply.body.length, language).to.be.at.most(LIMITS.embed.descriptionLength);
    }
  });
});

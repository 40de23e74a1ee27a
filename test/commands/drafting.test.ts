import { expect } from "chai";
import type { CommandContext } from "../../src/domain/command.ts";
import type { Publication } from "../../src/domain/publication.ts";
import type { Reply } from "../../src/domain/reply.ts";
import { LIMITS } from "../../src/present/text/limits.ts";
import { encodeAction } from "../../src/discord/action-id.ts";
import { toMessage } from "../../src/discord/message.ts";
import { article, corpusOf, ferryCorpus } from "../fixtures/articles.ts";
import { asking, button, replyOf, select, speaking } from "../fixtures/asking.ts";
import { idleDesk } from "../fixtures/desk.ts";
import { shippedLanguages } from "../fixtures/languages.ts";
import { as, formOf, moderator, onlyPublication, press, rows } from "../fixtures/moderating.ts";

/** A draft that has just been begun, as its author sees it. */
async function begun(given: Partial<CommandContext> = {}) {
  const context = moderator(given);
  const reply = replyOf(await press(context, { action: "draft", state: ["", "", "m"] }));
  return { context, reply, draft: await onlyPublication(context.store) };
}

const texts = ({ lines }: Publication): readonly string[] => lines.map(({ cited }) => cited.text);

/** Takes up the line at a place. */
async function selected(context: CommandContext, reply: Reply, place: number): Promise<Reply> {
  const { action, options } = select(reply);
  return replyOf(await press(context, action, { values: [options[place]?.value ?? ""] }));
}

/** The ferry corpus with other bodies; null for an article withdrawn. */
function changedCorpus(bodies: Readonly<Record<string, string | null>>) {
  const { articles } = ferryCorpus();
  const kept = articles.filter(({ id }) => bodies[id] !== null);
  const changed = kept.map((one) => article({ ...one, body: bodies[one.id] ?? one.body }));
  return { ...corpusOf(changed), version: "ba9876543210" };
}

describe("a draft", () => {
  it("is shown exactly as it will look, to moderators alone", async () => {
    const { reply, draft } = await begun();
    expect(reply.visibility).to.equal("private");
    expect(reply.body).to.match(/^-# Draft for <#300000000000000003> · only moderators see it\n\n/u);
    expect(draft.lines.length).to.be.greaterThan(2);
    for (const { cited } of draft.lines) {
      const body = ferryCorpus().articles.find(({ id }) => id === cited.article)?.body;
      expect(body?.slice(cited.start, cited.end)).to.equal(cited.text);
    }
  });

  it("lets a line be taken up, moved and dropped", async () => {
    const { context, reply, draft } = await begun();
    const [first, second, third, ...rest] = texts(draft);
    const taken = await selected(context, reply, 1);
    expect(taken.body).to.contain(`▸ ${second?.slice(0, 12) ?? ""}`);
    const up = replyOf(await press(context, button(taken, "Up").action));
    expect(texts(await onlyPublication(context.store))).to.deep.equal([second, first, third, ...rest]);
    expect(button(up, "Up").disabled).to.equal(true);
    const down = replyOf(await press(context, button(up, "Down").action));
    expect(texts(await onlyPublication(context.store))).to.deep.equal([first, second, third, ...rest]);
    await press(context, button(down, "Drop").action);
    expect(texts(await onlyPublication(context.store))).to.deep.equal([first, third, ...rest]);
  });

  it("goes through other wordings, each with its own source, and comes round again", async () => {
    const { context, reply, draft } = await begun();
    let shown = await selected(context, reply, 0);
    const seen = new Set<string>();
    for (let turn = 0; turn < 20; turn += 1) {
      shown = replyOf(await press(context, button(shown, "Other wording").action));
      const [line] = (await onlyPublication(context.store)).lines;
      seen.add(line?.cited.text ?? "");
      const body = context.library.article(line?.cited.article ?? "")?.body ?? "";
      expect(body.slice(line?.cited.start, line?.cited.end)).to.equal(line?.cited.text);
      if (line?.cited.text === texts(draft)[0]) break;
    }
    expect(seen.size).to.be.greaterThan(1);
    expect(seen).to.include(texts(draft)[0]);
    const ids = (await onlyPublication(context.store)).lines.map(({ id }) => id);
    expect(new Set(ids).size).to.equal(ids.length);
  });

  it("takes in sentences of the articles, and nothing without a source", async () => {
    const { context, reply } = await begun();
    const form = formOf(await press(context, button(reply, "Add a line").action));
    const found = replyOf(await press(context, form.action, { fields: { words: "mediator ministry" } }));
    const { action, options } = select(found);
    expect(options[0]?.label).to.contain("mediator");
    await press(context, action, { values: [options[0]?.value ?? ""] });
    expect(texts(await onlyPublication(context.store)).at(-1)).to.contain("offered a mediator");

    const before = await onlyPublication(context.store);
    const state = [before.id, String(before.revision), ""];
    const forged = replyOf(await press(context, { action: "insert", state }, { values: ["Iran did it."] }));
    expect(forged.body).to.contain("A line without a source cannot be added.");
    const none = replyOf(await press(context, { action: "find", state }, { fields: { words: "zebra xylophone" } }));
    expect(none.controls.some(({ type }) => type === "select") || none.body.includes("cannot be added")).to.equal(true);
    expect(await onlyPublication(context.store)).to.deep.equal(before);
  });

  it("has a title and a note that are marked as the moderators' own", async () => {
    const { context, reply } = await begun();
    const form = formOf(await press(context, button(reply, "Title and note").action));
    expect(form.fields.map(({ value }) => value)).to.deep.equal([null, null]);
    const fields = {
      title: "@everyone **read** [this](https://evil.example)\u202E",
      note: "```\n# <@1> says\n[x](https://evil.example) ||s||\u0000",
    };
    const shown = replyOf(await press(context, form.action, { fields }));
    expect(shown.title).to.equal("@everyone **read** [this](https://evil.example)");
    expect(shown.body).to.contain(
      "> **Note by the moderators:** \\`\\`\\`\n> \\# \\<\\@1\\> says\n> \\[x\\]\\(https\\://evil.example\\) \\|\\|s\\|\\|",
    );
    expect(shown.body).to.contain("The title is by the moderators");
    const copied = replyOf(await press(context, button(shown, "Copy").action)).attachments?.[0]?.text ?? "";
    expect(copied).to.contain("\\@everyone \\*\\*read\\*\\* \\[this\\](https\\://evil.example)");
    const empty = replyOf(
      await press(context, (await textForm(context, shown)).action, { fields: { title: " ", note: "" } }),
    );
    expect(empty.title).to.equal("Summary");
  });

  it("goes to a channel where the bot and the person may write", async () => {
    const { context, reply, draft } = await begun();
    const [row] = rows(reply, "picker");
    const action = row?.picker.action ?? { action: "", state: [] };
    const channels = [{ id: "300000000000000004", personMayWrite: false }];
    expect(replyOf(await press(context, action, { channels })).body).to.contain("You may not write in that channel");
    const mute = { ...idleDesk(), lacking: async () => ({ ok: true, value: ["send-messages"] }) as const };
    const may = [{ id: "300000000000000004", personMayWrite: true }];
    expect(replyOf(await press({ ...context, desk: mute }, action, { channels: may })).body).to.contain(
      "I cannot do this in that channel: I am not allowed to send messages.",
    );
    expect((await onlyPublication(context.store)).channel).to.equal(draft.channel);
    expect(replyOf(await press(context, action, { channels: may })).body).to.contain("<#300000000000000004>");
  });

  it("is posted once, and says where", async () => {
    const { context, reply } = await begun();
    const posted = replyOf(await press(context, button(reply, "Post").action));
    expect(posted.body).to.equal(
      "It is posted: https://discord.com/channels/200000000000000002/300000000000000003/900000000000000009",
    );
    const again = replyOf(await press(context, button(reply, "Post").action));
    expect(again.body)
      .to.match(/^Somebody changed it meanwhile/u)
      .and.contain("It is posted");
  });

  it("stays a draft where it cannot be posted, and says why", async () => {
    const failures = [
      [{ status: "refused", failure: { id: "not-allowed", lacking: ["embed-links"] } }, "not allowed to embed links"],
      [{ status: "refused", failure: { id: "refused", code: 50_035 } }, "Discord does not take it (code 50035)"],
      [{ status: "failed", failure: { id: "store-unavailable", reason: "x" } }, "I cannot reach what is kept"],
      [{ status: "gone" }, "This is not there any more"],
    ] as const;
    for (const [outcome, said] of failures) {
      const { context, reply } = await begun();
      const desk = { ...idleDesk(), post: async () => outcome };
      const told = replyOf(await press({ ...context, desk }, button(reply, "Post").action));
      expect(told.body).to.contain(said);
      expect(button(told, "Post").disabled).to.equal(false);
    }
    const { context, reply, draft } = await begun();
    const desk = { ...idleDesk(), post: async () => ({ status: "later", publication: draft }) as const };
    const later = replyOf(await press({ ...context, desk }, button(reply, "Post").action));
    expect(later.body).to.contain("as soon as Discord can be reached");
  });

  it("is discarded only once that is confirmed", async () => {
    const { context, reply } = await begun();
    const asked = replyOf(await press(context, button(reply, "Discard").action));
    expect((await onlyPublication(context.store)).state).to.equal("draft");
    expect(replyOf(await press(context, button(asked, "Back").action)).title).to.equal("Summary");
    const done = replyOf(await press(context, button(asked, "Yes, discard it").action));
    expect(done.body).to.equal("This draft was discarded.");
    expect(done.controls).to.deep.equal([]);
  });

  it("is there for no other server, whatever id is forged", async () => {
    const { context, reply, draft } = await begun();
    const stranger = { ...context, who: { ...context.who, server: "200000000000000009" } };
    const before = await onlyPublication(context.store);
    const buttons = rows(await selected(context, reply, 1), "buttons").flatMap((row) => row.buttons);
    for (const one of buttons) {
      if (one.type !== "action") continue;
      const result = replyOf(await press(stranger, one.action));
      expect(result.body, one.label).to.equal("This is not there any more.");
    }
    for (const id of [draft.id, "", "../../x", "a".repeat(99), "constructor"]) {
      const opened = replyOf(await press(stranger, { action: "open", state: [] }, { values: [id] }));
      expect(opened.body).to.equal("This is not there any more.");
    }
    expect(await onlyPublication(context.store)).to.deep.equal(before);
  });

  it("never loses what two moderators do at once", async () => {
    const { context, reply, draft } = await begun();
    const other = as(context, "71");
    const mine = await selected(context, reply, 1);
    const theirs = await selected(other, reply, 2);
    await press(context, button(mine, "Drop").action);
    const late = replyOf(await press(other, button(theirs, "Drop").action));
    expect(late.body).to.match(/^\*\*Somebody changed it meanwhile: this is how it stands now\.\*\*/u);
    expect(texts(await onlyPublication(context.store))).to.deep.equal(texts(draft).toSpliced(1, 1));
    for (const revision of ["", "-1", "1e9", "NaN", String(draft.revision)]) {
      const state = [draft.id, revision, draft.lines[0]?.id ?? ""];
      await press(other, { action: "drop", state });
    }
    expect(texts(await onlyPublication(context.store))).to.have.length(draft.lines.length - 1);
  });

  it("notes in the log who did what", async () => {
    const { context, reply, draft } = await begun();
    await press(as(context, "71"), button(await selected(context, reply, 1), "Up").action);
    const log = await context.store.log({ server: draft.server, subject: draft.id, offset: 0, limit: 10 });
    expect(log.ok && log.value.map(({ person, deed }) => [person, deed])).to.deep.equal([
      ["71", "changed"],
      ["70", "drafted"],
    ]);
  });

  it("offers no more components than Discord takes, each with an id that travels", async () => {
    for (const { language } of shippedLanguages().all) {
      const { context, reply } = await begun();
      const { action, options } = select(reply);
      const spoken = speaking(context, language);
      const shown = replyOf(await press(spoken, action, { values: [options[1]?.value ?? ""] }));
      const cuts: string[] = [];
      expect(toMessage(shown, (what) => cuts.push(what)).components).to.have.length(4);
      expect(cuts, language).to.deep.equal([]);
      expect(shown.controls.length).to.be.at.most(LIMITS.component.rows);
      expect(shown.body.length).to.be.at.most(LIMITS.embed.descriptionLength);
      for (const row of shown.controls) {
        const refs =
          row.type === "buttons"
            ? row.buttons.flatMap((one) => (one.type === "action" ? one.action : []))
            : [row.type === "select" ? row.select.action : row.picker.action];
        for (const ref of refs) expect(encodeAction(ref), language).to.be.a("string");
        expect(refs.length).to.be.at.most(LIMITS.component.buttonsPerRow);
      }
    }
  });

  it("says in which language it will be posted, where that is another", async () => {
    const context = moderator();
    await context.store.setServerSettings(context.who.server ?? "", { language: "de" }, null);
    const reply = replyOf(await press(context, { action: "draft", state: ["", "", "m"] }));
    expect(reply.body).to.contain("It will be posted in German.");
  });
});

async function textForm(context: CommandContext, reply: Reply) {
  return formOf(await press(context, button(reply, "Title and note").action));
}

describe("a draft older than the corpus", () => {
  const lost = "gazette-end";

  it("marks lines that no longer hold, and is not posted until they are dropped", async () => {
    for (const body of [null, "Ferries stayed in port."]) {
      const { context, draft } = await begun();
      const { library, libraries } = asking(changedCorpus({ [lost]: body }));
      const later = { ...context, library, libraries };
      let shown = replyOf(await press(later, { action: "open", state: [] }, { values: [draft.id] }));
      expect(shown.body).to.match(/⚠ the article (?:is gone|no longer says so)/u);
      expect(button(shown, "Post").disabled).to.equal(true);
      await press(later, { action: "post", state: [draft.id, String(draft.revision)] });
      expect((await onlyPublication(context.store)).state).to.equal("draft");
      for (const { id, cited } of draft.lines) {
        if (cited.article !== lost) continue;
        const { revision } = await onlyPublication(context.store);
        shown = replyOf(await press(later, { action: "drop", state: [draft.id, String(revision), id] }));
      }
      expect(shown.body).not.to.contain("⚠");
      expect((await onlyPublication(context.store)).corpusVersion).to.equal("ba9876543210");
      const posted = replyOf(await press(later, button(shown, "Post").action));
      expect(posted.body).to.contain("It is posted");
    }
  });

  it("is brought up to date in silence where every line still stands", async () => {
    const { context, reply } = await begun();
    const moved = ferryCorpus().articles.find(({ id }) => id === lost)?.body ?? "";
    const { library, libraries } = asking(changedCorpus({ [lost]: `It rained.\n\n${moved}` }));
    const posted = replyOf(await press({ ...context, library, libraries }, button(reply, "Post").action));
    expect(posted.body).to.match(/^It is posted/u);
    const { corpusVersion, lines } = await onlyPublication(context.store);
    expect(corpusVersion).to.equal("ba9876543210");
    for (const { cited } of lines) {
      expect(library.article(cited.article)?.body.slice(cited.start, cited.end)).to.equal(cited.text);
    }
  });
});

import { expect } from "chai";
import { type APIMessage, Locale } from "discord-api-types/v10";
import { z } from "zod";
import { openLanguages } from "../../src/app/open-languages.ts";
import { parseArticle } from "../../src/corpus/parse-article.ts";
import type { Words } from "../../src/domain/words.ts";
import type { SandboxUser } from "../../src/sandbox/client/user.ts";
import { type Newsroom, offered, openNewsroom, postsIn, shown, worded } from "./moderating.ts";
import { fillIn, isPrivate, labels, messageOf, text } from "./talk.ts";

const TOPIC = "Seafarers' Union";
const HOEL = "Karsten Hoel, who leads the union, said nobody would sail.";
const TALKS = "Talks between the SU and the company broke down last night.";
const MEDIATOR = "The ministry offered a mediator on 8 May 2021.";
const STOPPED = "The Seafarers' Union said 412 sailors had stopped work.";

const logged = z.object({ deed: z.string(), person: z.string().nullable() });

for (const locale of [Locale.EnglishGB, Locale.German]) {
  describe(`what a moderator posts, in ${locale}`, function () {
    this.timeout(60_000);
    const place = { locale };
    let room: Newsroom;
    let words: Words;
    let ann: SandboxUser;
    let ben: SandboxUser;
    let draft: APIMessage;
    let post: APIMessage;

    const pressed = async (user: SandboxUser, message: APIMessage, button: Button): Promise<APIMessage> =>
      messageOf(await user.press(message, words.say(button), place));
    const chosen = async (user: SandboxUser, message: APIMessage, choice: string): Promise<APIMessage> =>
      messageOf(await user.choose(message, choice, place));
    const lines = (): readonly string[] => offered(draft, words.say("select.line"));
    const numbered = (sentences: readonly string[]): readonly string[] =>
      sentences.map((sentence, place) => `${place + 1}. ${sentence}`);

    before(async () => {
      const languages = await openLanguages();
      if (!languages.ok) throw new Error(JSON.stringify(languages.error));
      words = languages.value.wordsFor(locale);
      room = await openNewsroom({ approval: true });
      ann = room.moderator("ann");
      ben = room.moderator("ben");
    });

    after(async () => room.close());

    it("begins as a summary for their eyes alone, and becomes a draft", async () => {
      const summary = await ann.slash("summary", { topic: TOPIC, length: "long" }, place);
      expect(isPrivate(summary)).to.equal(true);
      expect(text(summary)).to.contain(HOEL).and.contain(STOPPED);
      draft = await pressed(ann, messageOf(summary), "button.make-draft");
      expect(shown(draft)).to.contain(words.say("draft.for", { channel: `<#${room.channel}>` }));
      expect(lines()).to.have.length(4);
      expect(postsIn(room)).to.deep.equal([]);
    });

    it("is put right line by line, each with its source", async () => {
      draft = await chosen(ann, draft, lines()[0] ?? "");
      draft = await pressed(ann, draft, "button.down");
      expect(lines()[0]).to.equal(`1. ${HOEL}`);
      draft = await pressed(ann, draft, "button.other-wording");
      expect(lines()[1]).to.equal("2. The company denied that it had refused.");
      draft = await pressed(ann, draft, "button.drop");
      expect(lines()).to.deep.equal(numbered([HOEL, TALKS, STOPPED]));
      const add = words.say("button.add-line");
      const { sent: found } = await fillIn(ann, draft, add, { words: "mediator" }, place);
      draft = await chosen(ann, messageOf(found), MEDIATOR);
      expect(lines()).to.deep.equal(numbered([HOEL, TALKS, MEDIATOR, STOPPED]));
    });

    it("gets a title and a note that are told apart from the articles", async () => {
      const own = { title: "The strike in short", note: "Please read the *sources*." };
      const { sent } = await fillIn(ann, draft, words.say("button.text"), own, place);
      draft = messageOf(sent);
      expect(shown(draft))
        .to.contain(`> **${words.say("publication.note")}** Please read the \\*sources\\*.`)
        .and.contain(words.say("publication.own-title"));
      const copied = shown(await pressed(ann, draft, "button.copy"));
      expect(copied).to.contain("# The strike in short").and.contain(`${MEDIATOR}[^2]`).and.contain("[^3]: ");
    });

    it("waits for a second moderator, whom its author cannot be", async () => {
      draft = await pressed(ann, draft, "button.ask-approval");
      expect(shown(draft)).to.contain(
        words.say("draft.awaits-another", { command: `/${words.say("command.summary.name")}` }),
      );
      expect(labels(draft).flat()).to.deep.equal([words.say("button.take-back"), words.say("button.copy")]);
      expect(postsIn(room)).to.deep.equal([]);
      const list = messageOf(await ben.slash("summary", {}, place));
      const waiting = await chosen(ben, list, "The strike in short");
      expect(shown(waiting)).to.contain(words.say("draft.awaits-you"));
      const approved = await pressed(ben, waiting, "button.approve");
      const [posted, ...others] = postsIn(room);
      expect(others).to.deep.equal([]);
      if (posted === undefined) throw new Error("nothing was posted");
      post = posted;
      const link = `https://discord.com/channels/${room.sandbox.guildId}/${room.channel}/${post.id}`;
      expect(shown(approved)).to.contain(words.say("draft.posted", { link }));
    });

    it("stands in the channel once, with footnotes, its note and its buttons", () => {
      const whole = worded(post);
      for (const line of [`${HOEL}¹`, `${TALKS}²`, `${MEDIATOR}²`, `${STOPPED}³`]) expect(whole).to.contain(line);
      expect(whole)
        .to.contain(words.say("publication.note"))
        .and.match(/^-# ³ The Harbour Gazette/mu);
      const buttons = ["button.verify", "button.copy", "button.manage"] as const;
      expect(labels(post)).to.deep.equal([buttons.map((button) => words.say(button))]);
      expect(post.mentions).to.deep.equal([]);
    });

    it("can be traced by anybody to file, line and characters", async () => {
      const member = room.sandbox.user({ username: "member" });
      const checked = shown(await pressed(member, post, "button.verify"));
      const traced = [...checked.matchAll(/articles\/([\w\\-]+)\.md\D+(\d+)\D+(\d+)\D+(\d+)/gu)];
      const found = await Promise.all(
        traced.map(async ([, escaped = "", line, start, end]) => {
          const id = escaped.replaceAll("\\", "");
          const file = await room.article(id);
          const { value: article } = parseArticle(file, `articles/${id}.md`, "2021-06-01");
          const sentence = article?.body.slice(Number(start), Number(end)) ?? "";
          return { sentence, line: file.split("\n")[Number(line) - 1] };
        }),
      );
      expect(found.map(({ sentence }) => sentence)).to.deep.equal([HOEL, TALKS, MEDIATOR, STOPPED]);
      for (const { sentence, line } of found) expect(line).to.contain(sentence);
      const refused = await member.press(post, words.say("button.manage"), place);
      expect(isPrivate(refused)).to.equal(true);
      expect(labels(messageOf(refused))).to.deep.equal([]);
    });

    it("can be taken back line by line, which all see, and as a whole", async () => {
      let panel = await pressed(ben, post, "button.manage");
      panel = await chosen(ben, panel, `1. ${HOEL}`);
      panel = await pressed(ben, panel, "button.strike-sure");
      expect(shown(panel)).to.contain(words.say("manage.struck"));
      const corrected = room.sandbox.message(post.id);
      if (corrected === undefined) throw new Error("the post is gone");
      expect(shown(corrected)).to.contain(`~~${HOEL}~~`).and.contain(MEDIATOR).and.not.contain(`~~${MEDIATOR}`);
      panel = await pressed(ann, corrected, "button.manage");
      panel = await pressed(ann, panel, "button.remove");
      expect(room.sandbox.message(post.id)).not.to.equal(undefined);
      expect(shown(await pressed(ann, panel, "button.remove-sure"))).to.contain(words.say("draft.removed"));
      expect(room.sandbox.message(post.id)).to.equal(undefined);
    });

    it("leaves a log of who did what, which can be taken along", async () => {
      const log = messageOf(await ben.slash("log", {}, place));
      const [removed = "", , corrected = "", struck = "", approved = "", , asked = ""] = shown(log)
        .split("\n")
        .slice(2);
      expect(removed).to.contain(words.say("log.deed.removed")).and.contain(`<@${ann.user.id}>`);
      expect(corrected).to.contain(words.say("log.deed.corrected")).and.contain(`<@${ben.user.id}>`);
      expect(struck).to.contain(HOEL.slice(0, -1));
      expect(approved).to.contain(words.say("log.deed.approved")).and.contain(`<@${ben.user.id}>`);
      expect(asked).to.contain(words.say("log.deed.asked-for-approval")).and.contain(`<@${ann.user.id}>`);
      const [file] = (await pressed(ben, log, "button.export")).attachments;
      const exported = await (await fetch(file?.url ?? "")).text();
      const entries = exported
        .trim()
        .split("\n")
        .map((line) => logged.parse(JSON.parse(line)));
      expect(entries.slice(0, 3)).to.deep.equal([
        { deed: "removed", person: ann.user.id },
        { deed: "corrected", person: ben.user.id },
        { deed: "approved", person: ben.user.id },
      ]);
      expect(entries.at(-1)).to.deep.equal({ deed: "drafted", person: ann.user.id });
    });
  });
}

type Button = Extract<Parameters<Words["say"]>[0], `button.${string}`>;

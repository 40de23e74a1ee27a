import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { type APIMessage, ComponentType, Locale, MessageFlags } from "discord-api-types/v10";
import type { Outcome, SandboxUser } from "../../src/sandbox/client/user.ts";
import { type Sandbox, startSandbox } from "../../src/sandbox/sandbox.ts";
import { type BotProcess, HARBOUR, lineOf, startBot } from "./bot-process.ts";
import { shippedMessages } from "../fixtures/languages.ts";

const token = "end.to.end-ask";
const LEADER = "who leads the union";
const TALKS = "when did the talks break down";

function messageOf(outcome: Outcome): APIMessage {
  if (outcome.type !== "answered") throw new Error(`expected a message, got ${JSON.stringify(outcome)}`);
  return outcome.message;
}

function modalOf(outcome: Outcome): string {
  if (outcome.type !== "modal") throw new Error(`expected a form, got ${JSON.stringify(outcome)}`);
  return outcome.interactionId;
}

function isPrivate({ flags }: APIMessage): boolean {
  return ((flags ?? 0) & MessageFlags.Ephemeral) !== 0;
}

function textOf({ embeds: [embed] }: APIMessage): string {
  return [embed?.title, embed?.description, embed?.footer?.text].join("\n");
}

function labelsOf({ components = [] }: APIMessage): readonly string[] {
  return components.flatMap((row) =>
    ("components" in row ? row.components : []).flatMap((one) =>
      one.type === ComponentType.Button && "label" in one ? (one.label ?? []) : [],
    ),
  );
}

for (const [tag, locale] of [
  ["en", Locale.EnglishGB],
  ["de", Locale.German],
] as const) {
  const said = shippedMessages(tag);
  const label = (id: string): string => said[`button.${id}`] ?? "";
  const place = { locale };

  describe(`what can be done with an answer, in Discord, in ${tag}`, function () {
    this.timeout(60_000);
    let sandbox: Sandbox;
    let bot: BotProcess;
    let data: string;
    let asker: SandboxUser;
    let other: SandboxUser;
    let people = 0;

    const start = async (): Promise<BotProcess> => {
      const started = startBot({ DISCORD_TOKEN: token, DISCORD_API_URL: sandbox.apiUrl, CORPUS: HARBOUR, DATA: data });
      await lineOf(started, /connected to Discord/u);
      return started;
    };

    before(async () => {
      data = await mkdtemp(join(tmpdir(), "footnote-ask-"));
      sandbox = await startSandbox({ port: 0, token, pageFolder: null });
      bot = await start();
    });

    // Others each time: nobody is to be answered in private for asking too much.
    beforeEach(() => {
      people += 1;
      [asker, other] = [sandbox.user({ username: `asker ${people}` }), sandbox.user({ username: `other ${people}` })];
    });

    after(async () => {
      await bot.stop();
      await sandbox.close();
      await rm(data, { recursive: true, force: true });
    });

    it("a follow-up is answered for all, says after what it was asked, and is found back after a restart", async () => {
      const first = messageOf(await asker.slash("ask", { question: TALKS }, place));
      const form = modalOf(await other.press(first, label("follow-up"), place));
      const next = messageOf(await other.submitModal(form, { question: "and why?" }, place));
      expect(isPrivate(next)).to.equal(false);
      const [remark = ""] = (said["answer.after"] ?? "").split(":");
      expect(textOf(next)).to.contain(`-# ${remark}`).and.contain(TALKS);
      await bot.stop();
      bot = await start();
      const why = messageOf(await asker.press(next, label("why"), place));
      expect(isPrivate(why)).to.equal(true);
      expect(textOf(why)).to.contain("talks");
    });

    it("the same person's next question leans on the one before, another's does not", async () => {
      await asker.slash("ask", { question: TALKS }, place);
      const mine = messageOf(await asker.slash("ask", { question: "and why?" }, place));
      expect(textOf(mine)).to.contain(TALKS);
      const theirs = messageOf(await sandbox.user({ username: "third" }).slash("ask", { question: "and why?" }, place));
      expect(textOf(theirs)).not.to.contain(TALKS);
    });

    it("a private answer is shared by its asker, and its follow-up stays private", async () => {
      const hidden = messageOf(await asker.slash("ask", { question: LEADER, private: true }, place));
      expect(isPrivate(hidden)).to.equal(true);
      const form = modalOf(await asker.press(hidden, label("follow-up"), place));
      expect(isPrivate(messageOf(await asker.submitModal(form, { question: "and why?" }, place)))).to.equal(true);
      const shared = messageOf(await asker.press(hidden, label("share"), place));
      expect(isPrivate(shared)).to.equal(false);
      expect(textOf(shared))
        .to.contain(`-# ${said["answer.shared"] ?? ""}`)
        .and.contain("Karsten Hoel");
      expect(labelsOf(shared)).not.to.include(label("share"));
      expect(JSON.stringify(shared)).not.to.contain(`<@${asker.user.id}>`);
    });

    it("anybody may say what they think of it, twice, and is thanked in private", async () => {
      const answer = messageOf(await asker.slash("ask", { question: LEADER }, place));
      for (const user of [asker, other, other]) {
        const thanks = messageOf(await user.press(answer, label("helpful"), place));
        expect(isPrivate(thanks)).to.equal(true);
        expect(textOf(thanks)).to.contain(said["feedback.kept"]);
      }
      const form = modalOf(await other.press(answer, label("not-right"), place));
      const told = messageOf(await other.submitModal(form, { reason: "**He left** @everyone" }, place));
      expect(isPrivate(told)).to.equal(true);
      expect(textOf(told)).to.contain(said["feedback.kept-reason"]).and.not.contain("everyone");
    });

    it("anybody may follow it, and stop", async () => {
      const answer = messageOf(await asker.slash("ask", { question: "is the union bankrupt" }, place));
      const followed = messageOf(await other.press(answer, label("follow"), place));
      expect(isPrivate(followed)).to.equal(true);
      expect(textOf(followed)).to.contain(said["follow.done"]);
      const stopped = messageOf(await other.press(followed, label("stop-following"), place));
      expect(textOf(stopped)).to.contain(said["following.ended"]);
    });

    it("anybody may read on, page by page, for themselves", async () => {
      const answer = messageOf(await asker.slash("ask", { question: "when did the ferry leave the port" }, place));
      const more = messageOf(await other.press(answer, label("more"), place));
      expect(isPrivate(more)).to.equal(true);
      expect(textOf(more)).to.contain("when did the ferry leave the port");
      const next = messageOf(await other.press(more, label("next"), place));
      expect(next.id).to.equal(more.id);
      expect(textOf(next)).not.to.equal(textOf(more));
    });
  });
}

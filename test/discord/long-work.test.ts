import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import type { Command, CommandContext } from "../../src/domain/command.ts";
import type { Reply } from "../../src/domain/reply.ts";
import { RecentConversations } from "../../src/app/conversations.ts";
import type { Bot } from "../../src/discord/bot.ts";
import { connectBot } from "../../src/discord/connect.ts";
import { describeFailure } from "../../src/present/operator/failures.ts";
import { cancelRow } from "../../src/present/text/working.ts";
import type { Outcome } from "../../src/sandbox/client/user.ts";
import { startSandbox, type Sandbox } from "../../src/sandbox/sandbox.ts";
import { POLICY } from "../fixtures/context.ts";
import { idleCurator, idleDesk, noPictures } from "../fixtures/desk.ts";
import { shippedLanguages } from "../fixtures/languages.ts";
import { onlyLibrary } from "../fixtures/libraries.ts";
import { memoryStore } from "../fixtures/store.ts";
import { LIBRARY, recordingLogger, reply, SHORT } from "./fakes.ts";

const TOKEN = "a.b.c";
const WAIT_MS = 10_000;

/** Counts up to `steps`, telling each step, and says how it ended. */
async function count({ progress, cancel, signal, words }: CommandContext, steps: number): Promise<Reply> {
  for (let step = 1; step <= steps; step += 1) {
    progress(reply(`step ${step}`, { controls: [cancelRow(words, cancel)] }));
    await sleep(20);
    if (signal.aborted) return reply("stopped in good order");
  }
  return reply(`counted to ${steps}`);
}

const work: Command = {
  name: "ask",
  deadlineMs: 5_000,
  options: {
    question: { type: "text", required: true, maxLength: 300, autocomplete: false },
    private: { type: "flag", required: false },
  },
  run: async (context, { question }) => {
    const { progress, signal, words, cancel } = context;
    if (question === "wait") {
      progress(reply("waiting", { controls: [cancelRow(words, cancel)] }));
      return new Promise((_, reject) => {
        signal.addEventListener("abort", () => reject(new Error("stopped")), { once: true });
      });
    }
    if (question === "secret") progress(reply("a secret", { visibility: "private" }));
    if (question === "secret") await sleep(150);
    if (question === "panel") {
      const action = { command: "ask", action: "count", state: [] };
      return reply("the panel", {
        controls: [{ type: "buttons", buttons: [{ type: "action", label: "Count", action, disabled: false }] }],
      });
    }
    return count(context, Number(question) || 1);
  },
  actions: { count: async (context) => ({ place: "new", reply: await count(context, 20) }) },
};

describe("work that takes its time, in the sandbox", () => {
  let sandbox: Sandbox;
  let bot: Bot;
  const { logger } = recordingLogger();

  before(async () => {
    sandbox = await startSandbox({ port: 0, token: TOKEN, pageFolder: null, limits: { outcomeMs: 2_000 } });
    const connected = await connectBot({
      token: TOKEN,
      apiUrl: sandbox.apiUrl,
      commands: [work],
      libraries: onlyLibrary(LIBRARY),
      languages: shippedLanguages(),
      store: memoryStore(),
      conversations: new RecentConversations(),
      policy: POLICY,
      deskFor: idleDesk,
      curator: idleCurator(),
      pictures: noPictures(),
      logger,
      deadlines: { ...SHORT, runMs: 300 },
      cooldown: { personMost: 1_000, channelMost: 1_000 },
    });
    if (!connected.ok) throw new Error(describeFailure(connected.error));
    bot = connected.value;
  });

  after(async () => {
    await bot.close();
    await sandbox.close();
  });

  beforeEach(() => sandbox.faults.clear());

  const asks = (question: string, more: Readonly<Record<string, boolean>> = {}) =>
    sandbox.user().slash("ask", { question, ...more });

  function answered(outcome: Outcome) {
    if (outcome.type !== "answered") throw new Error(JSON.stringify(outcome));
    return outcome;
  }

  const textOf = (id: string): string => sandbox.message(id)?.embeds[0]?.description ?? "";

  async function reads(id: string, text: string): Promise<void> {
    const until = performance.now() + WAIT_MS;
    while (textOf(id) !== text) {
      if (performance.now() > until) throw new Error(`“${textOf(id)}”, never “${text}”`);
      await sleep(10);
    }
  }

  /** What the edits of a message said, in the order in which they came. */
  const edits = (outcome: Outcome): readonly string[] =>
    (outcome.type === "refused" ? [] : outcome.requests)
      .filter(({ method }) => method === "PATCH")
      .map(({ body }) => /"description":"([^"]*)"/u.exec(JSON.stringify(body))?.[1] ?? "");

  it("shows how far it has come, in order, then the reply alone, in spite of a deadline that others have", async () => {
    const outcome = answered(await asks("30"));
    await reads(outcome.message.id, "counted to 30");
    await sleep(100);
    const said = edits(outcome);
    const steps = said.slice(0, -1).map((text) => Number(/^step (\d+)$/u.exec(text)?.[1]));
    expect(said.at(-1)).to.equal("counted to 30");
    expect(steps.length).to.be.greaterThan(2).and.at.most(30);
    expect(steps).to.deep.equal(steps.toSorted((a, b) => a - b));
    expect(textOf(outcome.message.id)).to.equal("counted to 30");
    expect(sandbox.message(outcome.message.id)?.components).to.deep.equal([]);
  });

  it("shows nothing of work that is done at once", async () => {
    const outcome = answered(await asks("1"));
    await sleep(100);
    expect(textOf(outcome.message.id)).to.equal("counted to 1");
    expect(edits(outcome)).to.deep.equal([]);
  });

  it("shows nobody what is meant for one", async () => {
    const outcome = answered(await asks("secret"));
    await reads(outcome.message.id, "counted to 1");
    expect(edits(outcome).join()).not.to.include("secret");
  });

  it("goes on where what it tells does not arrive", async () => {
    sandbox.faults.failNext({ method: "PATCH", path: /@original/u }, "reset", 2);
    const outcome = answered(await asks("30"));
    await reads(outcome.message.id, "counted to 30");
  });

  it("is cancelled by its person, and says for itself how it ended", async () => {
    const { message } = answered(await asks("200"));
    const pressed = sandbox.user().press(message, "Cancel");
    await reads(message.id, "stopped in good order");
    expect(await pressed).to.include({ type: "acknowledged" });
  });

  it("is cancelled where it just stops", async () => {
    const { message } = answered(await asks("wait", { private: true }));
    void sandbox.user().press(message, "Cancel");
    await reads(message.id, "Cancelled.");
  });

  it("is not cancelled by others", async () => {
    const { message } = answered(await asks("60"));
    const pressed = answered(await sandbox.user({ username: "second" }).press(message, "Cancel"));
    expect(pressed.message.embeds[0]?.description).to.include("Only the person who started this");
    expect(pressed.ephemeral).to.equal(true);
    await reads(message.id, "counted to 60");
  });

  it("can be begun by a button of a message that only its person sees, which shows it in its place", async () => {
    const { message } = answered(await asks("panel", { private: true }));
    const pressing = sandbox.user().press(message, "Count");
    await reads(message.id, "counted to 20");
    const said = edits(await pressing);
    expect(said.length).to.be.greaterThan(2);
    expect(said.slice(0, -1).every((text) => text.startsWith("step "))).to.equal(true);
  });

  it("leaves a message that all see as it is, and answers below it", async () => {
    const { message } = answered(await asks("panel"));
    const outcome = answered(await sandbox.user().press(message, "Count"));
    expect(outcome.message.embeds[0]?.description).to.equal("counted to 20");
    expect(textOf(message.id)).to.equal("the panel");
  });
});

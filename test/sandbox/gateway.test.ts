import { expect } from "chai";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { ask, askCommand, openSandbox, RawBot, register, token } from "./support.ts";

describe("sandbox: the gateway", () => {
  let sandbox: Sandbox;
  beforeEach(async () => {
    sandbox = await openSandbox({ limits: { globalRequests: 1000 } });
  });
  afterEach(() => sandbox.close());

  async function greeted(query?: string): Promise<RawBot> {
    const bot = new RawBot(sandbox, query);
    await bot.opcode(10);
    return bot;
  }

  it("says hello with an interval and acknowledges heartbeats, even before a login", async () => {
    const bot = new RawBot(sandbox);
    expect((await bot.opcode(10)).d).to.deep.equal({ heartbeat_interval: 41_250 });
    bot.send(1, null);
    await bot.opcode(11);
  });

  it("greets a bot with who it is, then with its guild", async () => {
    const bot = await greeted();
    bot.identify();
    expect((await bot.event("READY")).d).to.deep.include({
      v: 10,
      guilds: [{ id: sandbox.guildId, unavailable: true }],
      resume_gateway_url: `${sandbox.address.replace("http", "ws")}/gateway`,
    });
    expect((await bot.event("GUILD_CREATE")).d).to.deep.include({ id: sandbox.guildId, unavailable: false });
    expect(sandbox.botPresent).to.equal(true);
    expect(await sandbox.whenReady(1)).to.equal(false);
    const ready = sandbox.whenReady(5000);
    await register(sandbox, askCommand);
    expect(await ready).to.equal(true);
    await bot.leave();
    expect(sandbox.botPresent).to.equal(false);
  });

  it("gives the guild to the shard it belongs to, and to no bot without the Guilds intent", async () => {
    const shards = await Promise.all([0, 1].map((id) => greeted().then((bot) => ({ id, bot }))));
    const guilds = await Promise.all(
      shards.map(async ({ id, bot }) => {
        bot.identify({ shard: [id, 2] });
        return (await bot.event("READY")).d;
      }),
    );
    expect(guilds.filter((ready) => JSON.stringify(ready).includes(sandbox.guildId))).to.have.length(1);
    const blind = await greeted();
    blind.identify({ intents: 0 });
    await blind.event("READY");
    blind.send(1, null);
    await blind.opcode(11);
    expect(blind.received.some((payload) => payload.t === "GUILD_CREATE")).to.equal(false);
  });

  const closing: readonly (readonly [string, number, (bot: RawBot) => void])[] = [
    ["an unknown opcode", 4001, (bot) => bot.send(99, null)],
    ["an opcode only the gateway sends", 4001, (bot) => bot.send(10, null)],
    ["what is no JSON", 4002, (bot) => bot.socket.send("{")],
    ["JSON that is no payload", 4002, (bot) => bot.socket.send("[]")],
    ["a binary frame", 4002, (bot) => bot.socket.send(Buffer.from([1, 2, 3]))],
    ["a payload above 4,096 bytes", 4002, (bot) => bot.send(2, { token: "x".repeat(4096) })],
    ["an identify without properties", 4002, (bot) => bot.send(2, { token, intents: 1 })],
    ["anything before identify", 4003, (bot) => bot.send(3, {})],
    ["a wrong token", 4004, (bot) => bot.identify({ token: "wrong" })],
    ["a wrong token on resuming", 4004, (bot) => bot.send(6, { token: "wrong", session_id: "x", seq: 0 })],
    ["a second identify", 4005, (bot) => [bot.identify(), bot.identify()]],
    ["more than 120 payloads in a minute", 4008, (bot) => Array.from({ length: 121 }, () => bot.send(1, null))],
    ["a shard beyond the count", 4010, (bot) => bot.identify({ shard: [2, 2] })],
    ["intents that Discord has not", 4013, (bot) => bot.identify({ intents: 1 << 30 })],
    ["negative intents", 4013, (bot) => bot.identify({ intents: -1 })],
    ["the message content intent", 4014, (bot) => bot.identify({ intents: 1 << 15 })],
  ];

  for (const [name, code, act] of closing) {
    it(`closes with ${code} on ${name}`, async () => {
      const bot = await greeted();
      act(bot);
      expect(await bot.closed).to.equal(code);
    });
  }

  it("closes with 4012 on another version, and 4002 on another encoding", async () => {
    expect(await new RawBot(sandbox, "v=9&encoding=json").closed).to.equal(4012);
    expect(await new RawBot(sandbox, "v=10&encoding=etf").closed).to.equal(4002);
  });

  it("speaks plain JSON to a bot that asks for compression", async () => {
    const bot = await greeted("v=10&encoding=json&compress=zlib-stream");
    bot.identify({ compress: true });
    await bot.event("READY");
  });

  it("closes with 4009 on a bot whose heart has stopped, and lets it resume", async () => {
    await sandbox.close();
    sandbox = await openSandbox({ limits: { heartbeatMs: 30 } });
    const bot = await greeted();
    bot.identify();
    const { session_id } = await bot.ready();
    expect(await bot.closed).to.equal(4009);
    const again = await greeted();
    again.send(6, { token, session_id, seq: bot.lastSeq });
    await again.event("RESUMED");
  });

  it("replays on resuming what happened meanwhile, in order, then says so", async () => {
    await register(sandbox, askCommand);
    const bot = await greeted();
    bot.identify();
    const { session_id } = await bot.ready();
    await bot.event("GUILD_CREATE");
    bot.socket.terminate();
    await bot.closed;
    void sandbox.user().slash("ask", { question: "one" });
    void sandbox.user().slash("ask", { question: "two" });
    const again = await greeted();
    again.send(6, { token, session_id, seq: bot.lastSeq });
    await again.event("RESUMED");
    const events = again.received.filter((payload) => payload.op === 0 && payload.t === "INTERACTION_CREATE");
    expect(events.map((event) => event.d)).to.have.nested.property("[0].data.options[0].value", "one");
    expect(events.map((event) => event.s)).to.deep.equal([3, 4]);
  });

  it("does not know a session it never had, one that said goodbye, or one too long gone", async () => {
    let at = Date.now();
    await sandbox.close();
    sandbox = await openSandbox({ now: () => at });
    const resume = async (session_id: string) => {
      const bot = await greeted();
      bot.send(6, { token, session_id, seq: 1 });
      return (await bot.opcode(9)).d;
    };
    const bot = await greeted();
    bot.identify();
    const { session_id } = await bot.ready();
    await bot.leave(1000);
    const second = await greeted();
    second.identify();
    const { session_id: left } = await second.ready();
    await second.leave(4900);
    at += 10 * 60_000;
    expect(await Promise.all(["unknown", session_id, left].map(resume))).to.deep.equal([false, false, false]);
  });

  it("closes with 4007 on a sequence it has not reached", async () => {
    const bot = await RawBot.login(sandbox);
    bot.socket.terminate();
    await bot.closed;
    const fresh = await greeted();
    fresh.identify();
    const { session_id } = await fresh.ready();
    fresh.socket.terminate();
    await fresh.closed;
    const again = await greeted();
    again.send(6, { token, session_id, seq: 1000 });
    expect(await again.closed).to.equal(4007);
  });

  it("keeps a bounded number of events for a bot that is away, and says when some are lost", async () => {
    await sandbox.close();
    sandbox = await openSandbox({ limits: { backlog: 2 } });
    await register(sandbox, askCommand);
    const bot = await greeted();
    bot.identify();
    const { session_id } = await bot.ready();
    const seq = bot.lastSeq;
    bot.socket.terminate();
    await bot.closed;
    for (const question of ["1", "2", "3"]) void sandbox.user().slash("ask", { question });
    const again = await greeted();
    again.send(6, { token, session_id, seq });
    expect((await again.opcode(9)).d).to.equal(false);
  });

  it("tells of messages only bots that ask for them, and hides what others wrote", async () => {
    const hears = await RawBot.login(sandbox, 1 | (1 << 9));
    const deaf = await RawBot.login(sandbox, 1);
    sandbox.user().say("hello");
    expect((await hears.event("MESSAGE_CREATE")).d).to.include({ content: "", guild_id: sandbox.guildId });
    await ask(sandbox, "POST", `/channels/${sandbox.channels["general"]}/messages`, { content: "mine" });
    expect((await hears.event("MESSAGE_CREATE")).d).to.include({ content: "mine" });
    expect(deaf.received.some((payload) => payload.t === "MESSAGE_CREATE")).to.equal(false);
  });
});

describe("sandbox: faults of the gateway", () => {
  let sandbox: Sandbox;
  let bot: RawBot;
  beforeEach(async () => {
    sandbox = await openSandbox();
    bot = await RawBot.login(sandbox);
  });
  afterEach(() => sandbox.close());

  it("drops, closes, invalidates and asks as told", async () => {
    sandbox.faults.askReconnect();
    await bot.opcode(7);
    sandbox.faults.askHeartbeat();
    await bot.opcode(1);
    sandbox.faults.invalidateSessions({ resumable: true });
    expect((await bot.opcode(9)).d).to.equal(true);
    sandbox.faults.closeGateway(4000);
    expect(await bot.closed).to.equal(4000);
    const second = await RawBot.login(sandbox);
    sandbox.faults.dropGateway({ resumable: false });
    expect(await second.closed).to.equal(1006);
  });

  it("stalls without acknowledgement or event, and sends them when told to go on", async () => {
    await register(sandbox, askCommand);
    sandbox.faults.stallGateway();
    bot.send(1, null);
    void sandbox.user().slash("ask", { question: "a" });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(bot.received.some((payload) => payload.op === 11 || payload.t === "INTERACTION_CREATE")).to.equal(false);
    sandbox.faults.flowGateway();
    await bot.opcode(11);
    await bot.interaction();
  });

  it("refuses connections for a while, and leaves a resume unanswered", async () => {
    sandbox.faults.refuseReconnect(60_000);
    expect(await new RawBot(sandbox).closed).to.equal(1006);
    sandbox.faults.clear();
    sandbox.faults.neverAnswerResume();
    const silent = new RawBot(sandbox);
    await silent.opcode(10);
    silent.send(6, { token, session_id: "x", seq: 0 });
    silent.send(1, null);
    await silent.opcode(11);
    expect(silent.received.some((payload) => payload.op === 9)).to.equal(false);
  });
});

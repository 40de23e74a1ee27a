import { REST } from "discord.js";
import { expect } from "chai";
import type { Reply } from "../../src/domain/reply.ts";
import { createNotifier } from "../../src/discord/notifier.ts";
import { recordingLogger, reply } from "./fakes.ts";
import { startMiniDiscord, type Behaviour, type MiniDiscord } from "./mini-discord.ts";

const TOKEN = "CANARY.TOKEN.abcdefghijklmnopqrstuvwxyz";
const OPEN = "/api/v10/users/@me/channels";
const SEND = "/api/v10/channels/77/messages";

describe("telling somebody", () => {
  const begun: MiniDiscord[] = [];

  afterEach(async () => {
    for (const discord of begun.splice(0)) await discord.stop();
  });

  async function tell(said: Reply, behaviour: Behaviour = {}, person = "7") {
    const discord = await startMiniDiscord(behaviour);
    begun.push(discord);
    const { logger, lines } = recordingLogger();
    const rest = new REST({ api: discord.apiUrl, retries: 0 }).setToken(TOKEN);
    const result = await createNotifier(rest, { sendMs: 800 }, logger).tell(person, said);
    expect(lines.join("")).not.to.include("canary").and.not.include("CANARY");
    return { result, requests: discord.requests };
  }

  const refusing =
    (path: string, status: number, code: number): NonNullable<Behaviour["http"]> =>
    (request) =>
      request.path === path ? { status, body: { code, message: "canary" } } : null;

  it("opens a direct message and sends the reply there, in the bot's name, mentioning nobody", async () => {
    const said = reply("canary @everyone", { visibility: "private", attachments: [{ name: "a.txt", text: "é" }] });
    const { result, requests } = await tell(said);
    expect(result.ok).to.equal(true);
    expect(requests.map(({ method, path }) => [method, path])).to.deep.equal([
      ["POST", OPEN],
      ["POST", SEND],
    ]);
    expect(requests[0]).to.deep.include({ authorization: `Bot ${TOKEN}`, body: { recipient_id: "7" } });
    expect(requests[1]?.body).to.containSubset({
      embeds: [{ description: "canary @everyone" }],
      allowed_mentions: { parse: [] },
    });
    expect(requests[1]?.body).not.to.have.property("flags");
    expect(requests[1]?.files).to.deep.equal({ "a.txt": "é" });
  });

  it("says that somebody takes no messages, or shares no server any more", async () => {
    for (const [path, code] of [
      [SEND, 50_007],
      [SEND, 50_278],
      [OPEN, 50_007],
    ] as const) {
      const { result } = await tell(reply("canary"), { http: refusing(path, 403, code) });
      expect(result).to.deep.equal({ ok: false, error: { id: "closed" } });
    }
  });

  it("says what Discord refuses, by its code", async () => {
    for (const [path, status, code] of [
      [OPEN, 404, 10_013],
      [SEND, 403, 50_001],
      [SEND, 404, 10_003],
      [SEND, 400, 50_035],
    ] as const) {
      const { result } = await tell(reply("canary"), { http: refusing(path, status, code) });
      expect(result).to.deep.equal({ ok: false, error: { id: "refused", code } });
    }
  });

  it("asks nothing for what is no person", async () => {
    for (const person of ["", "../@me", "7 ", "x"]) {
      const { result, requests } = await tell(reply("canary"), {}, person);
      expect(result.ok).to.equal(false);
      expect(requests).to.deep.equal([]);
    }
  });

  it("sends again what may have been lost, so that it cannot appear twice", async () => {
    const { result, requests } = await tell(reply("canary"), {
      http: ({ path }, before) => (path === SEND && before === 0 ? { status: 502 } : null),
    });
    expect(result.ok).to.equal(true);
    const sent = requests.filter(({ path }) => path === SEND).map(({ body }) => body);
    expect(sent).to.have.length(2);
    expect(sent[0]).to.containSubset({ enforce_nonce: true });
    expect(sent[0]).to.have.property("nonce").with.length.within(1, 25);
    expect(sent[1]).to.deep.equal(sent[0]);
  });

  it("gives up on a Discord that fails, keeps silent or talks nonsense", async () => {
    for (const http of [
      () => ({ status: 503 }),
      () => "stall" as const,
      () => ({ status: 200, body: { id: "../x" } }),
      () => ({ status: 200, body: "hello" }),
    ]) {
      const { result } = await tell(reply("canary"), { http });
      expect(result).to.containSubset({ ok: false, error: { id: "unreachable" } });
    }
  });
});

import { REST } from "discord.js";
import { expect } from "chai";
import { requestWithoutWaiting } from "../../src/discord/old-edits.ts";
import { createPublisher } from "../../src/discord/publisher.ts";
import type { Publisher } from "../../src/domain/publisher.ts";
import { recordingLogger, reply } from "./fakes.ts";
import { startMiniDiscord, type Behaviour, type MiniDiscord } from "./mini-discord.ts";

const TOKEN = "CANARY.TOKEN.abcdefghijklmnopqrstuvwxyz";
const CHANNEL = "/api/v10/channels/71";
const MESSAGES = `${CHANNEL}/messages`;
const GUILD = "/api/v10/guilds/70";
const BOT = "42";
const ALL = String((1n << 10n) | (1n << 11n) | (1n << 14n) | (1n << 15n) | (1n << 16n) | (1n << 38n));
const SINCE = "2026-03-01T12:00:00.000Z";

type Http = NonNullable<Behaviour["http"]>;
type Request = Parameters<Http>[0];

/** A server in which everybody may do all that posting takes, unless told otherwise. */
function server(more: { readonly everyone?: string; readonly channel?: object; readonly parent?: object } = {}): Http {
  return ({ method, path }) => {
    if (method !== "GET") return null;
    if (path === CHANNEL) return { status: 200, body: { id: "71", type: 0, guild_id: "70", ...more.channel } };
    if (path === "/api/v10/channels/60")
      return { status: 200, body: { id: "60", type: 0, guild_id: "70", ...more.parent } };
    const everyone = { id: "70", permissions: more.everyone ?? ALL };
    if (path === GUILD) return { status: 200, body: { id: "70", owner_id: "1", roles: [everyone] } };
    if (path === `${GUILD}/members/${BOT}`) return { status: 200, body: { user: { id: BOT }, roles: [] } };
    return path === MESSAGES ? { status: 200, body: [] } : null;
  };
}

/** A channel that keeps what is posted, as Discord does: the same nonce within minutes is the same message. */
function keeping(loseFirst: "request" | "answer" | null = null) {
  const messages: Record<string, unknown>[] = [];
  let posts = 0;
  const http: Http = (request, before) => {
    const { method, path, body } = request;
    if (path !== MESSAGES) return server()(request, before);
    if (method === "GET") return { status: 200, body: messages.toReversed() };
    posts += 1;
    if (loseFirst === "request" && posts === 1) return { status: 502 };
    const sent = { author: { id: BOT }, ...Object(body) };
    const known = messages.find(({ nonce }) => nonce === sent.nonce);
    const message = known ?? { ...sent, id: String(900 + messages.length) };
    if (known === undefined) messages.push(message);
    return loseFirst === "answer" && posts === 1 ? { status: 502 } : { status: 200, body: message };
  };
  return { http, messages };
}

describe("speaking in channels", () => {
  const begun: MiniDiscord[] = [];

  afterEach(async () => {
    for (const discord of begun.splice(0)) await discord.stop();
  });

  async function publishing(http: Http, botId: string | null = BOT) {
    const discord = await startMiniDiscord({ http });
    begun.push(discord);
    const { logger, lines } = recordingLogger();
    const rest = new REST({ api: discord.apiUrl, retries: 0, makeRequest: requestWithoutWaiting }).setToken(TOKEN);
    const publisher = createPublisher(rest, () => botId, { sendMs: 800 }, logger);
    return { publisher, requests: discord.requests, lines };
  }

  const posting = (more: Partial<Parameters<Publisher["post"]>[0]> = {}) => ({
    channel: "71",
    key: "p0001",
    replyTo: null,
    reply: reply("canary @everyone", {
      attachments: [{ name: "a.txt", text: "é" }],
      controls: [
        {
          type: "buttons",
          buttons: [
            {
              type: "action",
              label: "Verify",
              disabled: false,
              action: { command: "verify", action: "show", state: ["p0001"] },
            },
          ],
        },
      ],
    }),
    ...more,
  });

  it("posts a message with its files and buttons in the bot's name, mentioning nobody", async () => {
    const { publisher, requests } = await publishing(keeping().http);
    expect(await publisher.post(posting())).to.deep.equal({ ok: true, value: "900" });
    expect(requests).to.have.length(1);
    expect(requests[0]).to.containSubset({
      method: "POST",
      path: MESSAGES,
      authorization: `Bot ${TOKEN}`,
      files: { "a.txt": "é" },
      body: {
        embeds: [{ description: "canary @everyone" }],
        components: [{ components: [{ custom_id: "1|verify|show|p0001|" }] }],
        allowed_mentions: { parse: [] },
        nonce: "p0001",
        enforce_nonce: true,
      },
    });
    expect(requests[0]?.body).not.to.have.any.keys("message_reference", "flags");
  });

  it("answers a message, also one that is gone", async () => {
    const { publisher, requests } = await publishing(keeping().http);
    await publisher.post(posting({ replyTo: "500" }));
    expect(requests[0]?.body).to.containSubset({
      message_reference: { message_id: "500", fail_if_not_exists: false },
    });
  });

  for (const lost of ["request", "answer"] as const) {
    it(`posts once, though the first ${lost} is lost`, async () => {
      const { http, messages } = keeping(lost);
      const { publisher } = await publishing(http);
      expect(await publisher.post(posting())).to.deep.equal({ ok: true, value: "900" });
      expect(messages).to.have.length(1);
    });
  }

  it("posts the same once, whoever posts it again", async () => {
    const { http, messages } = keeping();
    const first = await publishing(http);
    const second = await publishing(http);
    expect(await first.publisher.post(posting())).to.deep.equal(await second.publisher.post(posting()));
    expect(await first.publisher.post(posting({ key: "p0002" }))).to.deep.equal({ ok: true, value: "901" });
    expect(messages).to.have.length(2);
  });

  it("finds again what it posted, by the key in a button alone", async () => {
    const { http, messages } = keeping();
    const { publisher, requests } = await publishing(http);
    await publisher.post(posting({ key: "p0002", reply: reply("another") }));
    await publisher.post(posting());
    // Discord tells nobody a nonce later.
    for (const message of messages) delete message["nonce"];
    expect(await publisher.find("71", "p0001", SINCE)).to.deep.equal({ ok: true, value: "901" });
    expect(await publisher.find("71", "p000", SINCE)).to.deep.equal({ ok: true, value: null });
    const query = new URLSearchParams(requests.find(({ method }) => method === "GET")?.query);
    // A minute before, in Discord's time.
    expect((BigInt(query.get("after") ?? "") >> 22n) + 1_420_070_400_000n).to.equal(BigInt(Date.parse(SINCE) - 60_000));
  });

  it("takes nobody else's message for its own, and none for it that makes no sense", async () => {
    const button = { components: [{ components: [{ custom_id: "1|verify|show|p0001|" }] }] };
    const { publisher } = await publishing((request, before) =>
      request.path === MESSAGES
        ? {
            status: 200,
            body: [
              { id: "1", author: { id: "43" }, nonce: "p0001", ...button },
              { id: "2", ...button },
              { id: "3", author: { id: BOT }, components: "x" },
              { id: "4", author: { id: BOT }, components: [null, { components: [null, { custom_id: 5 }] }] },
              { id: "5", author: { id: BOT }, components: [{ components: [{ custom_id: "p0001" }] }] },
            ],
          }
        : server()(request, before),
    );
    expect(await publisher.find("71", "p0001", SINCE)).to.deep.equal({ ok: true, value: null });
  });

  it("looks through some pages of a busy channel, and no more", async () => {
    const busy = (first: number) =>
      Array.from({ length: 100 }, (_, at) => ({ id: String(first + 99 - at), author: { id: "43" }, components: [] }));
    const at = (wanted: number): Http => {
      return (request, before) => {
        if (request.path !== MESSAGES) return server()(request, before);
        const after = new URLSearchParams(request.query).get("after") ?? "";
        const first = before === 0 ? 1_000 : Number(after) + 1;
        const page: object[] = busy(first);
        if (before === wanted) page[50] = { id: "777", author: { id: BOT }, nonce: "p0001" };
        return { status: 200, body: page };
      };
    };
    const third = await publishing(at(2));
    expect(await third.publisher.find("71", "p0001", SINCE)).to.deep.equal({ ok: true, value: "777" });
    const late = await publishing(at(50));
    expect(await late.publisher.find("71", "p0001", SINCE)).to.deep.equal({ ok: true, value: null });
    expect(late.requests.filter(({ path }) => path === MESSAGES)).to.have.length(5);
  });

  it("does not take a channel whose past it may not read for empty", async () => {
    const { publisher } = await publishing(server({ everyone: String(BigInt(ALL) & ~(1n << 16n)) }));
    expect(await publisher.find("71", "p0001", SINCE)).to.deep.equal({
      ok: false,
      error: { id: "not-allowed", lacking: ["read-message-history"] },
    });
  });

  it("changes a message, whose files go where none take their place", async () => {
    const { publisher, requests } = await publishing(() => ({ status: 200, body: { id: "900" } }));
    expect(await publisher.edit("71", "900", reply("corrected"))).to.deep.equal({ ok: true, value: undefined });
    expect(requests[0]).to.containSubset({
      method: "PATCH",
      path: `${MESSAGES}/900`,
      authorization: `Bot ${TOKEN}`,
      body: { embeds: [{ description: "corrected" }], attachments: [], allowed_mentions: { parse: [] } },
    });
  });

  it("removes a message, also one that is gone", async () => {
    for (const answer of [{ status: 204 }, { status: 404, body: { code: 10_008, message: "canary" } }]) {
      const { publisher, requests } = await publishing(() => answer);
      expect(await publisher.remove("71", "900")).to.deep.equal({ ok: true, value: undefined });
      expect(requests.map(({ method, path }) => [method, path])).to.deep.equal([["DELETE", `${MESSAGES}/900`]]);
    }
  });

  const doing: Readonly<Record<string, (publisher: Publisher) => Promise<unknown>>> = {
    post: async (publisher) => publisher.post(posting()),
    find: async (publisher) => publisher.find("71", "p0001", SINCE),
    edit: async (publisher) => publisher.edit("71", "900", reply("x")),
    remove: async (publisher) => publisher.remove("71", "900"),
  };

  for (const [name, act] of Object.entries(doing)) {
    it(`says why it could not ${name}`, async () => {
      const lacking = (...named: string[]) => ({ id: "not-allowed", lacking: named });
      for (const [status, code, error] of [
        [403, 50_001, lacking("view-channel")],
        [404, 10_003, lacking("view-channel")],
        [403, 50_013, lacking("send-messages")],
        [400, 160_002, lacking("read-message-history")],
        [403, 30_046, { id: "refused", code: 30_046 }],
        [400, 50_035, { id: "refused", code: 50_035 }],
        [400, 50_008, { id: "refused", code: 50_008 }],
      ] as const) {
        const failing = (request: Request, before: number) =>
          request.path.startsWith(MESSAGES) ? { status, body: { code, message: "canary" } } : server()(request, before);
        const { publisher, lines } = await publishing(failing);
        expect(await act(publisher)).to.deep.equal({ ok: false, error });
        expect(lines.join("")).not.to.include("canary");
      }
    });

    it(`says that it may work later to ${name}, whatever keeps Discord from answering`, async () => {
      for (const answer of [{ status: 503 }, "stall" as const, { status: 429, headers: { "retry-after": "5" } }]) {
        const { publisher } = await publishing(() => answer);
        expect(await act(publisher)).to.containSubset({ ok: false, error: { id: "unreachable" } });
      }
    });

    it(`asks Discord nothing to ${name} before it knows who it is`, async () => {
      const { publisher, requests } = await publishing(server(), null);
      expect(await act(publisher)).to.containSubset({ ok: false, error: { id: "unreachable" } });
      expect(requests).to.deep.equal([]);
    });
  }

  it("says that a message to change is gone", async () => {
    const { publisher } = await publishing(() => ({ status: 404, body: { code: 10_008, message: "canary" } }));
    expect(await publisher.edit("71", "900", reply("x"))).to.deep.equal({ ok: false, error: { id: "message-gone" } });
  });

  it("does not wait where Discord refuses to have old messages edited, for however long, nor take it for anything else", async () => {
    const busy =
      (body: object): Http =>
      (request, before) =>
        request.method === "PATCH"
          ? { status: 429, headers: { "retry-after": "60" }, body: { retry_after: 60, global: false, ...body } }
          : server()(request, before);
    const { publisher } = await publishing(busy({ code: 30_046, message: "Maximum number of edits reached" }));
    expect(await publisher.edit("71", "900", reply("x"))).to.deep.equal({
      ok: false,
      error: { id: "refused", code: 30_046 },
    });
    const { publisher: limited } = await publishing(busy({ message: "You are being rate limited." }));
    expect(await limited.edit("71", "900", reply("x"))).to.have.nested.property("error.id", "unreachable");
  });

  it("names what is missing where Discord only says that something is", async () => {
    const { publisher } = await publishing((request, before) =>
      request.method === "POST"
        ? { status: 403, body: { code: 50_013, message: "canary" } }
        : server({ everyone: String(1n << 10n) })(request, before),
    );
    expect(await publisher.post(posting())).to.deep.equal({
      ok: false,
      error: {
        id: "not-allowed",
        lacking: ["send-messages", "embed-links", "attach-files", "read-message-history"],
      },
    });
  });

  it("asks Discord nothing about what is no channel, message or key", async () => {
    const { publisher, requests } = await publishing(server());
    const forged = ["", "../@me", "71 ", "1".repeat(21)];
    const made = forged.flatMap((id) => [
      publisher.post(posting({ channel: id })),
      publisher.post(posting({ replyTo: id })),
      publisher.find(id, "p0001", SINCE),
      publisher.edit(id, "900", reply("x")),
      publisher.edit("71", id, reply("x")),
      publisher.remove("71", id),
      publisher.lacking(id),
    ]);
    const odd = [
      publisher.post(posting({ key: "" })),
      publisher.post(posting({ key: "x".repeat(26) })),
      publisher.post(posting({ key: "a b" })),
      publisher.find("71", "p0001", "yesterday"),
    ];
    for (const result of await Promise.all([...made, ...odd])) {
      expect(result).to.containSubset({ ok: false, error: { id: "refused" } });
    }
    expect(requests).to.deep.equal([]);
  });

  it("tells what it lacks in a channel, and in a thread by its channel's rules", async () => {
    const deny = (bits: bigint) => ({ permission_overwrites: [{ id: "70", type: 0, allow: "0", deny: String(bits) }] });
    const thread = { type: 11, parent_id: "60" };
    for (const [http, lacking] of [
      [server(), []],
      [server({ channel: deny(1n << 11n) }), ["send-messages"]],
      [server({ channel: deny(1n << 10n) }), ["view-channel"]],
      [server({ channel: deny((1n << 14n) | (1n << 15n)) }), ["embed-links", "attach-files"]],
      [server({ channel: thread, parent: deny(1n << 38n) }), ["send-messages-in-threads"]],
      [server({ channel: thread, parent: deny(1n << 11n) }), []],
      [server({ channel: { ...thread, ...deny(1n << 38n) } }), []],
    ] as const) {
      const { publisher } = await publishing(http);
      expect(await publisher.lacking("71")).to.deep.equal({ ok: true, value: lacking });
    }
    for (const code of [10_003, 50_001]) {
      const { publisher } = await publishing(() => ({ status: 404, body: { code, message: "canary" } }));
      expect(await publisher.lacking("71")).to.deep.equal({ ok: true, value: ["view-channel"] });
    }
  });

  it("tells whether a person may write in a channel, and believes nobody where it cannot be told", async () => {
    const override = (id: string, allow: bigint, deny: bigint) => ({
      id,
      type: 1,
      allow: String(allow),
      deny: String(deny),
    });
    const only = { permission_overwrites: [override("8", 0n, 1n << 11n)] };
    const member =
      (http: Http, answer: { readonly status: number; readonly body: unknown }): Http =>
      (request, before) =>
        request.path === `${GUILD}/members/8` ? answer : http(request, before);
    const there = { status: 200, body: { user: { id: "8" }, roles: [] } };
    const thread = { type: 11, parent_id: "60" };
    for (const [http, may] of [
      [member(server(), there), true],
      [member(server({ channel: only }), there), false],
      [member(server({ channel: thread, parent: only }), there), true],
      [member(server({ everyone: String(1n << 11n) }), there), false],
      [member(server(), { status: 404, body: { code: 10_007, message: "Unknown Member" } }), false],
    ] as const) {
      const { publisher } = await publishing(http);
      expect(await publisher.personMayWrite("71", "8")).to.deep.equal({ ok: true, value: may });
    }
    for (const answer of [
      { status: 502, body: {} },
      { status: 200, body: { roles: "all" } },
    ]) {
      const { publisher } = await publishing(member(server(), answer));
      expect(await publisher.personMayWrite("71", "8")).to.containSubset({ ok: false, error: { id: "unreachable" } });
    }
    const { publisher, requests } = await publishing(server());
    expect((await publisher.personMayWrite("71", "../8")).ok).to.equal(false);
    expect(requests).to.deep.equal([]);
  });

  it("does not know direct messages, and no server that answers nonsense", async () => {
    const direct = await publishing(server({ channel: { guild_id: undefined, type: 1 } }));
    expect(await direct.publisher.lacking("71")).to.deep.equal({
      ok: false,
      error: { id: "not-allowed", lacking: [] },
    });
    for (const body of ["hello", {}, { id: "71", type: 0, guild_id: "../x" }, []]) {
      const { publisher } = await publishing(() => ({ status: 200, body }));
      expect(await publisher.lacking("71")).to.containSubset({ ok: false, error: { id: "unreachable" } });
    }
  });
});

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { WebSocket } from "ws";
import * as z from "zod";
import { bytesOf } from "../../src/sandbox/frames.ts";
import type { FromPage } from "../../src/sandbox/page-protocol.ts";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { askCommand, callback, openSandbox, RawBot, register } from "./support.ts";

const messageShape = z.looseObject({ type: z.string() });
type Told = z.infer<typeof messageShape>;

/** A page without a browser. */
class Page {
  readonly socket: WebSocket;
  readonly told: Told[] = [];
  readonly closed: Promise<number>;
  #wake: () => void = () => {};

  constructor(sandbox: Sandbox, origin = sandbox.address) {
    this.socket = new WebSocket(`${sandbox.address.replace("http", "ws")}/page`, { origin });
    this.closed = new Promise((resolve) => {
      this.socket.once("close", (code) => resolve(code));
    });
    this.socket.on("error", () => this.socket.terminate());
    this.socket.on("message", (data) => {
      this.told.push(messageShape.parse(JSON.parse(bytesOf(data).toString("utf8"))));
      this.#wake();
    });
  }

  say(message: FromPage): void {
    this.socket.send(JSON.stringify(message));
  }

  /** Takes the first message of a type that nobody has taken, waiting for it if need be. */
  async next(type: string): Promise<Told> {
    for (;;) {
      const at = this.told.findIndex((message) => message.type === type);
      const [found] = at < 0 ? [] : this.told.splice(at, 1);
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}

describe("sandbox: the page's server", () => {
  let folder: string;
  let sandbox: Sandbox;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "page-"));
    await writeFile(join(folder, "index.html"), '<!doctype html><script type="importmap">{"imports":{}}</script>');
    await writeFile(join(folder, "main.js"), "export {};");
    await writeFile(join(folder, "secret.txt"), "not for the page");
    sandbox = await openSandbox({ pageFolder: folder });
  });
  after(async () => {
    await sandbox.close();
    await rm(folder, { recursive: true });
  });

  it("serves the page under a policy that lets in its own scripts and its import map", async () => {
    const response = await fetch(sandbox.address);
    expect(response.headers.get("content-type")).to.match(/^text\/html/);
    const policy = response.headers.get("content-security-policy") ?? "";
    // The hash of {"imports":{}}, as `openssl dgst -sha256 -binary | base64` gives it.
    expect(policy).to.include("script-src 'self' 'sha256-URrTy+Il/Nz0lHojVUx275hWqAWhkSF0VsHbUM4/6Hw='");
    expect(policy).to.include("default-src 'none'").and.not.include("unsafe");
    expect(response.headers.get("x-content-type-options")).to.equal("nosniff");
  });

  it("serves the page's modules and the libraries they import", async () => {
    for (const path of [
      "/page/main.js",
      "/modules/preact.js",
      "/modules/preact-hooks.js",
      "/modules/preact-jsx-runtime.js",
    ]) {
      const response = await fetch(sandbox.address + path);
      expect(response.headers.get("content-type"), path).to.match(/^text\/javascript/);
      expect(await response.text(), path).to.match(/export/);
    }
  });

  const hidden = [
    "/secret.txt",
    "/../package.json",
    "/..%2f..%2fetc/passwd",
    "/page/%2e%2e/%2e%2e/x.js",
    "/modules/ws.js",
    "/%00",
  ];
  for (const path of hidden) {
    it(`serves nothing at ${path}`, async () => {
      expect((await fetch(sandbox.address + path)).status).to.equal(404);
    });
  }

  it("lets in no page of another site", async () => {
    expect(await new Page(sandbox, "http://evil.example").closed).to.equal(1006);
    expect(await new Page(sandbox, "null").closed).to.equal(1006);
    const gateway = new WebSocket(`${sandbox.address.replace("http", "ws")}/gateway?v=10`, {
      origin: "http://evil.example",
    });
    gateway.on("error", () => gateway.terminate());
    expect(await new Promise((resolve) => gateway.once("close", resolve))).to.equal(1006);
  });

  it("sends away a page that speaks another language", async () => {
    const page = new Page(sandbox);
    await page.next("hello");
    page.socket.send('{"type":"surprise"}');
    expect(await page.closed).to.equal(1008);
  });
});

describe("sandbox: a person at the page", () => {
  let sandbox: Sandbox;
  let bot: RawBot;
  let page: Page;
  let personaId: string;
  let asked: {
    readonly nonce: string;
    readonly personaId: string;
    readonly channelId: string;
    readonly commandId: string;
  };
  beforeEach(async () => {
    sandbox = await openSandbox({ limits: { acknowledgeMs: 200 } });
    await register(sandbox, askCommand);
    bot = await RawBot.login(sandbox);
    page = new Page(sandbox);
    const hello = await page.next("hello");
    expect(hello).to.have.nested.property("channels[0]").that.deep.includes({
      id: sandbox.channels["general"],
      name: "general",
      kind: "text",
      parentId: null,
      ownerId: null,
    });
    personaId = sandbox.user().user.id;
    expect(hello).to.have.nested.property("bot.id", sandbox.applicationId);
    asked = {
      nonce: "n1",
      personaId,
      channelId: sandbox.channels["general"] ?? "",
      commandId: sandbox.commands[0]?.id ?? "",
    };
  });
  afterEach(() => sandbox.close());

  const question = (value: string) => [{ name: "question", type: 3, value }];

  it("uses a command and sees the answer", async () => {
    page.say({ type: "locale", personaId, locale: "de" });
    page.say({ type: "command", ...asked, options: question("who?") });
    const interaction = await bot.interaction();
    expect(interaction["locale"]).to.equal("de");
    await callback(sandbox, interaction, { type: 5 });
    expect(await page.next("message")).to.have.nested.property("message.thinking", true);
    expect(await page.next("acknowledged")).to.include({ nonce: "n1" });
  });

  it("hears why something failed", async () => {
    page.say({ type: "command", ...asked, options: [] });
    expect(await page.next("failed")).to.include({ nonce: "n1", reason: "The option “question” is required." });
    page.say({ type: "command", ...asked, nonce: "n2", options: question("who?") });
    expect(await page.next("failed")).to.include({ nonce: "n2", reason: "The application did not respond" });
  });

  it("gets choices while typing", async () => {
    const options = [{ name: "topic", type: 3, value: "a" }];
    page.say({ type: "autocomplete", ...asked, options, focused: "topic" });
    await callback(sandbox, await bot.interaction(), { type: 8, data: { choices: [{ name: "A", value: "a" }] } });
    expect(await page.next("choices")).to.deep.include({ nonce: "n1", choices: [{ name: "A", value: "a" }] });
  });

  it("presses a button, fills in a form, and dismisses a private answer", async () => {
    page.say({ type: "command", ...asked, options: question("who?") });
    const components = [{ type: 1, components: [{ type: 2, style: 1, label: "Why?", custom_id: "why" }] }];
    await callback(sandbox, await bot.interaction(), { type: 4, data: { content: "a", flags: 64, components } });
    const messageId = sandbox.messages(asked.channelId)[0]?.id ?? "";
    const pressed = { personaId, channelId: asked.channelId, messageId, customId: "why", componentType: 2, values: [] };
    page.say({ type: "component", nonce: "n2", ...pressed });
    const inputs = [{ type: 1, components: [{ type: 4, custom_id: "text", style: 1, label: "Text" }] }];
    await callback(sandbox, await bot.interaction(), {
      type: 9,
      data: { custom_id: "f", title: "F", components: inputs },
    });
    const modal = await page.next("modal");
    expect(modal).to.include({ nonce: "n2" });
    page.say({
      type: "modal-submit",
      nonce: "n3",
      personaId,
      modalId: String(modal["modalId"]),
      values: { text: "so" },
    });
    const submission = await bot.interaction();
    expect(submission).to.have.nested.property("data.components[0].components[0].value", "so");
    await callback(sandbox, submission, { type: 6 });
    page.say({ type: "dismiss", personaId, messageId });
    expect(await page.next("message-deleted")).to.include({ messageId });
    expect(sandbox.message(messageId)).to.equal(undefined);
  });

  it("sees what others say and do, but not their private answers", async () => {
    sandbox.user({ username: "other" }).say("hello");
    expect(await page.next("message")).to.have.nested.property("message.message.content", "hello");
    void sandbox.user({ username: "other" }).slash("ask", { question: "a" });
    await callback(sandbox, await bot.interaction(), { type: 4, data: { content: "private", flags: 64 } });
    page.say({ type: "say", nonce: "n9", personaId, channelId: asked.channelId, content: "public" });
    expect(await page.next("message")).to.have.nested.property("message.message.content", "public");
  });

  it("learns that the bot has gone, and of new commands", async () => {
    await register(sandbox);
    expect(await page.next("commands")).to.deep.include({ commands: [] });
    await bot.leave();
    expect(await page.next("bot")).to.include({ bot: null });
  });

  it("acts as any of its people, and as nobody else", async () => {
    const second = sandbox.user({ username: "second" });
    const stranger = sandbox.user({ username: "stranger" });
    page.say({ type: "command", ...asked, personaId: second.user.id, options: question("who?") });
    const interaction = await bot.interaction();
    expect(interaction).to.have.nested.property("member.user.id", second.user.id);
    await callback(sandbox, interaction, { type: 4, data: { content: "a", flags: 64 } });
    expect(await page.next("message")).to.have.nested.property("message.ownerId", second.user.id);
    for (const personaId of [stranger.user.id, "1"]) {
      page.say({ type: "say", ...asked, nonce: "n2", personaId, content: "a" });
      expect(await page.next("failed")).to.include({ nonce: "n2", reason: "There is no such person here." });
    }
  });

  it("does not dismiss what is private to somebody else", async () => {
    void sandbox.user().slash("ask", { question: "a" });
    await callback(sandbox, await bot.interaction(), { type: 4, data: { content: "private", flags: 64 } });
    const { id = "" } = sandbox.messages(asked.channelId)[0] ?? {};
    page.say({ type: "dismiss", personaId: sandbox.user({ username: "second" }).user.id, messageId: id });
    page.say({ type: "say", ...asked, content: "after" });
    await page.next("acknowledged");
    expect(sandbox.message(id)).to.have.property("content", "private");
  });

  it("keeps a language for each of its people, and tells every page", async () => {
    const other = new Page(sandbox);
    const hello = await other.next("hello");
    expect(hello).to.have.nested.property("personas.length", 4);
    page.say({ type: "locale", personaId, locale: "it" });
    expect(await other.next("persona")).to.have.nested.property("persona.locale", "it");
    page.say({ type: "close-direct", personaId, closed: true });
    expect(await other.next("persona")).to.have.nested.property("persona.closed", true);
  });

  it("starts and deletes threads, deletes messages, and hears what it may not", async () => {
    const moderator = sandbox.user({ username: "moderator" }).user.id;
    page.say({ type: "start-thread", ...asked, name: "Below" });
    const told = await page.next("channels");
    expect(told).to.have.nested.property("channels[1].name", "Below");
    expect(told).to.have.nested.property("channels[1].parentId", asked.channelId);
    await page.next("acknowledged");
    page.say({ type: "delete-channel", ...asked, nonce: "n2" });
    expect(await page.next("failed")).to.include({ nonce: "n2" });
    page.say({ type: "delete-channel", ...asked, personaId: moderator });
    expect(await page.next("channels")).to.have.nested.property("channels[0].name", "news");
    await page.next("acknowledged");
    const { id } = sandbox.user().say("mine", { channelId: sandbox.withoutBot.group });
    page.say({ type: "delete-message", nonce: "n3", personaId: moderator, messageId: id });
    expect(await page.next("failed")).to.include({ nonce: "n3" });
    page.say({ type: "delete-message", nonce: "n4", personaId, messageId: id });
    expect(await page.next("message-deleted")).to.include({ messageId: id });
  });

  it("uploads a file for a command, and sends it by its id", async () => {
    await register(sandbox, {
      name: "take",
      description: "Take",
      options: [{ type: 11, name: "file", description: "File", required: true }],
    });
    const form = new FormData();
    form.set("file", new File(["Harbour"], "to day/notes.txt", { type: "text/plain" }));
    const uploaded = await fetch(`${sandbox.address}/uploads`, {
      method: "POST",
      body: form,
      headers: { origin: sandbox.address },
    });
    expect(uploaded.status).to.equal(201);
    const { id } = z.object({ id: z.string() }).parse(await uploaded.json());
    const commandId = sandbox.commands[0]?.id ?? "";
    page.say({ type: "command", ...asked, commandId, options: [{ name: "file", type: 11, value: id }] });
    const interaction = await bot.interaction();
    expect(interaction).to.have.nested.property(`data.resolved.attachments.${id}.filename`, "to_day_notes.txt");
    expect(interaction).to.have.nested.property(`data.resolved.attachments.${id}.size`, 7);
  });

  it("takes no file that is too large, no two-part nonsense, and none from another site", async () => {
    const upload = async (body: FormData | string, origin = sandbox.address) =>
      (await fetch(`${sandbox.address}/uploads`, { method: "POST", body, headers: { origin } })).status;
    const form = (content: Blob | string) => {
      const made = new FormData();
      made.set("file", content);
      return made;
    };
    expect(await upload(form(new Blob(["a"])))).to.equal(201);
    expect(await upload(form(new Blob([new Uint8Array((10 << 20) + 1)])))).to.equal(413);
    expect(await upload(form("no file"))).to.equal(400);
    expect(await upload("nothing of the kind")).to.equal(400);
    expect(await upload(form(new Blob(["a"])), "http://evil.example")).to.equal(403);
  });

  it("posts a picture without words", async () => {
    page.say({ type: "post-sample", ...asked, sample: "picture" });
    const told = await page.next("message");
    expect(told).to.have.nested.property("message.message.content", "");
    expect(told).to.have.nested.property("message.message.attachments[0].content_type", "image/png");
  });

  it("plays a conversation, or hears what is wrong with it", async () => {
    page.say({ type: "play", nonce: "p1", text: "steps: no" });
    expect(await page.next("failed")).to.include({ nonce: "p1" });
    page.say({ type: "play", nonce: "p2", text: "steps:\n  - say: a\n  - wait: 5000\n  - say: b\n" });
    expect(await page.next("played")).to.have.nested.property("step.deed", "Say “a”");
    page.say({ type: "stop-playing", nonce: "p2" });
    expect(await page.next("acknowledged")).to.include({ nonce: "p2" });
  });
});

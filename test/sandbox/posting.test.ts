import { PermissionFlagsBits } from "discord-api-types/v10";
import { expect } from "chai";
import * as z from "zod";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { ask, openSandbox, type Reply } from "./support.ts";

const posted = z.object({
  id: z.string(),
  embeds: z.array(z.object({ image: z.optional(z.object({ url: z.string() })) })),
  attachments: z.array(z.object({ id: z.string() })),
});

/** The smallest picture there is. */
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

describe("sandbox: what moderators post", () => {
  let sandbox: Sandbox;
  let general: string;
  let path: string;
  let at: number;
  beforeEach(async () => {
    at = Date.now();
    sandbox = await openSandbox({ now: () => (at += 1_000) });
    general = sandbox.channels["general"] ?? "";
    path = `/channels/${general}/messages`;
  });
  afterEach(() => sandbox.close());

  const send = (payload: object, method = "POST", where = path, bytes: Uint8Array = png): Promise<Reply> => {
    const form = new FormData();
    form.append("payload_json", JSON.stringify(payload));
    form.append("files[0]", new Blob([Uint8Array.from(bytes)], { type: "image/png" }), "chart.png");
    return ask(sandbox, method, where, undefined, { raw: form });
  };
  const illustrated = {
    embeds: [{ title: "A week", image: { url: "attachment://chart.png" } }],
    attachments: [{ id: 0, description: "A line that rises" }],
  };
  const imageOf = ({ body }: Reply): string => posted.parse(body).embeds[0]?.image?.url ?? "";

  it("posts once what is posted twice with one nonce, for some minutes", async () => {
    const first = await ask(sandbox, "POST", path, { content: "a", nonce: "n1", enforce_nonce: true });
    const again = await ask(sandbox, "POST", path, { content: "b", nonce: "n1", enforce_nonce: true });
    expect([posted.parse(first.body).id, again.body]).to.deep.equal([posted.parse(again.body).id, first.body]);
    expect(again.body).to.include({ content: "a", nonce: "n1" });
    await ask(sandbox, "POST", path, { content: "c", nonce: "n2", enforce_nonce: true });
    await ask(sandbox, "POST", path, { content: "d", nonce: "n1" });
    expect(sandbox.messages(general).map(({ content }) => content)).to.deep.equal(["a", "c", "d"]);
    at += 10 * 60_000;
    await ask(sandbox, "POST", path, { content: "e", nonce: "n1", enforce_nonce: true });
    expect(sandbox.messages(general).at(-1)).to.include({ content: "e" });
  });

  it("posts once what arrives twice at the same time", async () => {
    const body = { content: "a", nonce: "n1", enforce_nonce: true };
    const both = await Promise.all([ask(sandbox, "POST", path, body), ask(sandbox, "POST", path, body)]);
    expect(new Set(both.map((reply) => posted.parse(reply.body).id)).size).to.equal(1);
    expect(sandbox.messages(general)).to.have.length(1);
  });

  it("answers a message, or posts alone where that is gone and it may", async () => {
    const { id } = sandbox.user().say("What is this?");
    const reply = { content: "This", message_reference: { message_id: id } };
    expect((await ask(sandbox, "POST", path, reply)).body).to.have.nested.property("referenced_message.id", id);
    sandbox.deleteMessage(id);
    expect(await ask(sandbox, "POST", path, reply)).to.include({ code: 50035 });
    const alone = { ...reply, message_reference: { message_id: id, fail_if_not_exists: false } };
    expect((await ask(sandbox, "POST", path, alone)).body).to.include({ type: 0, content: "This" });
    sandbox.denyBot(general, PermissionFlagsBits.ReadMessageHistory);
    expect(await ask(sandbox, "POST", path, alone)).to.include({ code: 160002 });
  });

  it("shows a picture in an embed with its words, as a picture alone, and not among the attachments", async () => {
    const reply = await send(illustrated);
    expect(reply.body).to.have.nested.property("embeds[0].image.description", "A line that rises");
    expect(reply.body).to.have.property("attachments").that.deep.equals([]);
    const picture = await fetch(imageOf(reply));
    expect(picture.headers.get("content-type")).to.equal("image/png");
    expect(picture.headers.get("x-content-type-options")).to.equal("nosniff");
    expect(Buffer.from(await picture.arrayBuffer())).to.deep.equal(png);
  });

  it("hands out what only calls itself a picture as a file", async () => {
    const text = await fetch(imageOf(await send(illustrated, "POST", path, Buffer.from("<svg onload=alert(1)>"))));
    expect(text.headers.get("content-type")).to.equal("application/octet-stream");
    expect(text.headers.get("content-disposition")).to.match(/^attachment/);
  });

  it("keeps a picture while an embed shows it, lists it once none does, and drops it when told", async () => {
    const first = await send(illustrated);
    const { id } = posted.parse(first.body);
    const edit = (body: object) => ask(sandbox, "PATCH", `${path}/${id}`, body);
    const kept = await edit({ content: "More", embeds: illustrated.embeds });
    expect(imageOf(kept)).to.equal(imageOf(first));
    expect(kept.body).to.have.property("edited_timestamp").that.is.a("string");
    expect((await edit({ embeds: [] })).body)
      .to.have.property("attachments")
      .with.length(1);
    const gone = await edit({ attachments: [] });
    expect(gone.body).to.have.property("attachments").that.deep.equals([]);
    expect((await fetch(imageOf(first))).status).to.equal(404);
  });

  it("shows the new picture of two with one name, and drops the other where it is not listed", async () => {
    const first = await send(illustrated);
    const { id } = posted.parse(first.body);
    const second = await send(illustrated, "PATCH", `${path}/${id}`);
    expect(imageOf(second)).to.not.equal(imageOf(first));
    expect((await fetch(imageOf(first))).status).to.equal(404);
    expect((await fetch(imageOf(second))).status).to.equal(200);
  });

  it("refuses edits once there were too many, until that is over", async () => {
    const { id } = posted.parse((await ask(sandbox, "POST", path, { content: "a" })).body);
    sandbox.faults.refuseEdits();
    const edit = () => ask(sandbox, "PATCH", `${path}/${id}`, { content: "b" });
    const refused = await edit();
    expect(refused).to.include({ status: 429, code: 30046 });
    expect(refused.headers.get("retry-after")).to.equal("60");
    expect(sandbox.message(id)).to.include({ content: "a" });
    sandbox.faults.clear();
    expect((await edit()).status).to.equal(200);
  });

  it("edits nothing in a thread that is archived, and opens it by writing there unless it is locked", async () => {
    const { "Desk talk": thread = "" } = sandbox.threads;
    const inside = `/channels/${thread}/messages`;
    const { id } = posted.parse((await ask(sandbox, "POST", inside, { content: "a" })).body);
    const edit = () => ask(sandbox, "PATCH", `${inside}/${id}`, { content: "b" });
    sandbox.setThread(thread, "archived");
    expect(await edit()).to.include({ status: 400, code: 50083 });
    expect((await ask(sandbox, "POST", inside, { content: "c" })).status).to.equal(200);
    expect((await edit()).status).to.equal(200);
    sandbox.setThread(thread, "locked");
    expect(await ask(sandbox, "POST", inside, { content: "d" })).to.include({ code: 50083 });
  });

  it("lists messages before one and after one, newest first", async () => {
    const ids = ["a", "b", "c", "d"].map((content) => sandbox.user().say(content).id);
    const list = async (query: string) =>
      z
        .array(z.object({ id: z.string() }))
        .parse((await ask(sandbox, "GET", `${path}?${query}`)).body)
        .map(({ id }) => ids.indexOf(id));
    expect(await list("limit=2")).to.deep.equal([3, 2]);
    expect(await list(`limit=2&before=${ids[3]}`)).to.deep.equal([2, 1]);
    expect(await list(`limit=2&after=${ids[0]}`)).to.deep.equal([2, 1]);
    expect(await list(`after=${ids[3]}`)).to.deep.equal([]);
  });
});

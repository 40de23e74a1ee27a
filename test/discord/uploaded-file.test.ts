import { expect } from "chai";
import type { Command } from "../../src/domain/command.ts";
import { Dispatcher } from "../../src/discord/dispatch.ts";
import { readInteraction } from "../../src/discord/read-interaction.ts";
import { readUploadedFile } from "../../src/discord/uploaded-file.ts";
import { commandPayload, dispatchOptions, fakeTransport, recordingLogger, reply } from "./fakes.ts";

const CDN = "https://cdn.discordapp.com/ephemeral-attachments/1/2/notes.txt?ex=1&is=2&hm=3";
const SOUND = { id: "55", filename: "notes.txt", size: 7, url: CDN, proxy_url: CDN, content_type: "text/plain" };

const take: Command = {
  name: "take",
  options: { file: { type: "file", required: true, maxBytes: 2_500_000 } },
  run: async (_, { file }) => reply(JSON.stringify(file)),
};

const upload = (changes: object = {}, resolved: object = {}) => {
  const payload = commandPayload([{ type: 11, name: "file", value: "55" }], "take");
  const attachments = { 55: { ...SOUND, ...changes } };
  const data = "data" in payload && typeof payload.data === "object" ? payload.data : {};
  return { ...payload, data: { ...data, resolved: { attachments, ...resolved } } };
};

async function sent(payload: object, apiUrl: string | null = null): Promise<string> {
  const transport = fakeTransport();
  const { logger } = recordingLogger();
  await new Dispatcher(dispatchOptions([take], transport, logger, { apiUrl })).handle(payload);
  return JSON.stringify(transport.calls[0]?.body);
}

describe("a file that was uploaded", () => {
  it("reaches the command as Discord tells of it", async () => {
    const interaction = readInteraction(upload(), null);
    expect(interaction?.kind === "command" && interaction.values.get("file")).to.deep.equal({
      name: "notes.txt",
      contentType: "text/plain",
      size: 7,
      url: CDN,
    });
    expect(await sent(upload())).to.include("notes.txt");
  });

  it("is of no type where that is not told", () => {
    for (const content_type of [undefined, null, 5, "x".repeat(201)]) {
      expect(readUploadedFile({ ...SOUND, content_type }, null)?.contentType).to.equal(null);
    }
  });

  for (const url of [
    "https://evil.example/notes.txt",
    "http://cdn.discordapp.com/notes.txt",
    "https://cdn.discordapp.com:8443/notes.txt",
    "https://cdn.discordapp.com.evil.example/notes.txt",
    "https://cdn.discordapp.com@evil.example/notes.txt",
    "https://me:pw@cdn.discordapp.com/notes.txt",
    "http://127.0.0.1:9001/notes.txt",
    "http://169.254.169.254/latest/meta-data",
    "file:///etc/passwd",
    "/notes.txt",
    "",
  ]) {
    it(`is not taken from ${url === "" ? "nowhere" : url}`, async () => {
      expect(readInteraction(upload({ url }), "http://127.0.0.1:9000/api")?.kind).to.equal("unknown");
    });
  }

  it("is taken from both of Discord's hosts, and from the API's own where another was set", () => {
    const own = "http://127.0.0.1:9000/attachments/1/notes.txt";
    expect(readUploadedFile({ ...SOUND, url: "https://media.discordapp.net/a" }, null)).not.to.equal(null);
    expect(readUploadedFile({ ...SOUND, url: own }, null)).to.equal(null);
    expect(readUploadedFile({ ...SOUND, url: own }, "http://127.0.0.1:9000/api")?.url).to.equal(own);
    expect(readUploadedFile(SOUND, "http://127.0.0.1:9000/api")).not.to.equal(null);
  });

  it("is refused with its command where it is not told of, or in no way that makes sense", async () => {
    for (const changes of [{ size: -1 }, { size: 1.5 }, { size: "7" }, { filename: 5 }, { url: undefined }]) {
      expect(readInteraction(upload(changes), null)?.kind, JSON.stringify(changes)).to.equal("unknown");
    }
    expect(readInteraction(upload({}, { attachments: {} }), null)?.kind).to.equal("unknown");
    expect(readInteraction(upload({}, { attachments: null }), null)?.kind).to.equal("unknown");
    expect(await sent(upload({ url: "https://evil.example/" }))).not.to.include("evil.example");
    const text = commandPayload([{ type: 3, name: "file", value: "55" }], "take");
    expect(await sent(text)).to.include("has changed");
  });

  it("goes by a name on one line, without folders, and keeps its extension", () => {
    const name = (filename: string) => readUploadedFile({ ...SOUND, filename }, null)?.name;
    expect(name("a\nb\u202Etxt.pdf")).to.equal("a btxt.pdf");
    expect(name("../../etc/passwd")).to.equal("passwd");
    expect(name("C:\\notes\\day.md")).to.equal("day.md");
    for (const odd of ["", "..", "/", " ", "a/.."]) expect(name(odd), odd).to.equal("file");
    expect(name(`${"x".repeat(300)}.html`))
      .to.have.length(100)
      .and.match(/….html$/u);
  });

  it("is refused before the command runs where it is too large", async () => {
    expect(await sent(upload({ size: 2_500_000 }))).to.include("2500000");
    const refused = await sent(upload({ size: 2_500_001, filename: "a*b*.txt" }));
    expect(refused).to.include("too large").and.include("2.5 MB").and.include("a\\\\*b\\\\*.txt");
    expect(refused).not.to.include(CDN);
  });
});

import { PermissionFlagsBits } from "discord-api-types/v10";
import { expect } from "chai";
import { setTimeout as sleep } from "node:timers/promises";
import type { Command } from "../../src/domain/command.ts";
import type { Picture } from "../../src/domain/picture.ts";
import { toFiles } from "../../src/discord/files.ts";
import { toMessage } from "../../src/discord/message.ts";
import { LIMITS } from "../../src/present/text/limits.ts";
import { Dispatcher } from "../../src/discord/dispatch.ts";
import {
  askCommand,
  buttonPayload,
  commandPayload,
  dispatchOptions,
  fakeTransport,
  question,
  recordingLogger,
  reply,
} from "./fakes.ts";

async function dispatch(command: Command, payload: unknown) {
  const transport = fakeTransport();
  await new Dispatcher(dispatchOptions([command], transport, recordingLogger().logger)).handle(payload);
  return transport;
}

const { ViewChannel, SendMessages, EmbedLinks, AttachFiles } = PermissionFlagsBits;
const allowed = { app_permissions: String(ViewChannel | SendMessages | EmbedLinks | AttachFiles) };
const asked = { ...commandPayload([question("x")]), ...allowed };
const picture: Picture = { name: "timeline.png", data: Buffer.from("PNG"), alt: "Two dates." };
const files = [["timeline.png", "PNG"]];
const image = { url: "attachment://timeline.png" };
const attached = { id: "0", filename: "timeline.png", description: "Two dates." };

describe("a picture", () => {
  it("goes along with an answer, at once or late, with words for those who do not see it", async () => {
    const quick = await dispatch(
      askCommand(async () => reply("Here", { picture })),
      asked,
    );
    expect(quick.calls[0]).to.deep.include({ how: "respond", files });
    expect(quick.calls[0]?.body).to.containSubset({ data: { embeds: [{ image }], attachments: [attached] } });
    const slow = askCommand(async () => {
      await sleep(120);
      return reply("Here", { picture });
    });
    const late = await dispatch(slow, asked);
    expect(late.calls[1]).to.deep.include({ how: "edit", files });
    expect(late.calls[1]?.body).to.containSubset({ embeds: [{ image }], attachments: [attached] });
  });

  it("takes the place of the one before when a page is turned, and goes where the next has none", async () => {
    const turn = async (next: Partial<Parameters<typeof reply>[1]>) => {
      const act: NonNullable<Command["actions"]>[string] = async () => ({ place: "update", reply: reply("2", next) });
      const { calls } = await dispatch(
        askCommand(async () => reply(""), { actions: { act } }),
        { ...buttonPayload("1|ask|act|"), ...allowed },
      );
      return calls[0];
    };
    const other = await turn({ picture });
    expect(other).to.deep.include({ files });
    expect(other?.body).to.containSubset({ type: 7, data: { embeds: [{ image }], attachments: [attached] } });
    const none = await turn({});
    expect(none?.body)
      .to.deep.include({ type: 7 })
      .and.containSubset({ data: { attachments: [] } });
    expect(JSON.stringify(none?.body)).not.to.include("image");
  });

  it("stands beside files without taking their place", () => {
    const both = reply("Here", { picture, attachments: [{ name: "a.txt", text: "x" }] });
    expect(toFiles(both, () => {}).map(({ name }) => name)).to.deep.equal(["timeline.png", "a.txt"]);
  });

  it("is left out where the bot may not attach files: the words come all the same", async () => {
    const payload = { ...asked, app_permissions: String(ViewChannel | SendMessages | EmbedLinks) };
    const { calls } = await dispatch(
      askCommand(async () => reply("Here", { picture })),
      payload,
    );
    expect(calls[0]).to.deep.include({ how: "respond", files: [] });
    expect(calls[0]?.body).to.containSubset({ data: { embeds: [{ description: "Here" }], attachments: [] } });
    expect(JSON.stringify(calls[0]?.body)).not.to.include("image");
  });

  for (const [what, bad] of [
    ["is too large", { ...picture, data: new Uint8Array(600_000) }],
    ["has a name that attachment:// does not find", { ...picture, name: "../tïme line.png" }],
  ] as const) {
    it(`that ${what} is left out, and the operator hears of it`, () => {
      const cuts: string[] = [];
      const one = reply("Here", { picture: bad });
      expect(toFiles(one, (cut) => cuts.push(cut))).to.deep.equal([]);
      expect(toMessage(one, () => {}).embeds[0]).not.to.have.property("image");
      expect(cuts).to.deep.equal(["picture"]);
    });
  }

  it("has no more words than Discord takes, and none that cannot be read", () => {
    const [file] = toFiles(
      reply("Here", { picture: { ...picture, alt: `\u202Ea\u0000${"b".repeat(5_000)}` } }),
      () => {},
    );
    expect(file?.description?.length).to.be.at.most(LIMITS.message.fileDescriptionLength);
    expect(file?.description).to.match(/^a b+…$/u);
  });
});

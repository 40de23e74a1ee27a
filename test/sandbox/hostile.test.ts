import { expect } from "chai";
import * as fc from "fast-check";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { ask, askCommand, jumpingClock, openSandbox, RawBot, register } from "./support.ts";

const part = fc.record(
  {
    type: fc.integer({ min: 0, max: 25 }),
    custom_id: fc.oneof(fc.string(), fc.integer()),
    style: fc.integer({ min: 0, max: 7 }),
    label: fc.jsonValue(),
    url: fc.oneof(fc.webUrl(), fc.string()),
    options: fc.jsonValue(),
    accessory: fc.jsonValue(),
  },
  { requiredKeys: ["type"] },
);
const message = fc.record(
  {
    content: fc.oneof(fc.string(), fc.jsonValue()),
    embeds: fc.oneof(fc.array(fc.jsonValue()), fc.jsonValue()),
    components: fc.array(fc.record({ type: fc.constant(1), components: fc.array(part) })),
    attachments: fc.jsonValue(),
    allowed_mentions: fc.jsonValue(),
    flags: fc.oneof(fc.integer(), fc.jsonValue()),
  },
  { requiredKeys: [] },
);
const command = fc.record(
  {
    name: fc.oneof(fc.string(), fc.jsonValue()),
    description: fc.jsonValue(),
    type: fc.jsonValue(),
    options: fc.array(fc.oneof(part, fc.jsonValue())),
    name_localizations: fc.jsonValue(),
    default_member_permissions: fc.jsonValue(),
  },
  { requiredKeys: [] },
);

/** Objects in objects, deeper than any stack. */
function nested(key: string, depth: number): string {
  return `{"type":1,"${key}":[`.repeat(depth) + "]}".repeat(depth);
}

describe("sandbox: hostile input", () => {
  let sandbox: Sandbox;
  before(async () => {
    sandbox = await openSandbox({ now: jumpingClock() });
  });
  after(() => sandbox.close());

  const places: readonly (readonly [string, () => string, fc.Arbitrary<unknown>])[] = [
    ["messages", () => `/channels/${sandbox.channels["general"]}/messages`, fc.oneof(message, fc.jsonValue())],
    ["commands", () => `/applications/${sandbox.applicationId}/commands`, fc.oneof(command, fc.jsonValue())],
  ];

  for (const [name, path, bodies] of places) {
    it(`takes or refuses any body for ${name}, and never fails itself`, async () => {
      await fc.assert(
        fc.asyncProperty(bodies, async (body) => {
          const reply = await ask(sandbox, "POST", path(), body);
          expect(reply.status, JSON.stringify(reply.body)).to.be.oneOf([200, 201, 400]);
          if (reply.code === 50035) expect(reply.errors).to.not.be.empty;
        }),
        { numRuns: 150 },
      );
    });

    it(`refuses bodies for ${name} that are nested beyond reason`, async () => {
      for (const key of ["components", "options"]) {
        const raw = `{"content":"a","name":"a","description":"a","${key}":[${nested(key, 20_000)}]}`;
        const reply = await ask(sandbox, "POST", path(), undefined, {
          raw,
          headers: { "content-type": "application/json" },
        });
        expect(reply.status).to.be.oneOf([200, 201, 400]);
      }
    });
  }

  it("survives any text at the gateway", async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (text) => {
        const bot = new RawBot(sandbox);
        await bot.opcode(10);
        bot.socket.send(text);
        bot.socket.close();
        expect(await bot.closed).to.be.oneOf([1005, 4001, 4002, 4003, 4004]);
      }),
      { numRuns: 40 },
    );
    await register(sandbox, askCommand);
    expect(sandbox.commands).to.have.length(1);
  });
});

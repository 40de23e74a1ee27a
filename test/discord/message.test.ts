import { expect } from "chai";
import * as fc from "fast-check";
import type { Button, ControlRow, Reply } from "../../src/domain/reply.ts";
import { cut } from "../../src/present/text/cut.ts";
import { toMessage } from "../../src/discord/message.ts";
import { LIMITS } from "../../src/present/text/limits.ts";
import { reply } from "./fakes.ts";

const letters = fc.constantFrom(
  "a",
  " ",
  "\n",
  "@everyone",
  "👩‍👩‍👧‍👦",
  "é",
  "e\u0301",
  "\uD83D",
  "\u0000",
  "\u202E",
  "🇦🇱",
  "**",
);
const text = (most: number) =>
  fc
    .tuple(fc.string({ unit: letters, maxLength: 40 }), fc.nat({ max: most }))
    .map(([unit, times]) => unit.repeat(Math.min(times, Math.ceil(most / Math.max(1, unit.length)))));
const ref = fc.record({ command: text(20), action: text(20), state: fc.array(text(60), { maxLength: 3 }) });
const button: fc.Arbitrary<Button> = fc.oneof(
  fc.record({ type: fc.constant("action" as const), label: text(120), action: ref, disabled: fc.boolean() }),
  fc.record({ type: fc.constant("link" as const), label: text(120), url: fc.oneof(fc.webUrl(), text(700)) }),
);
const select = fc.record({
  placeholder: text(200),
  action: ref,
  options: fc.array(fc.record({ label: text(150), description: fc.option(text(150)), value: text(150) }), {
    maxLength: 40,
  }),
});
const row: fc.Arbitrary<ControlRow> = fc.oneof(
  fc.record({ type: fc.constant("buttons" as const), buttons: fc.array(button, { maxLength: 8 }) }),
  fc.record({ type: fc.constant("select" as const), select }),
);
const anyReply: fc.Arbitrary<Reply> = fc.record({
  visibility: fc.constantFrom("public", "private"),
  outcome: fc.constantFrom("answered", "not-in-articles", "information", "failure"),
  title: fc.option(text(600)),
  body: text(9_000),
  footer: fc.option(text(4_000)),
  controls: fc.array(row, { maxLength: 8 }),
});

describe("the message made of a reply", () => {
  it("keeps every limit and holds something, whatever the reply", () => {
    fc.assert(
      fc.property(anyReply, (hostile) => {
        const message = toMessage(hostile, () => {});
        const [{ title = "", description = "", footer }] = message.embeds;
        expect(title.length).to.be.at.most(LIMITS.embed.titleLength);
        expect(description.length).to.be.at.most(LIMITS.embed.descriptionLength);
        expect((footer?.text ?? "").length).to.be.at.most(LIMITS.embed.footerLength);
        expect(title.length + description.length + (footer?.text ?? "").length).to.be.at.most(LIMITS.embed.totalLength);
        expect((title + description).trim()).not.to.equal("");
        expect(message.allowed_mentions).to.deep.equal({ parse: [] });
        expect(JSON.stringify(message)).not.to.match(/\\ud[89a-f]/iu);
        expect(message.components.length).to.be.at.most(LIMITS.component.rows);
        const ids: string[] = [];
        for (const { components } of message.components) {
          expect(components.length).to.be.within(1, LIMITS.component.buttonsPerRow);
          for (const part of components) {
            if ("custom_id" in part) {
              ids.push(part.custom_id);
              expect(part.custom_id.length).to.be.within(1, LIMITS.component.customIdLength);
            }
            if ("label" in part) expect(part.label.length).to.be.within(1, LIMITS.component.buttonLabelLength);
            if ("url" in part) expect(part.url).to.match(/^https?:/u);
            if ("options" in part) expect(part.options.length).to.be.within(1, LIMITS.component.selectOptions);
          }
        }
        expect(new Set(ids).size).to.equal(ids.length);
      }),
      { numRuns: 60 },
    );
  });

  it("reports what it had to shorten, and nothing when all fits", () => {
    const reported: string[] = [];
    toMessage(reply("short", { title: "A title", footer: "A footer" }), (what) => reported.push(what));
    expect(reported).to.deep.equal([]);
    toMessage(reply("x".repeat(5_000), { title: "t".repeat(300) }), (what) => reported.push(what));
    expect(reported).to.deep.equal(["title", "body"]);
  });

  it("shows a title as it is written, on one line", () => {
    const [{ title }] = toMessage(reply("text", { title: "The *Homeland\n  Justice* front_page" }), () => {}).embeds;
    expect(title).to.equal(String.raw`The \*Homeland Justice\* front\_page`);
  });

  it("leaves out links that are not web addresses", () => {
    const controls: ControlRow[] = [
      { type: "buttons", buttons: [{ type: "link", label: "Open", url: "javascript:alert(1)" }] },
    ];
    expect(toMessage(reply("text", { controls }), () => {}).components).to.deep.equal([]);
  });

  it("makes a strong button stand out", () => {
    const action = { command: "ask", action: "a", state: [] };
    const button = (weight?: "plain" | "strong"): ControlRow => ({
      type: "buttons",
      buttons: [
        {
          type: "action",
          label: "Press",
          action: { ...action, state: [String(weight)] },
          disabled: false,
          ...(weight === undefined ? {} : { weight }),
        },
      ],
    });
    const controls = [button(), button("plain"), button("strong")];
    const { components } = toMessage(reply("text", { controls }), () => {});
    expect(components).to.containSubset([2, 2, 1].map((style) => ({ components: [{ style }] })));
  });

  it("gives each outcome a colour of its own", () => {
    const outcomes = ["answered", "not-in-articles", "information", "failure"] as const;
    const colours = outcomes.map((outcome) => toMessage(reply("text", { outcome }), () => {}).embeds[0].color);
    expect(new Set(colours).size).to.equal(4);
  });
});

describe("cutting a text", () => {
  it("leaves a text within the limit as it is", () => {
    expect(cut("Albania", 7)).to.equal("Albania");
  });

  it("cuts between graphemes and marks the place", () => {
    expect(cut("abcdef", 4)).to.equal("abc…");
    expect(cut("ab👩‍👩‍👧‍👦cd", 8)).to.equal("ab…");
    expect(cut("ae\u0301bc", 3)).to.equal("a…");
  });

  it("never exceeds the limit, never splits a surrogate pair, and keeps what it can", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), fc.integer({ min: 1, max: 200 }), (full, limit) => {
        const short = cut(full, limit);
        expect(short.length).to.be.at.most(limit);
        expect(short).not.to.match(/\p{Surrogate}/u);
        expect(full.startsWith(short.replace(/…$/u, ""))).to.equal(true);
      }),
    );
  });

  it("is quick for a letter buried under a million marks", () => {
    expect(cut(`a${"\u0301".repeat(1_000_000)}`, 4_096)).to.have.length(4_096);
  });
});

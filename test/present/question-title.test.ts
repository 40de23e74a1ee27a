import { expect } from "chai";
import fc from "fast-check";
import { decodeAction, encodeAction } from "../../src/discord/action-id.ts";
import { toMessage } from "../../src/discord/message.ts";
import { cleanText } from "../../src/present/text/clean.ts";
import { escapeMarkdown, unescapeMarkdown } from "../../src/present/text/markdown.ts";
import { questionFrom, questionState, questionTitle } from "../../src/present/answers/question-title.ts";

const anything = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 300 }),
  fc.string({ unit: "binary", maxLength: 300 }),
  fc
    .array(fc.constantFrom("who ", "sank", "~", "|", "\\", "**", "1. ", "…", "\n", "é", "🇳🇴", "#", "<@1> "), {
      maxLength: 90,
    })
    .map((parts) => parts.join("").slice(0, 300)),
);

/** What comes back with a press: the title as Discord keeps it, and the state through the button's id. */
function pressed(question: string): { readonly title: string | null; readonly state: readonly string[] } {
  const reply = {
    visibility: "public",
    outcome: "answered",
    title: questionTitle(question),
    body: "b",
    footer: null,
    controls: [],
  } as const;
  const { embeds } = toMessage(reply, () => expect.fail("the title was shortened on its way"));
  const id = encodeAction({ command: "ask", action: "why", state: questionState(question) });
  const state = decodeAction(id ?? expect.fail(`no id for ${question}`))?.state ?? [];
  const { title } = embeds[0];
  return { title: title === undefined ? null : unescapeMarkdown(title), state };
}

describe("the question above an answer", () => {
  it("is unescaped to exactly what was escaped", () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(unescapeMarkdown(escapeMarkdown(text))).to.equal(cleanText(text));
      }),
      { numRuns: 1_000 },
    );
  });

  it("is found back whole from the message and its button, or not at all", () => {
    fc.assert(
      fc.property(anything, (question) => {
        const { title, state } = pressed(question);
        const found = questionFrom(state, title);
        if (state[0] === "-") expect(found).to.equal(null);
        else expect(found).to.deep.equal({ text: cleanText(question).trim(), context: [] });
      }),
      { numRuns: 1_000 },
    );
  });

  it("is found back up to the longest that Discord lets people type", () => {
    for (const length of [10, 76, 77, 120, 255, 256, 257, 299, 300]) {
      const question = "who sank the ferry of the northern line in may ".repeat(8).slice(0, length).trim();
      const { title, state } = pressed(question);
      expect(questionFrom(state, title)?.text).to.equal(question);
    }
    const ending = `${"who sank the ferry ".repeat(6)}…`;
    expect(questionFrom(pressed(ending).state, pressed(ending).title)?.text).to.equal(ending);
  });

  it("comes with the questions it was asked after, where there is room", () => {
    expect(questionFrom(questionState("and when", ["who sank the ferry"]), null)).to.deep.equal({
      text: "and when",
      context: ["who sank the ferry", ""],
    });
    expect(questionState("and when", ["who sank the ferry ".repeat(6)])).to.deep.equal(["-"]);
  });

  it("is not made up where message or button do not tell", () => {
    for (const state of [[], ["-"], ["?", "who"], ["constructor"]]) {
      expect(questionFrom(state, "who sank the ferry")).to.equal(null);
    }
    expect(questionFrom(["+", "ferry"], null)).to.equal(null);
  });
});

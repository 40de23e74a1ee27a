import { expect } from "chai";
import check from "../../commands/check-message.ts";
import { toMessage } from "../../src/discord/message.ts";
import type { CheckedClaim } from "../../src/domain/reading.ts";
import type { CommandContext } from "../../src/domain/command.ts";
import { ferryCorpus } from "../fixtures/articles.ts";
import { asking, pressing, select, speaking } from "../fixtures/asking.ts";

const message = (text: string, byBot = false) => ({ text, byBot });

describe("checking a message against the articles", () => {
  const context = asking(ferryCorpus());

  /** Claims as found, whatever the message says. */
  const finding = (claims: readonly CheckedClaim[], passedOver = 0): CommandContext => ({
    ...context,
    library: { ...context.library, check: () => Promise.resolve({ claims, passedOver }) },
  });
  const unsaid = (claim: string): CheckedClaim => ({ claim, verdict: "unsaid", points: [] });

  it("sets each claim beside what the articles say, privately, in words and with a sign", async () => {
    const reply = await check.run(
      context,
      message("The shipping company will pay 7.5 percent more from June. The company sold four ships to Denmark."),
    );
    expect(reply).to.deep.include({ visibility: "private", title: "Checked against the articles" });
    expect(reply.body).to.match(
      /^> The shipping company will pay 7\.5 percent more from June\.\n\*\*✓ The articles say this\.\*\*\nThe shipping company will pay 7\.5 percent more from June[^\n]*¹\n\n> The company sold four ships to Denmark\.\n\*\*\? No article says this\.\*\* This does not make it false\./u,
    );
    expect(reply.body).to.contain(
      "-# ¹ The Harbour Gazette, [“Ferries sail again after nine days”](https://news.example/gazette-end), 14 May 2021",
    );
    expect(reply.footer).to.equal("articles up to 14 May 2021");
  });

  it("says that the articles say otherwise", async () => {
    const reply = await check.run(
      speaking(context, "de"),
      message("The shipping company will pay 9 percent more from June."),
    );
    expect(reply.outcome).to.equal("disagreement");
    expect(reply.body).to.match(
      /\n\*\*≠ In den Artikeln steht es anders\.\*\*\nThe shipping company will pay 7\.5 percent/u,
    );
  });

  it("says in German that silence is no proof", async () => {
    const { body, outcome } = await check.run(speaking(context, "de"), message("The mayor bought a red bicycle."));
    expect(outcome).to.equal("not-in-articles");
    expect(body).to.contain("**? Das steht in keinem Artikel.** Das heißt nicht, dass es falsch ist.");
  });

  it("has a plain answer to a message without text, and to one without a claim", async () => {
    for (const text of ["", " \n "]) {
      const reply = await check.run(context, message(text));
      expect(reply).to.deep.include({ visibility: "private", controls: [], outcome: "information" });
      expect(reply.body).to.equal("This message has no text that could be checked.");
    }
    const { body } = await check.run(speaking(context, "de"), message("Hallo! 😀 https://news.example"));
    expect(body).to.match(/^Diese Nachricht behauptet nichts, was ich nachschlagen könnte\..*\/frage\.$/u);
  });

  it("says of a bot's message that it may be Footnote's own", async () => {
    const text = "The shipping company will pay 7.5 percent more from June.";
    expect((await check.run(context, message(text, true))).body).to.contain("-# A bot wrote this message.");
    expect((await check.run(context, message(text))).body).not.to.contain("A bot wrote");
  });

  it("says how much of a long message it read, and how many claims it passed over", async () => {
    const long = "The company will pay 7.5 percent more from June. ".repeat(130).slice(0, 6_000);
    const { body } = await check.run(context, message(long));
    expect(body).to.contain("-# The message is long\\: only its first 6,000 characters were read.");
    expect(body).to.match(/-# \d+ further claims were not looked at\./u);
  });

  it("shows four claims and keeps the others in a list, from which each can be seen", async () => {
    const claims = Array.from({ length: 12 }, (_, place) => unsaid(`Claim ${String(place)} of the company.`));
    const reply = await check.run(finding(claims, 3), message("x"));
    expect(reply.body).to.contain("> Claim 3 of").and.not.contain("> Claim 4 of");
    expect(reply.body).to.contain("And 8 more claims: choose one below.");
    expect(reply.body).to.contain("-# 3 further claims were not looked at.");
    toMessage(reply, (what) => expect.fail(what));
    const { options } = select(reply);
    expect(options.map(({ label }) => label)).to.deep.equal(claims.slice(4).map(({ claim }) => claim));
    expect(options[0]?.description).to.equal("? No article says this");
    const shown = await check.actions.claim(pressing(context, { values: [options[7]?.value ?? ""] }));
    expect(shown.place).to.equal("new");
    expect(shown.reply.visibility).to.equal("private");
    expect(shown.reply.body).to.equal(
      "> Claim 11 of the company.\n**? No article says this.** This does not make it false.",
    );
  });

  it("shows a chosen claim with its passages, also after a restart", async () => {
    const five = `${"The mayor bought a red bicycle. ".repeat(4)}The shipping company will pay 7.5 percent more from June.`;
    const [option] = select(await check.run(context, message(five))).options;
    const { reply } = await check.actions.claim(
      pressing(asking(ferryCorpus(), "de"), { values: [option?.value ?? ""] }),
    );
    expect(reply.outcome).to.equal("answered");
    expect(reply.body).to.match(
      /^> The shipping company will pay [^\n]+\n\*\*✓ Das steht in den Artikeln\.\*\*\nThe shipping/u,
    );
    expect(reply.body).to.contain("-# ¹ The Harbour Gazette");
  });

  it("says that a passage has gone since", async () => {
    const { reply } = await check.actions.claim(pressing(context, { values: ["4said,AAAAAAAA.0 The company paid."] }));
    expect(reply.body).to.contain("> The company paid.").and.contain("That passage is no longer in the articles");
  });

  it("answers forged choices plainly", async () => {
    const forged = ["", "x", "4maybe,a.0 x", "4said", "99999said x", "4said,../../etc x", "4unsaid,a,b,c,d x", "\n"];
    for (const value of forged) {
      const { reply } = await check.actions.claim(pressing(speaking(context, "de"), { values: [value] }));
      expect(reply.body, value).to.equal(
        "Ich weiß nicht mehr, welche Behauptung das war. Wähl bei der Nachricht noch einmal „An den Artikeln prüfen“.",
      );
    }
    expect((await check.actions.claim(pressing(context))).reply.visibility).to.equal("private");
  });

  it("shows hostile claims as text, in the message and in the list", async () => {
    const evil = "@everyone <@1> **b** [x](https://evil.example) ||s|| `c`\u202E";
    const reply = await check.run(finding(Array.from({ length: 6 }, () => unsaid(evil))), message("x"));
    const bare = (text: string): string => text.replaceAll(/\\./gu, "").replaceAll(/^> |\*\*\? [^*]+\*\*/gmu, "");
    expect(reply.body).to.contain("everyone");
    expect(bare(reply.body)).not.to.match(/[@<[`*]|\|\||\u202E/u);
    const values = select(reply).options.map(({ value }) => value);
    expect(new Set(values).size).to.equal(2);
    toMessage(reply, (what) => expect.fail(what));
    const { reply: chosen } = await check.actions.claim(pressing(context, { values: values.slice(0, 1) }));
    expect(chosen.body).to.contain("everyone");
    expect(bare(chosen.body)).not.to.match(/[@<[`*]|\|\||\u202E/u);
  });

  it("stops when it takes too long", async () => {
    const ended = { ...context, signal: AbortSignal.abort(new Error("too slow")) };
    const outcome = await check.run(ended, message("The company sold four ships.")).then(
      () => "answered",
      (error: unknown) => String(error),
    );
    expect(outcome).to.equal("Error: too slow");
  });
});

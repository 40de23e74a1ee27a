import { expect } from "chai";
import { type APIMessage, ComponentType, Locale, MessageFlags } from "discord-api-types/v10";
import type { Outcome, SandboxUser } from "../../src/sandbox/client/user.ts";
import { type Sandbox, startSandbox } from "../../src/sandbox/sandbox.ts";
import { type BotProcess, HARBOUR, lineOf, startBot } from "./bot-process.ts";

const token = "end.to.end-ways-in";
const GERMAN = { locale: Locale.German };

function messageOf(outcome: Outcome): APIMessage {
  if (outcome.type !== "answered") throw new Error(`expected a message, got ${JSON.stringify(outcome)}`);
  return outcome.message;
}

function isPrivate(outcome: Outcome): boolean {
  return ((messageOf(outcome).flags ?? 0) & MessageFlags.Ephemeral) !== 0;
}

function text(outcome: Outcome): string {
  const [embed] = messageOf(outcome).embeds;
  return [embed?.title, embed?.description, embed?.footer?.text].join("\n");
}

/** The first list to choose from. */
function selectOf(message: APIMessage): { readonly customId: string; readonly values: readonly string[] } {
  for (const row of message.components ?? []) {
    for (const component of "components" in row ? row.components : []) {
      if (component.type === ComponentType.StringSelect) {
        return { customId: component.custom_id, values: component.options.map(({ value }) => value) };
      }
    }
  }
  throw new Error("no select");
}

describe("ways in beside questions, in Discord", function () {
  this.timeout(60_000);
  let sandbox: Sandbox;
  let bot: BotProcess;
  let asker: SandboxUser;
  let other: SandboxUser;
  let people = 0;

  const start = async (): Promise<BotProcess> => {
    const started = startBot({ DISCORD_TOKEN: token, DISCORD_API_URL: sandbox.apiUrl, CORPUS: HARBOUR });
    await lineOf(started, /connected to Discord/u);
    return started;
  };

  before(async () => {
    sandbox = await startSandbox({ port: 0, token, pageFolder: null });
    bot = await start();
  });

  beforeEach(() => {
    [asker, other] = [sandbox.user({ username: `asker ${people}` }), sandbox.user({ username: `other ${people}` })];
    people += 1;
  });

  after(async () => {
    await bot.stop();
    await sandbox.close();
  });

  it("are registered everywhere, in the languages that Discord speaks too", () => {
    const known = new Map(sandbox.commands.map((command) => [command.name, command]));
    for (const [name, german] of [
      ["about-name", "name"],
      ["quote", "zitat"],
      ["latest", "neues"],
      ["Check against the articles", "An den Artikeln prüfen"],
    ] as const) {
      const command = known.get(name);
      expect(command?.name_localizations, name).to.include({ de: german });
      expect(command?.contexts, name).to.deep.equal([0, 1, 2]);
      expect(command?.integration_types, name).to.deep.equal([0, 1]);
    }
  });

  it("check a message claim by claim, in two languages, for the person alone", async () => {
    const said = other.say("The shipping company will pay 9 percent more from June. The mayor bought a bicycle.");
    const english = await asker.messageCommand("Check against the articles", said);
    expect(isPrivate(english)).to.equal(true);
    expect(text(english)).to.contain("**≠ The articles say otherwise.**\nThe shipping company will pay 7.5 percent");
    expect(text(english)).to.contain("**? No article says this.** This does not make it false.");
    const german = await asker.messageCommand("Check against the articles", said, GERMAN);
    expect(text(german)).to.contain("**≠ In den Artikeln steht es anders.**");
  });

  it("check what an embed says, Footnote's own message and one without words", async () => {
    const embed = other.say({ content: "", embeds: [{ description: "The sailors danced on the bridge." }] });
    expect(text(await asker.messageCommand("Check against the articles", embed))).to.contain("> The sailors danced");
    const own = messageOf(await asker.slash("ask", { question: "who leads the union" }));
    expect(text(await asker.messageCommand("Check against the articles", own))).to.contain("A bot wrote this message.");
    const wordless = other.say("🚢");
    expect(text(await asker.messageCommand("Check against the articles", wordless))).to.match(/claims nothing/u);
  });

  it("show a further claim from the list, after a restart too", async () => {
    const said = other.say(`${"The mayor bought a red bicycle. ".repeat(4)}Karsten Hoel leads the union.`);
    const checked = messageOf(await asker.messageCommand("Check against the articles", said));
    const { customId, values } = selectOf(checked);
    await bot.stop();
    bot = await start();
    const shown = await asker.select(checked, customId, values);
    expect(isPrivate(shown)).to.equal(true);
    expect(text(shown)).to.contain("> Karsten Hoel leads the union.");
  });

  it("turn their pages for the asker, and give others their own, in two languages", async () => {
    const first = await asker.slash("latest", { since: "2021-04" });
    expect(text(first)).to.contain("New since April 2021").and.contain("page 1 of 3");
    const theirs = await other.press(messageOf(first), "Next");
    expect(isPrivate(theirs)).to.equal(true);
    const next = await asker.press(messageOf(first), "Next");
    expect(messageOf(next).id).to.equal(messageOf(first).id);
    expect(text(next)).to.contain("page 2 of 3");
    const german = await asker.slash("latest", { private: true }, GERMAN);
    expect(isPrivate(german)).to.equal(true);
    expect(text(await asker.press(messageOf(german), "Weiter", GERMAN))).to.contain("Seite 2 von 3");
  });

  it("tell what is said of a name, by date, and propose names while one is typed", async () => {
    expect(text(await asker.slash("about-name", { name: "SU" }))).to.match(
      /^Seafarers' Union\n-# Also[^]*\*\*3 May 2021\*\*\n[^]*\*\*8 May 2021\*\*\n[^]*\*\*14 May 2021\*\*\n/u,
    );
    const unknown = await asker.slash("about-name", { name: "Karsten Zyx" }, GERMAN);
    expect(text(unknown)).to.contain("Meinst du einen dieser Namen?");
    expect(text(await asker.press(messageOf(unknown), "Karsten Hoel", GERMAN))).to.contain("5. Mai 2021");
    expect(await asker.autocomplete("about-name", { name: "Karst" }, "name")).to.containSubset({
      choices: [{ value: "Karst" }, { value: "Karsten Hoel" }],
    });
  });

  it("tell who said what", async () => {
    expect(text(await asker.slash("quote", { by: "Hoel" }))).to.contain("**Said by Karsten Hoel** · 5 May 2021");
    expect(text(await asker.slash("quote", {}, GERMAN))).to.contain("Füll „wer“ oder „thema“ aus");
  });

  it("tell what is new, and propose days while one is typed", async () => {
    expect(text(await asker.slash("latest"))).to.contain("The newest articles\n**14 May 2021** · The Harbour Gazette");
    expect(text(await asker.slash("latest", { since: "heute" }, GERMAN))).to.contain("Neuester Artikel: 14. Mai 2021.");
    expect(await asker.autocomplete("latest", { since: "" }, "since")).to.containSubset({
      choices: [{ name: "The last day with news: 14 May 2021", value: "2021-05-14" }],
    });
  });
});

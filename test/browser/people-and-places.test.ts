import { join } from "node:path";
import { expect } from "chai";
import type { Browser, Page } from "playwright-core";
import { projectRoot } from "../../src/app/project-root.ts";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import {
  ask,
  callback,
  openSandbox,
  RawBot,
  register,
  token,
  webhook,
  type SentInteraction,
} from "../sandbox/support.ts";
import { launchBrowser } from "./launch.ts";

const everywhere = { contexts: [0, 1, 2], integration_types: [0, 1] };
const commands = [
  {
    name: "ask",
    description: "Ask a question",
    name_localizations: { de: "frage" },
    description_localizations: { de: "Eine Frage stellen" },
    options: [
      {
        type: 3,
        name: "question",
        description: "What to ask",
        required: true,
        name_localizations: { de: "worum" },
        description_localizations: { de: "Was du wissen willst" },
      },
      { type: 5, name: "private", description: "Only for you", name_localizations: { de: "privat" } },
    ],
  },
  { name: "everywhere", description: "For installed apps too", ...everywhere },
  { name: "check", type: 3, name_localizations: { de: "Prüfen" } },
];
const form = {
  custom_id: "form",
  title: "What is wrong?",
  components: [
    {
      type: 1,
      components: [{ type: 4, custom_id: "why", style: 2, label: "Reason", value: "Before", max_length: 20 }],
    },
    { type: 1, components: [{ type: 4, custom_id: "who", style: 1, label: "Who", required: false }] },
  ],
};
const buttons = [
  { type: 2, style: 1, label: "Not right", custom_id: "wrong" },
  { type: 2, style: 2, label: "Export", custom_id: "export" },
];
const embed = { title: "An answer", description: `${"Some long words of an answer. ".repeat(12)}${"w".repeat(120)}` };

describe("people and places at the sandbox's page", function () {
  this.timeout(60_000);
  let browser: Browser | undefined;
  let sandbox: Sandbox;
  let bot: RawBot;
  let page: Page;
  let complaints: string[];

  before(async function () {
    browser = await launchBrowser(this);
  });

  beforeEach(async function () {
    if (browser === undefined) this.skip();
    const root = projectRoot();
    sandbox = await openSandbox({
      pageFolder: join(root, "src/sandbox/page"),
      pageModules: join(root, "dist/src/sandbox/page"),
      limits: { acknowledgeMs: 2_000 },
    });
    await register(sandbox, ...commands);
    bot = await RawBot.login(sandbox);
    page = await browser.newPage({ viewport: { width: 1_100, height: 760 }, reducedMotion: "reduce" });
    page.setDefaultTimeout(8_000);
    complaints = [];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(sandbox.address);
    await page.getByLabel("Message or command").waitFor();
  });

  afterEach(async () => {
    await page.close();
    await sandbox.close();
    expect(complaints).to.deep.equal([]);
  });

  after(async () => {
    await browser?.close();
  });

  const field = () => page.getByLabel("Message or command");
  const type = async (text: string): Promise<void> => {
    await field().focus();
    await page.keyboard.type(text);
    await page.keyboard.press("Enter");
  };
  const answer = async (data: unknown): Promise<SentInteraction> => {
    const interaction = await bot.interaction();
    await callback(sandbox, interaction, { type: 4, data });
    return interaction;
  };
  const personaButton = () => page.getByRole("button", { name: /Be somebody else/ });
  const be = async (name: "You" | "Mo" | "Robin" | "Sam"): Promise<void> => {
    await personaButton().focus();
    await page.keyboard.press("Enter");
    const focused = page.locator(".menu :focus");
    for (let tries = 0; tries < 5 && !(await focused.innerText()).includes(name); tries += 1) {
      await page.keyboard.press("ArrowDown");
    }
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: `You are ${name} (` }).waitFor();
  };
  const act = async (name: string | RegExp): Promise<void> => {
    await page.getByRole("button", { name: "Channel actions" }).press("Enter");
    await page.locator(".menu button").filter({ hasText: name }).press("Enter");
  };
  const unread = () => page.locator(".unread:visible").count();

  it("lets one be somebody else by keyboard, who sees nothing that was private", async () => {
    await type("/ask secret");
    await answer({ content: "For you alone", flags: 64 });
    await page.getByText("For you alone").waitFor();
    await be("Mo");
    expect(await page.getByText("For you alone").count()).to.equal(0);
    await type("/ask mine");
    const interaction = await answer({ content: "For all" });
    expect(interaction).to.have.nested.property("member.user.username", "moderator");
    await page.getByText("For all").waitFor();
    await be("You");
    await page.getByText("For you alone").waitFor();
    await page.getByText("For all").waitFor();
  });

  it("gives who may not write nothing to write with, but direct messages all the same", async () => {
    await be("Robin");
    await page.getByText("You do not have permission to send messages in this channel.").waitFor();
    expect(await field().count()).to.equal(0);
    await page.getByRole("button", { name: "Footnote", exact: true }).press("Enter");
    await type("/everywhere");
    const interaction = await answer({ content: "Here you may" });
    expect(interaction).to.deep.include({ context: 1 }).and.not.have.property("member");
    await page.getByText("Here you may").waitFor();
  });

  it("shows commands in the persona's language, and finds them by either name", async () => {
    await page.getByLabel("Language of this client").selectOption("de");
    await field().focus();
    await page.keyboard.type("/fra");
    await page.getByRole("option", { name: /\/frage.*Eine Frage stellen/ }).waitFor();
    await field().fill("/as");
    await page.getByRole("option", { name: /\/frage/ }).waitFor();
    await page.keyboard.press("Enter");
    await page.getByText("Was du wissen willst").waitFor();
    await page.keyboard.type("wer war es privat:true");
    await page.keyboard.press("Enter");
    const interaction = await answer({ content: "Gut" });
    expect(interaction["locale"]).to.equal("de");
    expect(interaction).to.have.nested.property("data.name", "ask");
    expect(interaction)
      .to.have.nested.property("data.options")
      .that.deep.equals([
        { name: "question", type: 3, value: "wer war es" },
        { name: "private", type: 5, value: true },
      ]);
    await be("Sam");
    expect(await page.getByLabel("Language of this client").inputValue()).to.equal("en-GB");
  });

  it("starts a thread, asks there, and lets the moderator delete it", async () => {
    await act("Start a thread…");
    await page.getByLabel("Name of the thread").fill("What we know");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "What we know" }).first().waitFor();
    await type("/ask who");
    expect(await answer({ content: "In the thread" })).to.have.nested.property("channel.type", 11);
    await page.getByText("In the thread").waitFor();
    await page.getByRole("button", { name: "Channel actions" }).press("Enter");
    expect(await page.getByRole("menuitem", { name: "Delete this channel" }).count()).to.equal(0);
    await page.keyboard.press("Escape");
    await be("Mo");
    await act("Delete this channel");
    await page.getByRole("heading", { name: "general" }).waitFor();
    expect(await page.getByRole("button", { name: "What we know" }).count()).to.equal(0);
  });

  it("offers where the bot is not a member only what people can install", async () => {
    await page.getByRole("button", { name: "elsewhere" }).press("Enter");
    await field().focus();
    await page.keyboard.type("/");
    await page.getByRole("option", { name: /everywhere/ }).waitFor();
    expect(await page.getByRole("listbox").getByRole("option").count()).to.equal(1);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    expect(await answer({ content: "There" })).to.have.nested.property("authorizing_integration_owners.1");
    await page.getByText("There").waitFor();
  });

  it("uses a message command on a picture, by right click and by the menu key", async () => {
    await page.getByRole("button", { name: "Post something else" }).press("Enter");
    await page.getByRole("menuitem", { name: /A picture/ }).press("Enter");
    const message = page.locator(".message").last();
    await message.locator("img.picture").waitFor();
    await page.waitForFunction("document.querySelector('img.picture').naturalWidth === 96");
    await message.locator(".message-author").click({ button: "right" });
    await page.getByRole("menuitem", { name: /^check/ }).press("Enter");
    const interaction = await answer({ content: "Nothing to read there" });
    expect(interaction).to.have.nested.property("data.target_id").that.is.a("string");
    await page.getByText("Nothing to read there").waitFor();
    await message.getByRole("button", { name: "Message actions" }).focus();
    await page.keyboard.press("Shift+F10");
    await page.getByRole("menuitem", { name: "Copy text" }).waitFor();
    await page.keyboard.press("Escape");
    expect(await page.getByRole("menuitem").count()).to.equal(0);
  });

  it("opens the menu of a message under a finger that rests on it", async () => {
    await type("A claim");
    const name = page.locator(".message .message-author").last();
    const finger = { pointerType: "touch", bubbles: true, clientX: 5, clientY: 5 };
    await name.dispatchEvent("pointerdown", finger);
    await page.getByRole("menuitem", { name: /^check/ }).waitFor();
  });

  it("marks what the bot wrote to a persona until it is read, and closes their direct messages", async () => {
    const second = sandbox.user({ username: "second" });
    const path = `/channels/${second.directChannelId}/messages`;
    await ask(sandbox, "POST", path, { content: "There is news" });
    await personaButton().locator(".unread").waitFor();
    await be("Sam");
    expect(await unread()).to.equal(1);
    await page.getByRole("button", { name: "Footnote (unread)" }).press("Enter");
    await page.getByText("There is news").waitFor();
    expect(await unread()).to.equal(0);
    await personaButton().press("Enter");
    await page.getByRole("menuitemcheckbox", { name: /Take direct messages/ }).press("Enter");
    await personaButton().press("Enter");
    await page.getByRole("menuitemcheckbox", { name: /Take direct messages/, checked: false }).waitFor();
    expect(await ask(sandbox, "POST", path, { content: "More" })).to.include({ code: 50007 });
  });

  it("shows a file of the bot's with its size, and opens its text", async () => {
    await type("/ask for a file");
    const interaction = await bot.interaction();
    const body = new FormData();
    body.append("payload_json", JSON.stringify({ type: 4, data: { content: "Yours" } }));
    body.append("files[0]", new Blob([`# All\n${"kept ".repeat(400)}`]), "what-is-kept.md");
    const path = `${sandbox.apiUrl}/v10/interactions/${interaction.id}/${interaction.token}/callback`;
    expect((await fetch(path, { method: "POST", body, headers: { authorization: `Bot ${token}` } })).status).to.equal(
      204,
    );
    await page.getByText("2 KB").waitFor();
    await page.getByRole("button", { name: "Show the text" }).press("Enter");
    await page.getByRole("region", { name: "Text of what-is-kept.md" }).getByText("# All").waitFor();
  });

  it("opens a form with what is filled in already, and sends nothing when it is left", async () => {
    await type("/ask who");
    await answer({ content: "So", components: [{ type: 1, components: buttons }] });
    await page.getByRole("button", { name: "Not right" }).press("Enter");
    await callback(sandbox, await bot.interaction(), { type: 9, data: form });
    const dialog = page.getByRole("dialog", { name: "What is wrong?" });
    expect(await dialog.getByLabel("Reason").inputValue()).to.equal("Before");
    await dialog.getByRole("button", { name: "Cancel" }).press("Enter");
    await dialog.waitFor({ state: "detached" });
    expect(bot.received.filter(({ t }) => t === "INTERACTION_CREATE")).to.deep.equal([]);
    await page.getByRole("button", { name: "Not right" }).press("Enter");
    await callback(sandbox, await bot.interaction(), { type: 9, data: form });
    await dialog.getByLabel("Reason").fill("one\n\ntwo");
    await dialog.getByRole("button", { name: "Submit" }).press("Enter");
    const sent = await bot.interaction();
    expect(sent).to.have.nested.property("data.components[0].components[0].value", "one\n\ntwo");
    expect(sent).to.have.nested.property("message.content", "So");
    await callback(sandbox, sent, { type: 4, data: { content: "Thank you", flags: 64 } });
    await page.getByText("Thank you").waitFor();
  });

  it("plays a conversation from a file and shows what came back, or says what is wrong with the file", async () => {
    const choose = (name: string, text: string) =>
      page
        .getByLabel("File of a conversation")
        .setInputFiles({ name, mimeType: "text/yaml", buffer: Buffer.from(text) });
    await choose("broken.yaml", "steps:\n  - shout: a\n");
    await page.getByRole("alert").getByText("Line 2, steps[0].shout: there is no such field.").waitFor();
    await choose(
      "good.yaml",
      "steps:\n  - as: second\n    command: ask\n    options: { question: who }\n  - say: bye\n",
    );
    await answer({ content: "Sam asked", flags: 64 });
    await page.getByText("2 of 2 steps").waitFor();
    await page.getByText("Privately: Sam asked").waitFor();
    await page.getByRole("button", { name: /You are Sam/ }).waitFor();
    await page.getByRole("button", { name: "Close the conversation" }).press("Enter");
    expect(await page.getByText("2 of 2 steps").count()).to.equal(0);
  });

  it("plays a file dropped on the page, and stops when told to", async () => {
    const text = "steps:\n  - say: first\n  - wait: 9000\n  - say: last\n";
    const dropped = await page.evaluateHandle(
      `(() => { const data = new DataTransfer(); data.items.add(new File([${JSON.stringify(text)}], "a.yaml")); return data; })()`,
    );
    await page.dispatchEvent(".app", "drop", { dataTransfer: dropped });
    await page.getByText("1. Say “first”").waitFor();
    await page.getByRole("button", { name: "Stop" }).press("Enter");
    await page.getByRole("button", { name: "Close the conversation" }).waitFor();
    expect(await page.getByText("Say “last”").count()).to.equal(0);
  });

  /** Opens everything that can be open at once and returns what reaches beyond a width. */
  async function beyond(width: number, left: number): Promise<readonly string[]> {
    const found: unknown = await page.evaluate(
      `[...document.querySelectorAll(".app *")].filter((one) => { const box = one.getBoundingClientRect();
        return box.width > 1 && getComputedStyle(one).visibility === "visible" && !one.closest(".visually-hidden")
          && (box.right > ${left + width + 1} || box.left < ${left - 1}); }).map((one) => one.className || one.tagName)`,
    );
    return Array.isArray(found) ? found.map(String) : ["?"];
  }

  async function fill(): Promise<void> {
    await type("/ask who");
    await answer({ embeds: [embed], components: [{ type: 1, components: [...buttons, ...more] }] });
    await page.getByText("An answer", { exact: true }).waitFor();
    await type("A claim");
    await page.getByText("A claim").waitFor();
  }
  const more = ["Context", "More", "Why this answer?"].map((label) => ({
    type: 2,
    style: 2,
    label,
    custom_id: label,
  }));

  it("is shown at a phone's width when asked to, on a wide screen", async () => {
    await fill();
    await act(/A phone’s width/);
    const box = await page.locator(".app").boundingBox();
    expect(box?.width).to.equal(390);
    expect(await beyond(390, box?.x ?? 0)).to.deep.equal([]);
    await page.getByRole("button", { name: "Channels" }).press("Enter");
    await personaButton().press("Enter");
    await page.getByRole("menuitemradio", { name: /Sam/ }).waitFor();
    expect(await beyond(390, box?.x ?? 0)).to.deep.equal([]);
  });

  it("fits a real phone: nothing scrolls sideways, menus fit, everything can be tapped", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await fill();
    const menus = ["Channel actions", "Post something else"];
    for (const name of menus) {
      await page.getByRole("button", { name }).click();
      await page.getByRole("menu").waitFor();
      expect(await beyond(390, 0), name).to.deep.equal([]);
      await page.keyboard.press("Escape");
    }
    for (const button of await page.getByRole("button", { name: "Message actions" }).all()) {
      await button.click();
      expect(await beyond(390, 0), "Message actions").to.deep.equal([]);
      await page.keyboard.press("Escape");
    }
    await page.getByRole("button", { name: "Channels" }).click();
    await personaButton().click();
    await page.getByRole("menuitemradio", { name: /Sam/ }).waitFor();
    for (const target of await page.locator("button:visible, a.button:visible, select:visible").all()) {
      const height = (await target.boundingBox())?.height ?? 0;
      expect(height, await target.innerText()).to.be.at.least(44);
    }
    expect(await page.evaluate("document.documentElement.scrollWidth")).to.be.at.most(390);
    expect(await page.evaluate("document.querySelector('.messages').scrollWidth")).to.be.at.most(390);
  });

  it("lays no words below the button of a message's menu on a phone", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    const words = "Some long words of a member. ".repeat(8).trim();
    for (const text of [words, `${words} Again.`]) {
      await type(text);
      await page.getByText(text, { exact: true }).waitFor();
    }
    const gaps: unknown = await page.evaluate(
      `[...document.querySelectorAll(".message:has(.markdown)")].map((message) => {
        const words = document.createRange();
        words.selectNodeContents(message.querySelector(".markdown"));
        return message.querySelector(".message-menu").getBoundingClientRect().left - words.getBoundingClientRect().right; })`,
    );
    expect(gaps).to.be.an("array").with.length(2);
    for (const gap of Array.isArray(gaps) ? gaps : []) expect(gap).to.be.at.least(0);
  });

  it("tells that what was pressed is gone when its message was deleted", async () => {
    await type("/ask who");
    const interaction = await answer({ content: "Soon gone", components: [{ type: 1, components: buttons }] });
    await be("Mo");
    const message = page.locator(".message").filter({ hasText: "Soon gone" });
    await message.getByRole("button", { name: "Message actions" }).press("Enter");
    await page.getByRole("menuitem", { name: "Delete message" }).press("Enter");
    await page.getByText("Soon gone").waitFor({ state: "detached" });
    const edit = await webhook(sandbox, "PATCH", interaction, "/messages/@original", { content: "b" });
    expect(edit).to.include({ code: 10008 });
  });
});

import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import type { Browser, BrowserContext, Page } from "playwright-core";
import * as canned from "../page/canned.ts";
import { startStandIn } from "../page/stand-in.ts";
import type { StandIn } from "../page/stand-in.ts";
import { launchBrowser } from "./launch.ts";

describe("the sandbox's page in a browser", function () {
  this.timeout(60_000);
  let browser: Browser | undefined;
  let server: StandIn;
  let context: BrowserContext;
  let page: Page;
  /** Every address asked for, and everything the browser complained of. */
  let requests: string[];
  let complaints: string[];

  before(async function () {
    browser = await launchBrowser(this);
  });

  beforeEach(async function () {
    if (browser === undefined) {
      this.skip();
    }
    server = await startStandIn();
    context = await browser.newContext({ viewport: { width: 1_100, height: 760 } });
    page = await context.newPage();
    requests = [];
    complaints = [];
    page.on("request", (request) => requests.push(request.url()));
    page.on("websocket", (socket) => requests.push(socket.url()));
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(server.address);
    await page.getByText("Hello, anybody here?").waitFor();
  });

  afterEach(async () => {
    await context.close();
    await server.close();
    expect(complaints.filter((text) => !text.includes("WebSocket connection"))).to.deep.equal([]);
    expect(requests.map((url) => new URL(url).hostname).filter((host) => host !== "127.0.0.1")).to.deep.equal([]);
  });

  after(async () => {
    await browser?.close();
  });

  const type = async (text: string): Promise<void> => {
    await page.getByLabel("Message or command").focus();
    await page.keyboard.type(text);
  };
  const sent = (kind: string) => server.received.filter((message) => message.type === kind);
  const lastMessage = () => page.locator(".message").last();

  it("asks a question typed in one go and shows the cited answer", async () => {
    await type("/ask who attacked albania");
    await page.keyboard.press("Enter");
    await page.getByText("2 articles, 2 independent sources").waitFor();
    expect(sent("command")).to.have.length(1);
    expect(sent("command")[0]).to.deep.include({
      options: [{ name: "question", type: 3, value: "who attacked albania" }],
    });
    expect(await lastMessage().locator(".message-context").innerText()).to.match(/Mira\s+used\s+\/ask/);
    const footnote = lastMessage().getByRole("link", { name: /Albania cuts Iran ties/ });
    expect(await footnote.getAttribute("href")).to.equal("https://www.example.org/wire/7-sep");
    expect(await footnote.getAttribute("rel")).to.equal("noopener noreferrer");
    expect(await page.locator("textarea:focus").count()).to.equal(1);
  });

  it("takes a pasted command as if it had been typed", async () => {
    await page.getByLabel("Message or command").fill("/ask who attacked albania private:true");
    await page.keyboard.press("Enter");
    await page.getByText("Only you can see this").waitFor();
    expect(sent("command")[0]).to.deep.include({
      options: [
        { name: "question", type: 3, value: "who attacked albania" },
        { name: "private", type: 5, value: true },
      ],
    });
  });

  it("offers commands by arrow keys and asks for what is missing", async () => {
    await type("/as");
    const field = page.getByLabel("Message or command");
    const active = await field.getAttribute("aria-activedescendant");
    expect(await page.locator(`#${active ?? ""}`).innerText()).to.contain("/ask");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await page.getByRole("alert").innerText()).to.equal("This option is required. Specify a value.");
    expect(sent("command")).to.be.empty;
    await page.keyboard.type("who");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await page.getByText("2 articles, 2 independent sources").waitFor();
    expect(sent("command")[0]).to.deep.include({
      options: [
        { name: "question", type: 3, value: "who" },
        { name: "private", type: 5, value: false },
      ],
    });
  });

  it("leaves a command by Escape or Backspace and recalls the last one by the up arrow", async () => {
    await type("/ask x");
    await page.keyboard.press("Backspace");
    await page.keyboard.press("Backspace");
    expect(await page.getByLabel("Message or command").inputValue()).to.equal("/ask");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    expect(await page.getByLabel("Message or command").inputValue()).to.equal("");
    await type("/ask again");
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowUp");
    expect(await page.locator('[data-field="question"]').inputValue()).to.equal("again");
  });

  it("asks the bot for proposals once typing pauses and sends the value chosen", async () => {
    await type("/article bord");
    await page.getByRole("option", { name: "Second attack hits the border system" }).waitFor();
    expect(sent("autocomplete").length).to.be.at.most(3);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await page.getByText('"value":"border"').waitFor();
  });

  it("shows a press on its way, then the new state of the message, then a failed press", async () => {
    await type("/ask who");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "More" }).press("Enter");
    await page.getByText("There is more.").waitFor();
    expect(await page.getByRole("button", { name: "Done" }).getAttribute("aria-disabled")).to.equal("true");
    await page.getByRole("button", { name: "Done" }).click({ force: true });
    await page.getByRole("button", { name: "Break" }).click();
    await page.getByText("This interaction failed.").waitFor();
    expect(sent("component").map((press) => "customId" in press && press.customId)).to.deep.equal(["more", "break"]);
  });

  it("chooses from a select with the keyboard", async () => {
    await type("/sources");
    await page.keyboard.press("Enter");
    await page.getByRole("combobox", { name: "Read an article" }).focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByText("Chosen: border").waitFor();
  });

  it("keeps the keyboard inside a modal, checks its fields and gives the keyboard back", async () => {
    await type("/feedback");
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "What is not right?" });
    await dialog.waitFor();
    for (let i = 0; i < 12; i += 1) {
      await page.keyboard.press("Tab");
      const inside = await page.locator("dialog :focus").count();
      expect(inside).to.equal(1);
    }
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    expect(await page.locator("textarea:focus").count()).to.equal(1);

    await type("/feedback");
    await page.keyboard.press("Enter");
    await dialog.waitFor();
    await page.keyboard.type("ab");
    await page.keyboard.press("Enter");
    expect(sent("modal-submit")).to.be.empty;
    await page.keyboard.type("c is wrong");
    await page.keyboard.press("Enter");
    await page.getByText("Thank you: abc is wrong").waitFor();
    expect(sent("modal-submit")[0]).to.deep.include({ modalId: "m1", values: { subject: "abc is wrong", detail: "" } });
  });

  it("dismisses what only the reader sees", async () => {
    await type("/ask who private:true");
    await page.keyboard.press("Enter");
    await page.getByText("2 articles, 2 independent sources").waitFor();
    await page.getByRole("button", { name: "Dismiss message" }).press("Enter");
    await page.getByText("2 articles, 2 independent sources").waitFor({ state: "detached" });
  });

  it("says so when the application does not respond", async () => {
    await type("/silent");
    await page.keyboard.press("Enter");
    await page.getByText("The application did not respond").waitFor();
    await page.getByRole("button", { name: "Dismiss message" }).click();
    await page.getByText("The application did not respond").waitFor({ state: "detached" });
  });

  it("says plain text as a message, if it is not too long", async () => {
    await page.getByLabel("Message or command").fill("x".repeat(4_001));
    await page.keyboard.press("Enter");
    expect(await page.getByRole("alert").innerText()).to.contain("4000 characters at most");
    expect(sent("say")).to.be.empty;
    await page.getByLabel("Message or command").fill("hello **all**");
    await page.keyboard.press("Enter");
    await page.locator("strong", { hasText: "all" }).waitFor();
    expect(sent("say")).to.have.length(1);
    expect(sent("say")[0]).to.include({ personaId: canned.reader.id, channelId: canned.channelId });
    expect(sent("say")[0]).to.include({ content: "hello **all**" });
  });

  it("uses a message command from the menu of a message", async () => {
    const first = page.locator(".message").first();
    await first.getByRole("button", { name: "Message actions" }).focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByText("/Cite this message []").waitFor();
    expect(sent("command")[0]).to.have.property("targetId").that.is.a("string");
  });

  it("shows hostile text as text", async () => {
    await type("/hostile");
    await page.keyboard.press("Enter");
    await page.getByText("<script>document.title='owned'</script>").first().waitFor();
    expect(await page.title()).to.equal("Footnote sandbox");
    expect(await lastMessage().locator("img, script, iframe, b").count()).to.equal(0);
    for (const link of await lastMessage().locator("a").all()) {
      expect(await link.getAttribute("href")).to.match(/^https:\/\/evil\.example\//);
    }
    expect(await lastMessage().locator(".mention:not(.mention-quiet)").count()).to.equal(0);
  });

  it("says that the server went away and comes back by itself", async () => {
    server.cut();
    await page.getByText("Trying to reach it again").waitFor();
    await page.getByText("Trying to reach it again").waitFor({ state: "detached" });
    await type("/ask who");
    await page.keyboard.press("Enter");
    await page.getByText("2 articles, 2 independent sources").waitFor();
  });

  it("tells the server the language chosen", async () => {
    await page.getByLabel("Language of this client").selectOption("de");
    const isGerman = () => sent("locale").some((message) => "locale" in message && message.locale === "de");
    const until = Date.now() + 10_000;
    while (!isGerman() && Date.now() < until) await sleep(20);
    expect(sent("locale").at(-1)).to.deep.equal({ type: "locale", personaId: canned.reader.id, locale: "de" });
  });

  it("fits a phone: nothing wider than the screen, nothing too small to tap", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await type("/ask who private:true");
    await page.keyboard.press("Enter");
    await page.getByText("2 articles, 2 independent sources").waitFor();
    server.push({
      type: "message",
      message: {
        message: canned.message({
          content: `${"W".repeat(300)} \`${"x".repeat(300)}\`\n\`\`\`\n${"y".repeat(300)}\n\`\`\``,
        }),
        channelId: canned.channelId,
        ownerId: null,
        thinking: false,
      },
    });
    await page.getByText("WWWW").waitFor();
    await type("/ask who");
    expect(await page.evaluate("document.documentElement.scrollWidth")).to.be.at.most(390);
    expect(await page.evaluate("document.querySelector('.messages').scrollWidth")).to.be.at.most(390);
    for (const target of await page.locator("button:visible, a.button:visible, select:visible").all()) {
      const box = await target.boundingBox();
      expect(box?.height ?? 0, await target.innerText()).to.be.at.least(44);
    }
    await page.getByRole("button", { name: "Channels" }).click();
    await page.getByRole("button", { name: "off-topic" }).click();
    await page.getByRole("heading", { name: "off-topic" }).waitFor();
    expect(await page.getByText("Hello, anybody here?").count()).to.equal(0);
  });

  it("keeps every button on a phone's screen after a long entry is chosen", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await type("/sources");
    await page.keyboard.press("Enter");
    await page.getByRole("combobox", { name: "Read an article" }).focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await page.getByText("Chosen: long").waitFor();
    for (const button of await page.locator("button:visible").all()) {
      const box = await button.boundingBox();
      expect((box?.x ?? 0) + (box?.width ?? 0), await button.innerText()).to.be.at.most(390);
    }
  });
});

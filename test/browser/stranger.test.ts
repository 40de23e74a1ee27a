import { expect } from "chai";
import type { Browser, Page } from "playwright-core";
import { type BotProcess, HARBOUR, lineOf, startBot } from "../e2e/bot-process.ts";
import { launchBrowser } from "./launch.ts";

/** What a stranger does: start the program without any account, open the page, ask, read the footnote. */
describe("a stranger at the page", function () {
  this.timeout(90_000);
  let bot: BotProcess | undefined;
  let browser: Browser | undefined;
  let page: Page;
  const elsewhere: string[] = [];

  before(async function () {
    browser = await launchBrowser(this);
    bot = startBot({ CORPUS: HARBOUR, SANDBOX_PORT: "0" });
    const [address] = await lineOf(bot, /http:\/\/127\.0\.0\.1:\d+/u);
    page = await browser.newPage({ viewport: { width: 390, height: 780 } });
    page.on("request", (request) => {
      if (!request.url().startsWith(address) && !request.url().startsWith("data:")) elsewhere.push(request.url());
    });
    await page.goto(address);
  });

  after(async () => {
    await browser?.close();
    await bot?.stop();
  });

  /** Types a command into the composer and sends it, by keyboard alone. */
  async function type(command: string): Promise<void> {
    await page.getByPlaceholder("Type / to see what the bot can do").click();
    await page.keyboard.type(command);
    await page.keyboard.press("Enter");
  }

  it("asks a question and reads the footnote", async () => {
    await type("/ask who leads the union");
    const reply = page.getByRole("article").last();
    await reply.getByText("who leads the union, said nobody would sail.").waitFor();
    const text = await reply.innerText();
    expect(text).to.contain("Coast Radio (NTX), “Union calls strike at Lundvik”, 5 May 2021");
    expect(text).to.contain("1 article · articles up to 14 May 2021");
    const link = reply.getByRole("link", { name: "“Union calls strike at Lundvik”" });
    expect(await link.getAttribute("href")).to.equal("https://coast.example/strike");
  });

  it("reads what stands around the sentence", async () => {
    await page.getByRole("button", { name: "Context" }).last().click();
    await page.getByText("The company denied that it had refused.").waitFor();
    expect(await page.getByText("Only you can see this").count()).to.be.greaterThan(0);
  });

  it("is told plainly that the articles do not say", async () => {
    await type("/ask what is the price of bitcoin");
    await page.getByText("No article mentions “price” or “bitcoin”.").waitFor();
  });

  it("is offered known questions while typing, and what was typed first of all", async () => {
    await page.getByPlaceholder("Type / to see what the bot can do").click();
    await page.keyboard.type("/ask how many sai");
    await page.getByRole("option", { name: "how many sailors stopped work" }).waitFor();
    expect(
      (
        await page
          .getByRole("option", { name: /how many sai/u })
          .first()
          .innerText()
      ).trim(),
    ).to.equal("how many sai");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await page.getByRole("article").last().getByText("412 sailors").waitFor();
  });

  it("asks what was typed, not what was offered for less of it", async () => {
    await page.getByPlaceholder("Type / to see what the bot can do").click();
    await page.keyboard.type("/ask who");
    await page.getByRole("option", { name: "who leads the union" }).waitFor();
    await page.keyboard.type(" offered a mediator");
    await page.keyboard.press("Enter");
    await page.getByRole("article").last().getByText("offered a mediator", { exact: false }).first().waitFor();
    expect(await page.getByRole("article").last().innerText()).to.contain("ministry");
  });

  it("keeps everything in sight after choosing an entry with a long name", async () => {
    await type("/search wages refused to talk about");
    const list = page.getByRole("combobox", { name: "Read a passage in its article" }).last();
    await list.click();
    await page.getByRole("option").filter({ hasText: "Union began a strike on Monday" }).first().click();
    await page.getByText("Only you can see this").last().waitFor();
    const widest = await page.evaluate(
      "Math.max(...[...document.querySelectorAll('button, [role=combobox], .component-row')].map((one) => one.getBoundingClientRect().right))",
    );
    expect(widest).to.be.at.most(390);
  });

  it("fits a phone and asks nobody else for anything", async () => {
    const overflow = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    expect(overflow).to.equal(0);
    expect(elsewhere).to.deep.equal([]);
  });
});

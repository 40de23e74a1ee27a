import { expect } from "chai";
import type { Browser, Locator, Page } from "playwright-core";
import { type BotProcess, HARBOUR, lineOf, startBot } from "../e2e/bot-process.ts";
import { eventually } from "../e2e/moderating.ts";
import { launchBrowser } from "./launch.ts";

/** Pixels across a phone's screen. */
const PHONE = 390;

/** From the first setting to a post that a member checks, at the page alone: three people, one bot. */
describe("posting at the page", function () {
  this.timeout(90_000);
  let bot: BotProcess | undefined;
  let browser: Browser | undefined;
  let page: Page;

  before(async function () {
    browser = await launchBrowser(this);
    bot = startBot({ CORPUS: HARBOUR, SANDBOX_PORT: "0" });
    const [address] = await lineOf(bot, /http:\/\/127\.0\.0\.1:\d+/u);
    page = await browser.newPage({ viewport: { width: 1_100, height: 900 }, reducedMotion: "reduce" });
    page.setDefaultTimeout(15_000);
    await page.goto(address);
    await field().waitFor();
  });

  after(async () => {
    await browser?.close();
    await bot?.stop();
  });

  const field = (): Locator => page.getByLabel("Message or command");
  const list = (name: string): Locator => page.getByRole("combobox", { name }).last();
  const button = (name: string): Locator => page.getByRole("button", { name, exact: true }).last();

  async function be(name: string): Promise<void> {
    await page.getByRole("button", { name: /Be somebody else/ }).press("Enter");
    await page.getByRole("menuitemradio", { name: new RegExp(`^${name}`, "u") }).press("Enter");
    await page.getByRole("button", { name: new RegExp(`You are ${name}`, "u") }).waitFor();
  }

  async function type(command: string): Promise<void> {
    await field().fill(command);
    await field().press("Enter");
  }

  /** Opens a list by keyboard and chooses from it. */
  async function choose(name: string, option: string | RegExp): Promise<void> {
    await list(name).focus();
    await page.keyboard.press("ArrowDown");
    await page.getByRole("option", { name: option }).click();
  }

  it("makes a role moderators, where somebody manages the server", async () => {
    await be("Mo");
    await type("/settings");
    await choose("Roles of moderators", "@Moderators");
    await page.keyboard.press("Tab");
    await page.getByText("Saved.").waitFor();
  });

  it("makes the role maintainers too, whom the sandbox's server lets change the articles", async () => {
    await button("More settings").press("Enter");
    await choose("Roles of those who maintain the articles", "@Moderators");
    await page.keyboard.press("Tab");
    await page.getByText(/Maintainers of the articles: ?@Moderators/u).waitFor();
    expect(await page.getByText("MAINTAINING_SERVERS").count()).to.equal(0);
    await button("Back").press("Enter");
    await list("Roles of moderators").waitFor();
  });

  it("drafts, puts a line elsewhere, gives it a title and posts it, by keyboard", async () => {
    await be("Sam");
    await type("/summary");
    await button("Make a draft").press("Enter");
    await page.getByText("only moderators see it").waitFor();
    await choose("Choose a line to change", /^1\. /u);
    const draft = page.locator(".message").filter({ hasText: "only moderators see it" }).last();
    await draft.getByText("▸").waitFor();
    const place = async (): Promise<number> => (await draft.innerText()).indexOf("▸");
    const before = await place();
    await button("Down").press("Enter");
    await eventually(async () => ((await place()) > before ? true : null));
    await button("Title and note").press("Enter");
    await page.getByLabel(/^Title, in your own words/).fill("What we know so far");
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /^(?:Submit|Send)/ })
      .press("Enter");
    await page.getByText("What we know so far").first().waitFor();
    await button("Post").press("Enter");
    await page.getByText("It is posted:").waitFor();
  });

  it("stands for all to see, each sentence to be checked against its file", async () => {
    await be("You");
    await page.getByText("What we know so far").waitFor();
    expect(await page.getByText("only moderators see it").count()).to.equal(0);
    await button("Verify").press("Enter");
    await page.getByText("✓ stands there now").first().waitFor();
    expect(await page.getByText(/articles\/[a-z-]+\.md/u).count()).to.be.greaterThan(0);
  });

  it("shows a timeline's picture with its words, on a phone in either theme", async () => {
    await page.setViewportSize({ width: PHONE, height: 780 });
    await type("/timeline");
    const picture = page.getByAltText(/^Picture: \d+ numbered dates/u);
    for (const colorScheme of ["dark", "light"] as const) {
      await page.emulateMedia({ colorScheme });
      await picture.scrollIntoViewIfNeeded();
      const box = await picture.boundingBox();
      expect(box?.width, colorScheme).to.be.within(250, PHONE);
    }
  });
});

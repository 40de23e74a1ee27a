import { expect } from "chai";
import type { Browser, Locator, Page } from "playwright-core";
import { type BotProcess, HARBOUR, lineOf, startBot } from "../e2e/bot-process.ts";
import { launchBrowser } from "./launch.ts";

const WIDTH = 390;
/** Pixels that a finger needs. */
const FINGER = 44;
/** Stops of the Tab key between any two things of the page, at most. */
const MOST_STOPS = 80;

/** All that can be done with an answer, by keyboard alone, on a phone's screen. Each step goes on from the one before. */
describe("the buttons of an answer, by keyboard on a phone", function () {
  this.timeout(60_000);
  let bot: BotProcess | undefined;
  let browser: Browser | undefined;
  let page: Page;

  before(async function () {
    browser = await launchBrowser(this);
    bot = startBot({ CORPUS: HARBOUR, SANDBOX_PORT: "0" });
    const [address] = await lineOf(bot, /http:\/\/127\.0\.0\.1:\d+/u);
    page = await browser.newPage({ viewport: { width: WIDTH, height: 780 }, reducedMotion: "reduce" });
    page.setDefaultTimeout(10_000);
    await page.goto(address);
    await field().waitFor();
  });

  after(async () => {
    await browser?.close();
    await bot?.stop();
  });

  afterEach(fits);

  /** Nothing lies beside the screen, and every button can be tapped. */
  async function fits(): Promise<void> {
    for (const scroller of ["document.documentElement", "document.querySelector('.messages')"]) {
      expect(await page.evaluate(`${scroller}.scrollWidth`), scroller).to.be.at.most(WIDTH);
    }
    const buttons = await page.locator("button:visible").all();
    expect(buttons).not.to.be.empty;
    for (const one of buttons) {
      const box = await one.boundingBox();
      expect(box?.height, await one.innerText()).to.be.at.least(FINGER);
      expect((box?.x ?? 0) + (box?.width ?? WIDTH), await one.innerText()).to.be.at.most(WIDTH);
    }
  }

  const field = (): Locator => page.getByLabel("Message or command");
  const messages = (): Locator => page.locator(".message");
  const button = (message: Locator, name: string): Locator => message.getByRole("button", { name, exact: true });
  const dialog = (): Locator => page.getByRole("dialog");

  const hasKeyboard = async (thing: Locator): Promise<boolean> => (await thing.and(page.locator(":focus")).count()) > 0;

  /** Goes on from stop to stop until a thing is reached. */
  async function tabTo(thing: Locator, key: "Tab" | "Shift+Tab"): Promise<void> {
    for (let stops = 0; stops < MOST_STOPS; stops += 1) {
      if (await hasKeyboard(thing)) return;
      await page.keyboard.press(key);
    }
    throw new Error(`The keyboard does not reach ${String(thing)}.`);
  }

  /** Types a command where the keyboard is after a reply: the field. */
  async function ask(command: string, awaited: string): Promise<Locator> {
    await tabTo(field(), "Tab");
    await page.keyboard.type(command);
    await page.keyboard.press("Enter");
    return newest(awaited);
  }

  async function press(message: Locator, name: string): Promise<void> {
    await tabTo(button(message, name), "Shift+Tab");
    await page.keyboard.press("Enter");
  }

  async function newest(awaited: string): Promise<Locator> {
    await messages().last().getByText(awaited).first().waitFor();
    return messages().nth((await messages().count()) - 1);
  }

  it("asks a question and reads on from its answer", async () => {
    const answer = await ask("/ask who leads the union", "said nobody would sail");
    await press(answer, "Follow up");
    await dialog().getByRole("heading", { name: "Follow up" }).waitFor();
    await page.keyboard.type("how many sailors stopped work");
    await fits();
    await page.keyboard.press("Enter");
    await dialog().waitFor({ state: "detached" });
    const next = await newest("412 sailors");
    expect(await button(next, "Follow up").count()).to.equal(1);
  });

  it("opens the form of what is not right, and leaves it: nothing is said", async () => {
    const before = await messages().count();
    await press(messages().last(), "Not right");
    await dialog().getByRole("heading", { name: "What is not right?" }).waitFor();
    await page.keyboard.type("I did not mean that");
    await fits();
    await page.keyboard.press("Escape");
    await dialog().waitFor({ state: "detached" });
    expect(await messages().count()).to.equal(before);
    expect(await hasKeyboard(button(messages().last(), "Not right"))).to.equal(true);
  });

  it("says what is not right, and is thanked alone", async () => {
    await press(messages().last(), "Not right");
    await dialog().waitFor();
    await page.keyboard.type("There were more of them");
    await tabTo(button(dialog(), "Submit"), "Tab");
    await page.keyboard.press("Enter");
    await dialog().waitFor({ state: "detached" });
    const thanks = await newest("Your verdict and your reason are kept");
    expect(await thanks.innerText()).to.contain("Only you can see this");
  });

  it("shares what it was answered alone", async () => {
    const alone = await ask("/ask who offered a mediator private:true", "Only you can see this");
    expect(await alone.innerText()).to.contain("mediator");
    await press(alone, "Share");
    const shared = await newest("Shared by the person who asked.");
    expect(await shared.innerText())
      .to.contain("mediator")
      .and.not.contain("Only you can see this");
    expect(await button(shared, "Share").count()).to.equal(0);
  });
});

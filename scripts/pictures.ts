/**
 * Makes the pictures of docs/pictures: starts the bot in its sandbox, asks as a person would, and photographs the reply.
 * Run with `npm run pictures`; wants a Chromium (see test/browser/launch.ts).
 */
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { projectRoot } from "../src/app/project-root.ts";
import { CHROMIUM_FLAGS, findChromium } from "../test/browser/launch.ts";
import { lineOf, startBot } from "../test/e2e/bot-process.ts";

interface Picture {
  readonly file: string;
  readonly command: string;
  /** Words of the reply, to wait for. */
  readonly awaits: string;
}

const PICTURES: readonly Picture[] = [
  { file: "answer.png", command: "/ask who was behind the july attack", awaits: "articles up to" },
  {
    file: "not-in-articles.png",
    command: "/ask how much did the new firewall cost",
    awaits: "The articles do not say.",
  },
  { file: "search.png", command: "/search border systems", awaits: "passages" },
];

/** A phone's width: what reads well there reads well everywhere. */
const VIEWPORT = { width: 480, height: 900 };

async function photograph(browser: Browser, address: string, picture: Picture): Promise<void> {
  const page = await browser.newPage({ viewport: VIEWPORT, colorScheme: "dark", deviceScaleFactor: 2 });
  await page.goto(address);
  await page.getByPlaceholder("Type / to see what the bot can do").click();
  await page.keyboard.type(picture.command);
  await page.keyboard.press("Enter");
  const reply = page.getByRole("article").last();
  await reply.getByText(picture.awaits).first().waitFor();
  await reply.screenshot({ path: join(projectRoot(), "docs/pictures", picture.file) });
  await page.close();
}

const executablePath = findChromium();
if (executablePath === null) throw new Error("No Chromium found: install one or name it in CHROMIUM_PATH.");
const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS] });
for (const picture of PICTURES) {
  // A fresh sandbox each time, so that the channel holds one reply.
  const bot = startBot({ SANDBOX_PORT: "0" });
  const [address] = await lineOf(bot, /http:\/\/127\.0\.0\.1:\d+/u);
  await photograph(browser, address, picture);
  await bot.stop();
}
await browser.close();

/**
 * Makes the pictures of docs/pictures: starts the bot in its sandbox, asks as a person would, and photographs the reply.
 * Run with `npm run pictures`, or with the names of some of them after `--`; wants a Chromium (see test/browser/launch.ts).
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Browser, type Locator, type Page, chromium } from "playwright-core";
import { projectRoot } from "../src/app/project-root.ts";
import { CHROMIUM_FLAGS, findChromium } from "../test/browser/launch.ts";
import { lineOf, startBot } from "../test/e2e/bot-process.ts";

interface Picture {
  readonly name: string;
  /** What is typed: a command, or a message for {@link Picture.messageCommand}. */
  readonly typed: string;
  /** Used on the message typed, which is in the picture too. */
  readonly messageCommand?: string;
  /** The language of the client; English unless told. */
  readonly locale?: string;
  /** Words of the reply, to wait for. */
  readonly awaits: string;
  /** How the description of a picture in the reply begins, to wait for that too. */
  readonly shows?: string;
}

const PICTURES: readonly Picture[] = [
  { name: "answer", typed: "/ask when did albania cut ties with iran", awaits: "articles up to" },
  { name: "disagreement", typed: "/ask did iran deny the attack", awaits: "This is disputed:" },
  { name: "not-in-articles", typed: "/ask what does the mayor of tirana earn", awaits: "The articles do not say." },
  {
    name: "check",
    typed: "Albania cut ties with Iran in October 2022. Iran denied the attack. Repairs cost a million euros.",
    messageCommand: "Check against the articles",
    awaits: "articles up to",
  },
  { name: "about-name", typed: "/about-name Homeland Justice", awaits: "articles up to" },
  { name: "quote", typed: "/quote by:Rama", awaits: "What Rama said" },
  { name: "latest", typed: "/latest", awaits: "articles up to" },
  { name: "summary", typed: "/summary topic:the July attack", awaits: "articles up to" },
  { name: "timeline", typed: "/timeline topic:the July attack", awaits: "articles up to", shows: "Picture: " },
  { name: "german", typed: "/frage when did albania cut ties with iran", locale: "de", awaits: "Artikel" },
];

/** A phone's width, and higher than any reply. */
const VIEWPORT = { width: 390, height: 2_400 };
/** Pixels of the page left above and below. */
const MARGIN = 8;
/** Pixels of the screen to one of the page. */
const SCALE = 2;
/** Of WebP: letters stay sharp, and a picture is a third of the PNG. */
const QUALITY = 88;

async function photograph(browser: Browser, address: string, picture: Picture): Promise<void> {
  const page = await browser.newPage({ viewport: VIEWPORT, colorScheme: "dark", deviceScaleFactor: SCALE });
  await page.goto(address);
  const composer = page.getByLabel("Message or command");
  await composer.waitFor();
  if (picture.locale !== undefined) {
    await page.getByLabel("Language of this client").selectOption(picture.locale);
  }
  // Pasted: nothing proposed while typing stands between it and Enter.
  await composer.fill(picture.typed);
  await page.keyboard.press("Enter");
  const messages = page.locator(".message");
  if (picture.messageCommand !== undefined) {
    await messages.last().getByRole("button", { name: "Message actions" }).press("Enter");
    await page.getByRole("menuitem", { name: picture.messageCommand }).press("Enter");
  }
  const reply = messages.filter({ hasText: picture.awaits }).last();
  await reply.waitFor();
  if (picture.shows !== undefined) await reply.getByAltText(picture.shows).waitFor();
  await page.waitForLoadState("networkidle");
  // No frame round what the keyboard was last on.
  await composer.focus();
  await save(page, picture.messageCommand === undefined ? reply : messages.first(), reply, picture.name);
  await page.close();
}

/** Saves what lies between the top of one element and the foot of another. Playwright itself writes no WebP. */
async function save(page: Page, first: Locator, last: Locator, name: string): Promise<void> {
  const [top, foot] = await Promise.all([first.boundingBox(), last.boundingBox()]);
  if (top === null || foot === null) throw new Error(`Nothing to be seen for ${name}.`);
  const session = await page.context().newCDPSession(page);
  const height = foot.y + foot.height - top.y + 2 * MARGIN;
  const clip = { x: 0, y: top.y - MARGIN, width: VIEWPORT.width, height, scale: 1 };
  const { data } = await session.send("Page.captureScreenshot", { format: "webp", quality: QUALITY, clip });
  await writeFile(join(projectRoot(), "docs/pictures", `${name}.webp`), data, "base64");
}

const executablePath = findChromium();
if (executablePath === null) throw new Error("No Chromium found: install one or name it in CHROMIUM_PATH.");
const wanted = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS] });
for (const picture of PICTURES.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  // A fresh sandbox each time, so that the channel holds one reply.
  const bot = startBot({ SANDBOX_PORT: "0" });
  try {
    const [address] = await lineOf(bot, /http:\/\/127\.0\.0\.1:\d+/u);
    await photograph(browser, address, picture);
  } finally {
    await bot.stop();
  }
}
await browser.close();

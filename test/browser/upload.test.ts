import { join } from "node:path";
import { expect } from "chai";
import type { Browser, Locator, Page } from "playwright-core";
import { projectRoot } from "../../src/app/project-root.ts";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { callback, openSandbox, RawBot, register } from "../sandbox/support.ts";
import { launchBrowser } from "./launch.ts";

const corpus = {
  name: "corpus",
  description: "The articles",
  options: [
    {
      type: 1,
      name: "add",
      description: "Add an article",
      options: [{ type: 11, name: "file", description: "A file with it", required: true }],
    },
    { type: 1, name: "list", description: "List them" },
  ],
};
const notes = { name: "to day.txt", mimeType: "text/plain", buffer: Buffer.from("The harbour is closed.") };

describe("uploading at the sandbox's page", function () {
  this.timeout(60_000);
  let browser: Browser | undefined;
  let sandbox: Sandbox;
  let bot: RawBot;
  let page: Page;

  before(async function () {
    browser = await launchBrowser(this);
  });

  beforeEach(async function () {
    if (browser === undefined) return this.skip();
    const root = projectRoot();
    sandbox = await openSandbox({
      pageFolder: join(root, "src/sandbox/page"),
      pageModules: join(root, "dist/src/sandbox/page"),
    });
    await register(sandbox, corpus);
    bot = await RawBot.login(sandbox);
    page = await browser.newPage({ reducedMotion: "reduce" });
    page.setDefaultTimeout(15_000);
    await page.goto(sandbox.address);
    await field().fill("/corpus");
    await page.getByRole("option", { name: "/corpus add" }).click();
  });

  afterEach(async () => {
    await page.close();
    await sandbox.close();
  });

  after(() => browser?.close());

  const field = (): Locator => page.getByLabel("Message or command");
  const fileField = (): Locator => page.locator("input.pill-file");

  /** What the bot is told of the file, and what it can fetch. */
  async function received(): Promise<readonly [told: unknown, text: string]> {
    const interaction = await bot.interaction();
    const [told] = /\{"id":"\d+","filename".*?\}/u.exec(JSON.stringify(interaction)) ?? ["{}"];
    const [, url = ""] = /"url":"([^"]+)"/u.exec(told) ?? [];
    await callback(sandbox, interaction, { type: 4, data: { content: "Added" } });
    const attachment: unknown = JSON.parse(told);
    return [attachment, await (await fetch(url)).text()];
  }

  it("chooses a file by keyboard and sends it with Enter", async () => {
    const chooser = page.waitForEvent("filechooser");
    await fileField().press("Enter");
    await (await chooser).setFiles(notes);
    await page.getByText("to day.txt").waitFor();
    await fileField().press("Enter");
    const [told, text] = await received();
    expect(told).to.deep.include({ filename: "to_day.txt", size: 22, content_type: "text/plain" });
    expect(text).to.equal("The harbour is closed.");
    await page.getByText("Added").waitFor();
  });

  it("takes a file that is dropped on the command, and says where none is chosen", async () => {
    await page.getByRole("button", { name: /^Send/ }).press("Enter");
    await page.getByText("This option is required").waitFor();
    const dropped = await page.evaluateHandle(`(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(["# A page"], "page.md", { type: "text/markdown" }));
      return transfer;
    })()`);
    await page.locator(".composer").dispatchEvent("drop", { dataTransfer: dropped });
    await page.getByText("page.md").waitFor();
    await page.getByRole("button", { name: /^Send/ }).press("Enter");
    const [told, text] = await received();
    expect(told).to.deep.include({ filename: "page.md", content_type: "text/markdown" });
    expect(text).to.equal("# A page");
  });

  it("says that a file is too large before it is uploaded", async () => {
    const large = { ...notes, buffer: Buffer.alloc((10 << 20) + 1) };
    await fileField().setInputFiles(large);
    await page.getByText("The file is too large: 10 MB at most.").waitFor();
  });
});

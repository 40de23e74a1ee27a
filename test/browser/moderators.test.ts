import { join } from "node:path";
import { expect } from "chai";
import type { Browser, Locator, Page } from "playwright-core";
import { projectRoot } from "../../src/app/project-root.ts";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { ask, askCommand, callback, openSandbox, RawBot, register } from "../sandbox/support.ts";
import { launchBrowser } from "./launch.ts";

/** Pixels across a phone's screen. */
const WIDTH = 390;

/** A chart 1,200 pixels wide: wider than any column of messages. */
const chart = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="500"><rect width="1200" height="500" fill="#357"/></svg>`;

/** What moderators do at the page: choose roles and channels, look at what was posted. */
describe("moderators at the sandbox's page", function () {
  this.timeout(60_000);
  let browser: Browser | undefined;
  let sandbox: Sandbox;
  let bot: RawBot;
  let page: Page;
  let picture: Buffer;

  before(async function () {
    browser = await launchBrowser(this);
    const drawing = await browser.newPage({ viewport: { width: 1_200, height: 500 } });
    await drawing.setContent(`<body style="margin:0">${chart}</body>`);
    picture = await drawing.screenshot();
    await drawing.close();
  });

  beforeEach(async function () {
    if (browser === undefined) this.skip();
    const root = projectRoot();
    sandbox = await openSandbox({
      pageFolder: join(root, "src/sandbox/page"),
      pageModules: join(root, "dist/src/sandbox/page"),
    });
    const forManagers = { name: "settings", description: "Set up", default_member_permissions: "32", contexts: [0] };
    await register(sandbox, askCommand, forManagers);
    bot = await RawBot.login(sandbox);
    page = await browser.newPage({ viewport: { width: 1_100, height: 760 }, reducedMotion: "reduce" });
    page.setDefaultTimeout(8_000);
    await page.goto(sandbox.address);
    await field().waitFor();
  });

  afterEach(async () => {
    await page.close();
    await sandbox.close();
  });

  after(async () => {
    await browser?.close();
  });

  const field = (): Locator => page.getByLabel("Message or command");
  const show = async (data: object): Promise<void> => {
    await field().focus();
    await page.keyboard.type("/ask question:who");
    await page.keyboard.press("Enter");
    await callback(sandbox, await bot.interaction(), { type: 4, data });
  };
  const withSelect = (select: object) => ({
    content: "Set up",
    components: [{ type: 1, components: [{ custom_id: "set", ...select }] }],
  });
  const list = (name: string): Locator => page.getByRole("combobox", { name });
  const option = (name: string | RegExp): Locator => page.getByRole("option", { name });

  it("lets one choose several roles by keyboard, of which some are chosen already", async () => {
    sandbox.addRole("Desk");
    const { Moderators: moderators = "", Desk: desk = "" } = sandbox.roles;
    const default_values = [{ type: "role", id: moderators }];
    await show(withSelect({ type: 6, placeholder: "Who moderates", min_values: 0, max_values: 3, default_values }));
    await list("Who moderates").focus();
    expect(await list("Who moderates").innerText()).to.equal("@Moderators");
    await page.keyboard.press("ArrowDown");
    expect(await option("@Moderators").getAttribute("aria-selected")).to.equal("true");
    for (let tries = 0; tries < 3; tries += 1) await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    expect(await option("@Desk").getAttribute("aria-selected")).to.equal("true");
    await page.keyboard.press("Tab");
    const chosen = await bot.interaction();
    expect(chosen).to.have.nested.property("data.values").that.deep.equals([moderators, desk]);
    expect(chosen).to.have.nested.property(`data.resolved.roles.${desk}.name`, "Desk");
    await callback(sandbox, chosen, { type: 7, data: { content: "All is set" } });
    await page.getByText("All is set").waitFor();
  });

  it("lets one choose a channel by keyboard, of the kinds that are asked for", async () => {
    await show(withSelect({ type: 8, placeholder: "Where to post", channel_types: [0] }));
    await list("Where to post").focus();
    await page.keyboard.press("ArrowDown");
    expect(await page.getByRole("listbox").getByRole("option").allInnerTexts()).to.deep.equal([
      "#general",
      "#news",
      "#rules",
    ]);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    const chosen = await bot.interaction();
    const { news = "" } = sandbox.channels;
    expect(chosen).to.have.nested.property("data.values").that.deep.equals([news]);
    await callback(sandbox, chosen, { type: 6 });
  });

  it("lets one choose several options and take one back", async () => {
    const options = ["One", "Two", "Three"].map((label, index) => ({ label, value: label, default: index === 0 }));
    await show(withSelect({ type: 3, placeholder: "Which", min_values: 1, max_values: 3, options }));
    await list("Which").focus();
    for (const key of ["ArrowDown", "Enter", "ArrowDown", " ", "ArrowDown", "Enter", "Tab"])
      await page.keyboard.press(key);
    const chosen = await bot.interaction();
    expect(chosen).to.have.nested.property("data.values").that.deep.equals(["Two", "Three"]);
    await callback(sandbox, chosen, { type: 6 });
  });

  it("shows what one may do where: commands of managers to managers, no writing among the rules", async () => {
    const offered = async (): Promise<number> => {
      await field().fill("/settings");
      await page.keyboard.press("End");
      return option(/\/settings/).count();
    };
    expect(await offered()).to.equal(0);
    await field().fill("");
    await page.getByRole("button", { name: /Be somebody else/ }).click();
    await page.getByRole("menuitemradio", { name: /Sam.*@Moderators/s }).waitFor();
    await page.getByRole("menuitemradio", { name: /^Mo/ }).click();
    await page.getByRole("button", { name: /You are Mo/ }).waitFor();
    await field().fill("/settings");
    await option(/\/settings/).waitFor();
    await field().fill("");
    await page.getByRole("button", { name: "rules" }).click();
    await page.getByText("You do not have permission to send messages in this channel.").waitFor();
  });

  it("hides a channel that a persona does not see, as soon as they do not", async () => {
    await page.getByRole("button", { name: "news" }).waitFor();
    const everyone = { id: sandbox.guildId, type: 0, allow: "0", deny: "1024" };
    sandbox.setOverwrites(sandbox.channels["news"] ?? "", [everyone]);
    await page.getByRole("button", { name: "news" }).waitFor({ state: "detached" });
  });

  const post = async (): Promise<void> => {
    const { general = "" } = sandbox.channels;
    const { id } = sandbox.user().say("What happened?");
    const body = new FormData();
    const payload = {
      embeds: [{ title: "A week", description: "On <t:1662508800:D>.", image: { url: "attachment://chart.png" } }],
      attachments: [{ id: 0, description: "Articles a day: most on 7 September" }],
      message_reference: { message_id: id },
    };
    body.append("payload_json", JSON.stringify(payload));
    body.append("files[0]", new Blob([Uint8Array.from(picture)]), "chart.png");
    const response = await ask(sandbox, "POST", `/channels/${general}/messages`, undefined, { raw: body });
    expect(response.status).to.equal(200);
  };
  const image = (): Locator => page.getByRole("img", { name: "Articles a day: most on 7 September" });

  for (const colorScheme of ["dark", "light"] as const) {
    for (const width of [1_100, WIDTH]) {
      it(`shows a picture with its words, once and within its column (${colorScheme}, ${width} pixels)`, async () => {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 760 });
        await post();
        await image().waitFor();
        await page.waitForFunction("document.querySelector('img.picture').naturalWidth === 1200");
        expect(await page.locator("img.picture").count()).to.equal(1);
        const box = await image().boundingBox();
        const column = await page.locator(".message-body").last().boundingBox();
        expect(box?.width).to.be.greaterThan(100);
        expect((box?.x ?? 0) + (box?.width ?? 0)).to.be.at.most((column?.x ?? 0) + (column?.width ?? 0));
        await page.locator(".message-context-text").getByText("What happened?").waitFor();
        await page.getByText("7 September 2022").waitFor();
      });
    }
  }

  it("says that a message which was answered is gone", async () => {
    await post();
    await page.locator(".message-context-text").getByText("What happened?").waitFor();
    const [{ id } = { id: "" }] = sandbox.messages(sandbox.channels["general"] ?? "");
    sandbox.deleteMessage(id);
    await page.getByText("Original message was deleted").waitFor();
    await page.reload();
    await page.getByText("Original message was deleted").waitFor();
  });

  it("marks what was edited, an embed too", async () => {
    const path = `/channels/${sandbox.channels["general"] ?? ""}/messages`;
    await ask(sandbox, "POST", path, { embeds: [{ title: "A week" }] });
    await page.getByText("A week").waitFor();
    expect(await page.getByText("(edited)").count()).to.equal(0);
    const [{ id } = { id: "" }] = sandbox.messages(sandbox.channels["general"] ?? "");
    await ask(sandbox, "PATCH", `${path}/${id}`, { embeds: [{ title: "A fortnight" }] });
    await page.getByText("A fortnight").waitFor();
    await page.getByText("(edited)").waitFor();
  });
});

import { expect } from "chai";
import log from "../../commands/log.ts";
import settings from "../../commands/settings.ts";
import { readTimeZone } from "../../commands/settings/time-zone.ts";
import type { CommandContext } from "../../src/domain/command.ts";
import type { LogEntry } from "../../src/domain/log.ts";
import type { ControlRow, Reply } from "../../src/domain/reply.ts";
import { LIMITS } from "../../src/present/text/limits.ts";
import { ferryCorpus } from "../fixtures/articles.ts";
import { asking, button, pressing, replyOf, select, speaking } from "../fixtures/asking.ts";
import { twoLibraries } from "../fixtures/libraries.ts";
import { NO_SETTINGS } from "../fixtures/memory-desk-store.ts";

const FLOOD = { ...ferryCorpus().event, id: "flood", name: "The **flood**" };
const LOCALES = ["en", "de", "fr", "es-ES", "it", "sq"];

function manager(locale = "en-GB"): CommandContext {
  return { ...asking(ferryCorpus(), locale), standing: "manager" };
}

function picker(reply: Reply, of: "roles" | "channels"): Extract<ControlRow, { type: "picker" }>["picker"] {
  const row = reply.controls.find((one) => one.type === "picker" && one.picker.of === of);
  if (row?.type !== "picker") throw new Error(`no picker of ${of}`);
  return row.picker;
}

async function kept({ store }: CommandContext): Promise<unknown> {
  const found = await store.serverSettings("2");
  return found.ok ? found.value : found.error;
}

async function deeds({ store }: CommandContext): Promise<readonly LogEntry[]> {
  const found = await store.log({ server: "2", offset: 0, limit: 100 });
  return found.ok ? found.value : [];
}

describe("/settings", () => {
  it("is for those who manage the server", () => {
    expect(settings.needs).to.equal("manager");
  });

  it("shows what is set, and that all of it may be left as it is", async () => {
    const reply = await settings.run(manager());
    expect(reply.visibility).to.equal("private");
    expect(reply.body.split("\n")).to.deep.equal([
      "**Moderators\\:** whoever manages the server",
      "**Maintainers of the articles\\:** whoever manages the server",
      "**Public answers in\\:** every channel",
      "**Answers\\:** for all to see, unless somebody asks in private",
      "**Approval\\:** off",
      "**Language\\:** English",
      "**Time zone\\:** Europe/Oslo, that of the event",
      "**Event\\:** The ferry strike",
    ]);
  });

  it("keeps each choice at once, shows it, and writes down who made it", async () => {
    const context = manager();
    const roles = replyOf(await settings.actions.roles(pressing(context, { values: ["11", "12"] })));
    expect(roles.body).to.match(/^Saved\.\n\n\*\*Moderators\\:\*\* <@&11> <@&12>\n/u);
    expect(picker(roles, "roles").chosen).to.deep.equal(["11", "12"]);
    const channels = replyOf(await settings.actions.channels(pressing(context, { values: ["21"] })));
    expect(channels.body).to.contain("<#21>");
    const on = replyOf(await settings.actions.switches(pressing(context, { values: ["private", "approval"] })));
    expect(on.body).to.contain("a second moderator must agree to each post");
    await settings.actions.language(pressing(context, { values: ["de"] }));
    expect(await kept(context)).to.deep.equal({
      ...NO_SETTINGS,
      moderatorRoles: ["11", "12"],
      publicChannels: ["21"],
      privacy: "private",
      approval: true,
      language: "de",
    });
    const off = replyOf(await settings.actions.switches(pressing(context, { values: [] })));
    expect(off.body).to.contain("for all to see").and.contain("**Approval\\:** off");
    expect((await deeds(context)).map(({ deed, person, detail }) => [deed, person, detail])).to.deep.include.members([
      ["settings-changed", "7", '{"moderatorRoles":["11","12"]}'],
      ["settings-changed", "7", '{"language":"de"}'],
    ]);
  });

  it("lets a server choose its maintainers beside all else, and tells where they can do nothing yet", async () => {
    const context = manager();
    const first = await settings.run(context);
    expect(button(first, "More settings").action.action).to.equal("more");
    const more = replyOf(await settings.actions.more(pressing(context)));
    expect(picker(more, "roles").chosen).to.deep.equal([]);
    expect(button(more, "Back").action.action).to.equal("panel");
    const set = replyOf(await settings.actions.maintainers(pressing(context, { values: ["31"] })));
    expect(set.body)
      .to.match(/^Saved\.\n\n\*\*Moderators.*\n\*\*Maintainers of the articles\\:\*\* <@&31>\n/u)
      .and.contain("MAINTAINING\\_SERVERS");
    expect(picker(set, "roles").chosen).to.deep.equal(["31"]);
    expect(await kept(context)).to.deep.equal({ ...NO_SETTINGS, maintainerRoles: ["31"] });
    for (const maintainingServers of [["2"], "all"] as const) {
      const named = { ...context, policy: { ...context.policy, maintainingServers } };
      expect((await settings.run(named)).body).to.not.contain("MAINTAINING");
    }
    expect((await deeds(context)).map(({ detail }) => detail)).to.deep.equal(['{"maintainerRoles":["31"]}']);
  });

  it("lets a server choose among the events that are served, and says when the one chosen is not", async () => {
    const alone = manager();
    const { controls } = replyOf(await settings.actions.more(pressing(alone)));
    expect(controls.map(({ type }) => type)).to.deep.equal(["picker", "buttons"]);
    const flood = { ...alone.library, status: () => ({ ...alone.library.status(), event: FLOOD }) };
    const libraries = twoLibraries(
      () => alone.library,
      () => flood,
    );
    const context = { ...alone, libraries };
    const first = await settings.run(context);
    expect(button(first, "More settings").action.action).to.equal("more");
    const more = replyOf(await settings.actions.more(pressing(context)));
    expect(select(more).options.map(({ label, chosen }) => [label, chosen])).to.deep.equal([
      ["The ferry strike", true],
      ["The **flood**", false],
    ]);
    const value = select(more).options[1]?.value ?? "";
    const set = replyOf(await settings.actions.event(pressing(context, { values: [value] })));
    expect(set.body)
      .to.match(/^Saved\./u)
      .and.contain("**Event\\:** The \\*\\*flood\\*\\*");
    expect(await kept(context)).to.deep.include({ event: "flood" });
    expect(replyOf(await settings.actions.panel(pressing(context))).body).to.contain("flood");
    const quake = { ...FLOOD, id: "quake", name: "The quake" };
    const other = { ...alone.library, status: () => ({ ...alone.library.status(), event: quake }) };
    const later = {
      ...context,
      libraries: twoLibraries(
        () => alone.library,
        () => other,
      ),
    };
    expect((await settings.run(later)).body).to.match(
      /^The event chosen for this server is not served at present\. Questions are answered about “The ferry strike” instead\./u,
    );
    expect(replyOf(await settings.actions.event(pressing(later, { values: [value] }))).body).to.not.contain("Saved.");
  });

  it("takes a time zone by name, and says what is none", async () => {
    const context = manager();
    const opened = await settings.actions.zone(pressing(context));
    expect(opened.form.fields.map(({ label }) => label)).to.deep.equal(["Like Europe/Tirane; empty for the event’s"]);
    const set = async (zone: string): Promise<string> =>
      replyOf(await settings.actions["set-zone"](pressing(context, { fields: { zone } }))).body;
    expect(await set("asia/tokyo")).to.contain("**Time zone\\:** Asia/Tokyo");
    expect(await set("Atlantis/**Deep**")).to.match(/^I know no time zone “Atlantis\/\\\*\\\*Deep\\\*\\\*”/u);
    expect(await kept(context)).to.deep.include({ timeZone: "Asia/Tokyo" });
    expect(await set(" ")).to.contain("Europe/Oslo, that of the event");
    expect(await kept(context)).to.deep.include({ timeZone: null });
  });

  it("sets nothing where there is no server", async () => {
    const direct = { ...manager(), who: { person: "7", channel: "1", server: null, inThread: false } };
    expect((await settings.run(direct)).outcome).to.equal("failure");
    expect(replyOf(await settings.actions.roles(pressing(direct, { values: ["11"] }))).outcome).to.equal("failure");
  });

  it("fits Discord's limits with everything set, in every language", async () => {
    for (const locale of LOCALES) {
      const context = manager(locale);
      const many = Array.from({ length: 25 }, (_, number) => `12345678901234567${String(number).padStart(2, "0")}`);
      await settings.actions.roles(pressing(context, { values: many }));
      await settings.actions.maintainers(pressing(context, { values: many }));
      const { body, controls } = replyOf(await settings.actions.channels(pressing(context, { values: many })));
      expect(body.length, locale).to.be.lessThanOrEqual(LIMITS.embed.descriptionLength);
      expect(controls.length, locale).to.equal(LIMITS.component.rows);
    }
  });
});

describe("a typed time zone", () => {
  for (const [typed, read] of [
    ["Europe/Tirane", "Europe/Tirane"],
    ["europe/tirane", "Europe/Tirane"],
    ["america/new york", "America/New_York"],
    ["UTC", "UTC"],
    ["+02:00", null],
    ["Mars/Olympus", null],
    ["", null],
    ["Europe/Tirane; drop table", null],
  ] as const) {
    it(`“${typed}” is ${read ?? "none"}`, () => {
      expect(readTimeZone(typed)).to.equal(read);
    });
  }
});

describe("/log", () => {
  const at = "2026-01-31T10:00:00.000Z";

  async function busy(entries: number): Promise<CommandContext> {
    const context = { ...manager(), standing: "moderator" } as const;
    for (let number = 0; number < entries; number += 1) {
      await context.store.addLogEntry({
        server: number % 5 === 4 ? "other" : "2",
        at,
        person: number % 2 === 0 ? "77" : null,
        deed: "posted",
        subject: `p${number}`,
        detail: `topic ${number} **@everyone**`,
      });
    }
    return context;
  }

  it("is for moderators", () => {
    expect(log.needs).to.equal("moderator");
  });

  it("tells who did what, newest first, and nothing of other servers", async () => {
    const { body, footer } = await log.run(await busy(10));
    expect(footer).to.equal("8 entries");
    expect(body.split("\n").slice(0, 4)).to.deep.equal([
      "<t:1769853600:f> **posted** · <@77>",
      "-# topic 8 \\*\\*\\@everyone\\*\\*",
      "<t:1769853600:f> **posted** · the bot itself, or somebody forgotten",
      "-# topic 7 \\*\\*\\@everyone\\*\\*",
    ]);
    expect(body).to.not.contain("topic 9").and.not.contain("topic 4");
  });

  it("says in words what was changed of the settings, and shows what is no change as it stands", async () => {
    const context = manager();
    await settings.actions.roles(pressing(context, { values: ["11", "12"] }));
    await settings.actions.switches(pressing(context, { values: ["approval"] }));
    await context.store.addLogEntry({
      server: "2",
      at,
      person: "7",
      deed: "settings-changed",
      subject: null,
      detail: '{"x":"<@1>"}',
    });
    const { body } = await log.run(context);
    expect(body).to.contain("-# **Moderators\\:** <@&11> <@&12>");
    expect(body).to.contain("**Approval\\:** a second moderator must agree to each post");
    expect(body).to.not.contain("<@1>");
  });

  it("turns its pages, however a number was forged", async () => {
    const context = await busy(40);
    const first = await log.run(context);
    expect(first.footer).to.equal("32 entries · page 1 of 4");
    const next = button(first, "Next").action;
    expect(replyOf(await log.actions.page(pressing(context), next.state)).footer).to.contain("page 2 of 4");
    expect(replyOf(await log.actions.page(pressing(context), ["-7"])).footer).to.contain("page 1 of 4");
    expect(replyOf(await log.actions.page(pressing(context), ["1e9"])).footer).to.contain("page 4 of 4");
  });

  it("is given as a file, one entry a line, no larger than Discord takes", async () => {
    const few = replyOf(await log.actions.export(pressing(await busy(6))));
    const lines = (few.attachments?.[0]?.text ?? "").trim().split("\n");
    expect(lines.map((line): unknown => JSON.parse(line))).to.have.length(5);
    expect(lines[0]).to.contain('"subject":"p5"');
    const context = manager();
    for (let number = 0; number < 4_500; number += 1) {
      await context.store.addLogEntry({
        server: "2",
        at,
        person: "7",
        deed: "changed",
        subject: "p",
        detail: "é".repeat(150),
      });
    }
    const many = replyOf(await log.actions.export(pressing(context)));
    expect(Buffer.byteLength(many.attachments?.[0]?.text ?? "")).to.be.within(900_000, LIMITS.message.filesBytes);
    expect(many.body).to.match(/^The newest [\d,]+ entries of the log/u);
  });

  it("says so where nothing was done, and fits Discord's limits in every language", async () => {
    expect((await log.run(manager())).body).to.equal("Nothing has been posted or set here yet.");
    const context = manager();
    for (let number = 0; number < 10; number += 1) {
      const detail = "*_~`|".repeat(60);
      await context.store.addLogEntry({
        server: "2",
        at,
        person: "1".repeat(20),
        deed: "asked-for-approval",
        subject: "p",
        detail,
      });
    }
    for (const locale of LOCALES) {
      const { body } = await log.run(speaking(context, locale));
      expect(body.length, locale).to.be.lessThanOrEqual(LIMITS.embed.descriptionLength);
    }
  });
});

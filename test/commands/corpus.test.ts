import { expect } from "chai";
import corpus from "../../commands/corpus.ts";
import { encodeAction } from "../../src/discord/action-id.ts";
import { toModal } from "../../src/discord/form.ts";
import { toFiles } from "../../src/discord/files.ts";
import { toMessage } from "../../src/discord/message.ts";
import type { ActionContext, ActionResult, AttachedFile, CommandContext } from "../../src/domain/command.ts";
import type { Curator, CuratingStep, CuratorFailure, Preview } from "../../src/domain/curator.ts";
import type { FetchFailure } from "../../src/domain/fetching.ts";
import type { Gap } from "../../src/domain/gap.ts";
import type { GoldResult, Regression } from "../../src/domain/gold.ts";
import type { KeepingFailure } from "../../src/domain/keeping.ts";
import type { LogEntry } from "../../src/domain/log.ts";
import type { Reply } from "../../src/domain/reply.ts";
import { curatorFailureReply } from "../../src/present/corpus/corpus-failure.ts";
import { article, ferryCorpus } from "../fixtures/articles.ts";
import { asking, button, pressing, replyOf } from "../fixtures/asking.ts";
import { planned, previewOf, problem, scriptedCurator, servedOutcome } from "../fixtures/curating.ts";
import { english, shippedLanguages } from "../fixtures/languages.ts";

const { all } = shippedLanguages();
const NASTY = "@everyone <@1> [x](https://evil.example) **b** `c` https://evil.example \u202E ||s|| # h ";
const FILE: AttachedFile = { name: "keeper.html", contentType: "text/html", size: 900, url: "https://cdn.example/k" };
const LINK = "https://island.example/keeper";

function maintainer(curator: Curator, given: Partial<CommandContext> = {}, locale = "en-GB"): CommandContext {
  return { ...asking(ferryCorpus(), locale), curator, isMaintainer: true, ...given };
}

const added = async (context: CommandContext): Promise<Reply> =>
  corpus.subcommands.add.run(context, { link: LINK, file: undefined });

type Action = keyof typeof corpus.actions;

/** Presses a button of a reply, by its label. */
async function press(
  context: CommandContext,
  reply: Reply,
  label: string,
  given: Partial<ActionContext> = {},
): Promise<ActionResult> {
  const { action, state } = button(reply, label).action;
  const name = (Object.keys(corpus.actions) satisfies readonly string[]).find((one): one is Action => one === action);
  if (name === undefined) throw new Error(action);
  return corpus.actions[name](pressing(context, { shown: { title: reply.title }, ...given }), state);
}

async function logged({ store }: CommandContext): Promise<readonly Pick<LogEntry, "deed" | "subject" | "detail">[]> {
  const found = await store.log({ server: "2", offset: 0, limit: 100 });
  if (!found.ok) throw new Error("no log");
  return found.value.map(({ deed, subject, detail }) => ({ deed, subject, detail }));
}

/** Holds a reply to what Discord takes, and to letting nothing of a stranger's act. */
function sound(reply: Reply, what: string): void {
  const cut = (part: string): void => expect.fail(`${what}: ${part} was shortened`);
  toMessage(reply, cut);
  toFiles(reply, cut);
  expect(reply.visibility, what).to.equal("private");
  const bare = reply.body.replaceAll(/\\[^\p{L}\p{N}\s]/gu, "");
  expect(bare, what).not.to.match(/@everyone|<@|\]\(https:\/\/evil|\u202E|\|\||[{}]/u);
  for (const row of reply.controls) {
    for (const one of row.type === "buttons" ? row.buttons : []) {
      if (one.type === "action") expect(encodeAction(one.action), `${what}: ${one.label}`).not.to.equal(null);
    }
  }
}

describe("/corpus add", () => {
  it("is for maintainers, as all of /corpus is, and has time to fetch", () => {
    expect(corpus.needs).to.equal("maintainer");
    expect(corpus.deadlineMs).to.equal(600_000);
    const seenBy = Object.values(corpus.subcommands).map(({ visibility }) => visibility);
    expect(new Set<string>(seenBy)).to.deep.equal(new Set(["private"]));
  });

  it("takes a link or a file, one of the two", async () => {
    const { curator, calls } = scriptedCurator(previewOf([planned({})]));
    const context = maintainer(curator);
    for (const args of [
      { link: LINK, file: FILE },
      { link: undefined, file: undefined },
    ]) {
      const reply = await corpus.subcommands.add.run(context, args);
      expect(reply.body).to.contain("either a link or a file");
    }
    expect(calls).to.deep.equal([]);
    await corpus.subcommands.add.run(context, { link: LINK, file: undefined });
    await corpus.subcommands.add.run(context, { link: undefined, file: FILE });
    expect(calls).to.deep.equal([
      ["preview", "ferry", { type: "link", url: LINK }],
      ["preview", "ferry", { type: "attachment", file: FILE }],
    ]);
  });

  it("shows what the article is, what it would become and what is uncertain", async () => {
    const problems = [
      problem({ id: "value-unknown", value: "published" }, "published"),
      problem({ id: "teaser" }, "body"),
      problem({ id: "url-tracking", parameters: ["utm"] }, "url"),
    ];
    const one = planned({
      title: "A new keeper",
      publisher: "Island Times",
      authors: ["Ola Nord"],
      published: "2021-05-18",
    });
    const reply = await added(maintainer(scriptedCurator(previewOf([one], problems)).curator));
    expect(reply.title).to.equal("A new keeper");
    expect(reply.body.replaceAll("\\", "").split("\n")).to.deep.equal([
      "Island Times · 18 May 2021",
      "By Ola Nord",
      "[https://news.example/keeper](https://news.example/keeper)",
      "English · 8 words, 2 paragraphs",
      "",
      "> Runa Felde keeps it. She has a boat.",
      "",
      "**It is new here.**",
      "",
      "Please check:",
      "-# date: not known, so words like “on Saturday” get no date",
      "-# text: only the beginning seems to be there, the rest is for subscribers",
      "-# address: please check",
    ]);
    expect(reply.footer).to.contain("Nothing is written yet");
  });

  it("tells a new version by its fields and paragraphs, with all of them in a file", async () => {
    const existing = article({ id: "keeper", title: "The keeper", body: "Old." });
    const outcome = {
      type: "changed",
      existing,
      fields: ["title", "body"],
      body: [
        { type: "same", text: "Same." },
        { type: "removed", text: "Old." },
        { type: "added", text: "Runa Felde keeps it." },
        { type: "added", text: "She has a boat." },
      ],
    } as const;
    const reply = await added(maintainer(scriptedCurator(previewOf([planned({}, outcome)])).curator));
    expect(reply.body).to.contain("A new version of “The keeper” \\(The Harbour Gazette\\)");
    expect(reply.body).to.contain("title and text").and.contain("2 added, 1 removed");
    expect(reply.attachments).to.deep.equal([
      { name: "changes.diff", text: "  Same.\n- Old.\n+ Runa Felde keeps it.\n+ She has a boat.\n" },
    ]);
  });

  it("tells a reprint and what it prints again, and offers nothing to add where all is there", async () => {
    const of = article({ id: "start", title: "Union calls strike", body: "Text." });
    const reprint = await added(
      maintainer(scriptedCurator(previewOf([planned({}, { type: "reprint", of, similarity: 0.876 })])).curator),
    );
    expect(reprint.body).to.contain("A reprint of “Union calls strike”").and.contain("87% of the text");
    const there = await added(
      maintainer(scriptedCurator(previewOf([planned({}, { type: "unchanged", existing: of })])).curator),
    );
    expect(() => button(there, "Add")).to.throw("no button");
    expect(button(there, "Discard").disabled).to.equal(false);
  });

  it("lists several with what each would become, page by page, and adds all of them", async () => {
    const many = Array.from({ length: 12 }, (_, n) =>
      planned(
        { id: `a-${n}`, title: `Report ${n}` },
        n < 3 ? { type: "unchanged", existing: article({ id: `a-${n}`, body: "x" }) } : { type: "new" },
      ),
    );
    const { curator, calls } = scriptedCurator(previewOf(many, [problem({ id: "not-fetched", failure: ABORTED })]));
    const context = maintainer(curator);
    const first = await added(context);
    expect(first.title).to.equal("12 articles found");
    expect(first.body).to.contain("new\\: 9 · here already\\: 3").and.contain("Report 7").and.not.contain("Report 8");
    const second = replyOf(await press(context, first, "Next"));
    expect(second.body).to.contain("Report 11");
    expect(second.footer).to.match(/page 2 of 2$/u);
    const done = replyOf(await press(context, second, "Add all"));
    expect(calls.at(-1)).to.deep.equal(["confirm", "preview-0001"]);
    expect(done.body).to.contain("“Report 0”").and.contain("And 7 further articles");
    expect((await logged(context)).filter(({ deed }) => deed === "article-added")).to.have.length(9);
  });

  it("shows how far it has come, with a button that ends it until something is written", async () => {
    const steps: readonly CuratingStep[] = [
      { id: "fetching", host: "example.org", bytes: 0 },
      { id: "fetching", host: "example.org", bytes: 340_000 },
      { id: "reading", source: "keeper.html" },
      { id: "fetching-entries", done: 3, of: 12 },
      { id: "comparing", articles: 3 },
      { id: "writing", done: 1, of: 2 },
      { id: "loading" },
      { id: "checking", done: 1, of: 9 },
    ];
    const shown: Reply[] = [];
    const { curator } = scriptedCurator(previewOf([planned({})]), {
      async preview(_event, _offer, _given, { onStep }) {
        for (const step of steps) onStep(step);
        return { ok: false, error: { id: "preview-gone" } };
      },
    });
    await added(maintainer(curator, { progress: (reply) => void shown.push(reply) }));
    expect(shown.map(({ body }) => body.replaceAll("\\", ""))).to.deep.equal([
      "Fetching from example.org …",
      "Fetching from example.org, 340 KB so far …",
      "Reading “keeper.html” …",
      "Fetching the pages of the feed: 3 of 12 …",
      "Comparing with 3 articles …",
      "Writing: 1 of 2 …",
      "Loading the articles again …",
      "Asking the gold questions: 1 of 9 …",
    ]);
    expect(shown.map(({ controls }) => controls.length)).to.deep.equal([1, 1, 1, 1, 1, 0, 0, 0]);
  });
});

const ABORTED: FetchFailure = { id: "unreachable", host: "example.org", reason: "ECONNREFUSED" };

describe("a preview", () => {
  const open = (changes: Partial<Curator> = {}, preview: Preview = previewOf([planned({ title: "A new keeper" })])) => {
    const scripted = scriptedCurator(preview, changes);
    return { ...scripted, context: maintainer(scripted.curator) };
  };

  it("is written once it is confirmed, and who did so is written down", async () => {
    const { context } = open();
    const reply = replyOf(await press(context, await added(context), "Add"));
    expect(reply.body.replaceAll("\\", "")).to.equal(
      "“A new keeper” (The Harbour Gazette) was added.\n\nServed now: 4 articles, version abcdef0. 1 added, 0 changed, 0 withdrawn.",
    );
    expect(await logged(context)).to.deep.equal([{ deed: "article-added", subject: "keeper", detail: "A new keeper" }]);
  });

  it("is done once: a second press says how to go on", async () => {
    const { context } = open();
    const preview = await added(context);
    await press(context, preview, "Add");
    for (const label of ["Add", "Correct", "Discard"]) {
      const again = replyOf(await press(context, preview, label));
      expect(again.body, label).to.contain("was used already").and.contain("/corpus add");
    }
    expect(await logged(context)).to.have.length(1);
  });

  it("can be corrected; what is left as it was, or emptied, is not given", async () => {
    const { context, calls } = open();
    const preview = await added(context);
    const opened = await press(context, preview, "Correct");
    if (opened.place !== "form") throw new Error("no form");
    expect(opened.form.fields.map(({ value }) => value)).to.deep.equal([
      "A new keeper",
      "The Harbour Gazette",
      "2021-05-10",
      "https://news.example/keeper",
      "en",
    ]);
    const fields = { title: "Keeper", publisher: "", published: "18 May 2021", url: "https://news.example/keeper" };
    const { state } = opened.form.action;
    await corpus.actions.corrected(pressing(context, { fields }), state);
    expect(calls.at(-1)).to.deep.equal(["amend", "preview-0001", { title: "Keeper", published: "2021-05-18" }]);
    const odd = replyOf(await corpus.actions.corrected(pressing(context, { fields: { published: "soon" } }), state));
    expect(odd.body).to.match(/^I cannot read “soon” as a date/u);
    expect(calls.at(-1)).to.deep.equal(["amend", "preview-0001", {}]);
  });

  it("is of whoever made it, and of the articles that are asked about where they are", async () => {
    const { context, calls } = open();
    const preview = await added(context);
    const other = { ...context, who: { ...context.who, person: "8" } };
    for (const label of ["Add", "Correct", "Discard"]) {
      const refused = await press(other, preview, label);
      expect(refused.place, label).to.equal("new");
      expect(replyOf(refused).body, label).to.contain("Only the person who made this preview");
      expect(replyOf(await press(context, preview, label, { byAsker: false })).body).to.contain("Only the person");
    }
    const { event } = ferryCorpus();
    const flood = asking({ ...ferryCorpus(), event: { ...event, id: "flood" } });
    const elsewhere = { ...context, library: flood.library, libraries: flood.libraries };
    expect(replyOf(await press(elsewhere, preview, "Add")).body).to.contain("for other articles");
    expect(calls.map(([name]) => name)).to.deep.equal(["preview"]);
  });

  it("stays to be decided where it could not be read otherwise, or written just now", async () => {
    const refused: CuratorFailure = {
      id: "nothing-found",
      problems: [problem({ id: "url-invalid", received: "x" }, "url")],
    };
    const busy: CuratorFailure = { id: "not-kept", failure: { id: "folder-busy", folder: "/f", holder: null } };
    const { context } = open({
      amend: async () => ({ ok: false, error: refused }),
      confirm: async () => ({ ok: false, error: busy }),
    });
    const preview = await added(context);
    const confirmed = await press(context, preview, "Add");
    expect(confirmed.place).to.equal("new");
    expect(replyOf(confirmed).body).to.contain("Try again in a moment");
    const { state } = button(preview, "Add").action;
    const amended = await corpus.actions.corrected(pressing(context, { fields: { url: "x" } }), state);
    expect(amended.place).to.equal("new");
    expect(replyOf(amended).body).to.contain("is no web address");
    expect(await logged(context)).to.deep.equal([]);
  });

  it("is forgotten when it is discarded", async () => {
    const { context, calls } = open();
    const reply = replyOf(await press(context, await added(context), "Discard"));
    expect(reply.body).to.equal("Discarded. Nothing was written.");
    expect(calls.at(-1)).to.deep.equal(["discard", "preview-0001"]);
  });

  it("tells what is not served, which gold question would go wrong, and by which article", async () => {
    const { context } = open({
      confirm: async () => ({
        ok: true,
        value: {
          kept: [
            {
              article: planned({ title: "A new keeper" }).draft.article,
              from: "x",
              outcome: "added",
              replaced: null,
              leftOut: [],
            },
          ],
          refused: [
            {
              article: article({ id: "other", title: "Another", body: "x" }),
              from: "y",
              failure: { id: "changed-meanwhile", article: "other" },
            },
          ],
          reload: {
            type: "refused",
            event: "ferry",
            name: "The ferry strike",
            why: { id: "gold", regressions: [REGRESSION] },
            problems: [],
          },
        },
      }),
    });
    const reply = replyOf(await press(context, await added(context), "Add"));
    expect(reply.outcome).to.equal("failure");
    const body = reply.body.replaceAll("\\", "");
    expect(body).to.contain("“Another” (The Harbour Gazette) was not written. “Another” was changed meanwhile");
    expect(body).to.contain("“A new keeper” (The Harbour Gazette) was added.");
    expect(body).to.contain("It is not served").and.contain("use /corpus reload");
    expect(body).to.contain("✗ **who leads the union**").and.contain("Since this was added: “A new keeper”");
  });

  it("tells which questions it answers that were asked in vain", async () => {
    const { context } = open({
      confirm: async () => ({
        ok: true,
        value: {
          kept: [],
          refused: [],
          reload: servedOutcome({ filled: [{ gap: GAP, articleIds: ["gazette-end"] }] }),
        },
      }),
    });
    const reply = replyOf(await press(context, await added(context), "Add"));
    expect(reply.body.replaceAll("\\", "")).to.contain(
      "1 question that was asked in vain is answered now:\n- “who keeps the light”: “Ferries sail again after nine days”",
    );
  });

  it("tells where it could not be written into the log", async () => {
    const { context } = open();
    const store = {
      ...context.store,
      addLogEntry: async () => ({ ok: false, error: { id: "store-unavailable", reason: "" } }) as const,
    };
    const reply = replyOf(await press({ ...context, store }, await added(context), "Add"));
    expect(reply.body).to.contain("was added").and.contain("could not be written into the log");
  });
});

const LEADER: GoldResult = {
  gold: {
    id: "leader",
    question: "who leads the union",
    expect: "answered",
    articles: [],
    contains: [],
    note: null,
    added: null,
  },
  failure: { id: "not-answered" },
  shown: [],
};
const REGRESSION: Regression = {
  before: { ...LEADER, failure: null },
  now: LEADER,
  causes: [{ id: "keeper", how: "added" }],
  found: "tried",
};
const GAP: Gap = {
  id: "abcdefghij",
  ids: ["abcdefghij"],
  question: "who keeps the light",
  variants: [],
  wordings: 1,
  times: 2,
  badlyRated: 0,
  firstDay: "2026-01-01",
  lastDay: "2026-01-02",
};

describe("/corpus withdraw and restore", () => {
  it("ask first, saying what it means, and keep the reason", async () => {
    const { curator, calls } = scriptedCurator(null);
    const context = maintainer(curator);
    const sure = await corpus.subcommands.withdraw.run(context, {
      article: "ferries sail agan",
      reason: " A *hoax*.\n",
    });
    expect(sure.title).to.equal("A *hoax*.");
    expect(sure.body)
      .to.contain("“Ferries sail again after nine days”")
      .and.contain("posts that cite it are corrected");
    expect(replyOf(await press(context, sure, "Leave it")).body).to.contain("stays.");
    expect(calls).to.deep.equal([]);
    const done = replyOf(await press(context, sure, "Yes, withdraw it"));
    expect(calls).to.deep.equal([["withdraw", "ferry", "gazette-end", "A *hoax*."]]);
    expect(done.body).to.contain("was withdrawn.");
    expect(await logged(context)).to.deep.equal([
      { deed: "article-withdrawn", subject: "gazette-end", detail: "Ferries sail again after nine days: A *hoax*." },
    ]);
  });

  it("withdraw nothing where the article is gone, or the server asks about another event", async () => {
    const { curator, calls } = scriptedCurator(null);
    const context = maintainer(curator);
    const sure = await corpus.subcommands.withdraw.run(context, { article: "gazette-end", reason: "A hoax." });
    const { event, articles } = ferryCorpus();
    const others = [
      asking({ ...ferryCorpus(), articles: articles.slice(1) }),
      asking({ ...ferryCorpus(), event: { ...event, id: "flood" } }),
    ];
    for (const { library, libraries } of others) {
      const reply = replyOf(await press({ ...context, library, libraries }, sure, "Yes, withdraw it"));
      expect(reply.body).to.contain("Begin again with /corpus withdraw");
    }
    expect(calls).to.deep.equal([]);
    const none = await corpus.subcommands.withdraw.run(context, { article: "zzzzzzzz", reason: "x" });
    expect(none.body).to.contain("no article “zzzzzzzz”");
  });

  it("find a reason of any characters back whole", async () => {
    for (const reason of ["*".repeat(128), "`".repeat(400), "é|~".repeat(40)]) {
      const { curator, calls } = scriptedCurator(null);
      const context = maintainer(curator);
      const sure = await corpus.subcommands.withdraw.run(context, { article: "gazette-end", reason });
      toMessage(sure, (what) => expect.fail(what));
      await press(context, sure, "Yes, withdraw it");
      expect(calls[0]?.[3]).to.equal(sure.title);
    }
  });

  it("propose what was withdrawn, and put back what is chosen", async () => {
    const old = article({ id: "old-one", title: "Old strike", body: "x" });
    const withdrawn: Curator["withdrawn"] = async () => ({
      ok: true,
      value: [
        { id: "old-one", article: old, on: "2021-06-01", reason: "x" },
        { id: "broken", article: null, on: null, reason: null },
      ],
    });
    const { curator, calls } = scriptedCurator(null, { withdrawn });
    const context = maintainer(curator);
    const { restore } = corpus.subcommands;
    expect((await restore.complete(context, "article", "STRIKE")).map(({ value }) => value)).to.deep.equal(["old-one"]);
    expect(await restore.complete(context, "article", "")).to.have.length(2);
    expect((await restore.run(context, { article: "nothing" })).body).to.contain(
      "No withdrawn article is called “nothing”",
    );
    expect((await restore.run(context, { article: "old-one" })).body)
      .to.contain("“Old strike”")
      .and.contain("again");
    expect(calls).to.deep.equal([["restore", "ferry", "old-one"]]);
    expect((await logged(context))[0]).to.deep.include({ deed: "article-restored", subject: "old-one" });
  });
});

describe("/corpus status and reload", () => {
  it("tell what there is, what was left out and why, and how the gold questions stand", async () => {
    const { curator } = scriptedCurator(null, {
      status: async () => ({
        ok: true,
        value: {
          event: "ferry",
          name: "The ferry strike",
          version: "abcdef012345",
          stats: {
            articles: 3,
            withdrawn: 1,
            publishers: [
              { name: "The Harbour Gazette", articles: 2 },
              { name: "Coast Radio", articles: 1 },
            ],
            languages: [],
            kinds: [],
            months: [],
            undated: 0,
            withoutUrl: 0,
            reprints: 0,
          },
          problems: [{ ...problem({ id: "field-missing" }, "title"), severity: "error" }],
          coverage: {
            articles: 0,
            months: [],
            undated: 0,
            publishers: [],
            others: { publishers: 0, articles: 0 },
            topics: [],
          },
          loadedAt: "2026-01-01T00:00:00Z",
          last: servedOutcome(),
          gold: { failed: [LEADER], of: 4 },
          isWritable: true,
        },
      }),
    });
    const reply = await corpus.subcommands.status.run(maintainer(curator));
    const body = reply.body.replaceAll("\\", "");
    expect(reply.title).to.equal("The ferry strike");
    expect(body).to.contain("3 articles · 2 publishers · 1 withdrawn · articles up to 14 May 2021");
    expect(body).to.contain("Most are from The Harbour Gazette (2) and Coast Radio (1).");
    expect(body).to.contain("Version abcdef012345, loaded <t:1767225600:R>.");
    expect(body).to.contain("1 file is left out:\n-# articles/keeper.md:3: title: is missing");
    expect(body).to.contain("1 of 4 gold questions is not answered as expected.");
    expect(body).to.contain("✗ **who leads the union**").and.contain("can be added and withdrawn from here");
  });

  it("tell what came of it for each event", async () => {
    const { curator } = scriptedCurator(null, {
      reload: async () => [
        servedOutcome(),
        {
          type: "refused",
          event: "flood",
          name: "The flood",
          why: { id: "failed", failure: { id: "corpus-empty", folders: ["/secret"] } },
          problems: [],
        },
        { type: "dropped", event: "fire", name: "The fire" },
      ],
    });
    const reply = await corpus.subcommands.reload.run(maintainer(curator));
    expect(reply.outcome).to.equal("failure");
    expect(reply.body).to.match(
      /The ferry strike[^]*Served now[^]*The flood[^]*could not be loaded[^]*The fire[^]*folder has gone/u,
    );
    expect(reply.body).not.to.contain("secret");
  });
});

const FETCHING: readonly FetchFailure[] = [
  { id: "address-invalid", received: NASTY, why: "scheme" },
  { id: "address-forbidden", host: NASTY, address: "10.0.0.1", why: "private" },
  { id: "name-unknown", host: NASTY },
  { id: "unreachable", host: NASTY, reason: NASTY },
  { id: "timed-out", host: NASTY, stage: "whole", ms: 1 },
  { id: "too-slow", host: NASTY, bytes: 1, ms: 1 },
  { id: "too-large", what: "packed", limit: 1 },
  { id: "too-many-redirects", limit: 5 },
  { id: "redirect-refused", from: NASTY, to: NASTY, why: "downgrade" },
  { id: "refused-by-robots", url: NASTY, why: "rule" },
  { id: "http-status", url: NASTY, status: 404, retryAfter: null },
  { id: "http-status", url: NASTY, status: 503, retryAfter: 5 },
  { id: "encoding-unsupported", encoding: NASTY },
  { id: "answer-invalid", host: NASTY, reason: NASTY },
  { id: "tls", host: NASTY, reason: NASTY },
  { id: "aborted" },
];
const KEEPING: readonly KeepingFailure[] = [
  { id: "folder-busy", folder: "/f", holder: null },
  { id: "not-an-event-folder", folder: "/f", why: "link" },
  { id: "event-exists", folder: "/f" },
  { id: "article-id-invalid", received: NASTY },
  { id: "article-missing", article: NASTY },
  { id: "version-missing", article: NASTY, version: "1" },
  { id: "article-unsound", article: NASTY, problems: [] },
  { id: "changed-meanwhile", article: NASTY },
  { id: "name-taken", file: "/f" },
  { id: "reason-invalid" },
  { id: "disk-full", file: "/f" },
  { id: "file-unreadable", file: "/f", reason: NASTY },
  { id: "file-unwritable", file: "/f", reason: NASTY },
  { id: "archive-unsound", archive: "/f", entry: null, why: "missing" },
];

describe("what curating says", () => {
  const failures: readonly CuratorFailure[] = [
    { id: "read-only", event: NASTY },
    { id: "event-unknown" },
    ...FETCHING.map((failure) => ({ id: "not-fetched", failure }) as const),
    {
      id: "nothing-found",
      problems: Array.from({ length: 9 }, () => problem({ id: "format-unsupported", format: NASTY.repeat(9) })),
    },
    { id: "preview-gone" },
    ...KEEPING.map((failure) => ({ id: "not-kept", failure }) as const),
    { id: "store-unavailable" },
    ...(["taken", "full", "unknown", "unsound"] as const).map((why) => ({ id: "gold-refused", why }) as const),
  ];

  it("has words for every failure in every language, and nothing of the machine in them", () => {
    for (const words of all) {
      for (const failure of failures) {
        const reply = curatorFailureReply(words, failure);
        const what = `${words.language} ${JSON.stringify(failure).slice(0, 80)}`;
        sound(reply, what);
        expect(reply.body.length, what).to.be.greaterThan(5);
        expect(reply.body, what).not.to.match(/ECONN|\/f\b/u);
      }
    }
    const distinct = new Set(failures.map((failure) => curatorFailureReply(english(), failure).body));
    expect(distinct.size).to.be.at.least(24);
  });

  it("fits Discord and lets nothing act, with the longest articles and questions, in every language", async () => {
    const long = NASTY.repeat(30);
    const text = article({
      id: "h".repeat(59),
      title: long.slice(0, 300),
      publisher: long.slice(0, 200),
      agency: long.slice(0, 200),
      authors: [long, long],
      url: `https://evil.example/${"x".repeat(1_900)}`,
      body: `${long}\n\n${long}`,
    });
    const doubts = Array.from({ length: 40 }, (_, n) =>
      problem(
        n % 2 === 0
          ? { id: "values-differ", values: [long, long, long, long] }
          : { id: "not-fetched", failure: { id: "address-invalid", received: long, why: "scheme" } },
        n % 3 === 0 ? long : "title",
      ),
    );
    const changes = Array.from({ length: 900 }, () => ({ type: "added", text: long.repeat(3) }) as const);
    const outcomes = [
      { type: "new" },
      { type: "unchanged", existing: text },
      {
        type: "changed",
        existing: text,
        fields: ["title", "publisher", "agency", "authors", "url", "published", "language", "kind", "note", "body"],
        body: changes,
      },
      { type: "reprint", of: text, similarity: 0.5 },
    ] as const;
    const causes = (["added", "changed", "withdrawn"] as const).flatMap((how) =>
      [1, 2, 3].map((n) => ({ id: `${n}${long}`, how })),
    );
    const wrong: GoldResult = {
      gold: { ...LEADER.gold, question: long },
      failure: { id: "words-missing", missing: [long, long] },
      shown: [{ articleId: "x", text: long }],
    };
    const regressions = Array.from({ length: 9 }, () => ({ ...REGRESSION, now: wrong, causes }));
    const served = servedOutcome({
      regressions,
      filled: Array.from({ length: 9 }, () => ({ gap: { ...GAP, question: long }, articleIds: [long] })),
      problems: doubts,
      name: long,
    });
    const files = { id: "article-unsound", article: long, problems: [] } as const;
    for (const { language } of all) {
      const base = maintainer(scriptedCurator(null).curator, {}, language);
      for (const outcome of outcomes) {
        for (const count of [1, 30]) {
          const preview = previewOf(
            Array.from({ length: count }, () => ({ ...planned(text, outcome), from: long })),
            doubts,
          );
          const { curator } = scriptedCurator(preview, {
            confirm: async () => ({
              ok: true,
              value: {
                kept: Array.from(
                  { length: 9 },
                  () => ({ article: text, from: long, outcome: "replaced", replaced: null, leftOut: [] }) as const,
                ),
                refused: Array.from({ length: 9 }, () => ({ article: text, from: long, failure: files })),
                reload: served,
              },
            }),
            reload: async () => [served, served, served],
          });
          const who = { person: "12345678901234567890", channel: "1", server: "2", inThread: false };
          const context = { ...base, curator, who };
          const what = `${language} ${outcome.type} ${count}`;
          const reply = await added(context);
          sound(reply, what);
          const state = ["preview-0001", context.who.person];
          const opened = await corpus.actions.correct(pressing(context), state);
          if (opened.place === "form")
            expect(toModal(opened.form, (part) => expect.fail(`${what}: ${part}`))).not.to.equal(null);
          sound(replyOf(await corpus.actions.confirm(pressing(context), state)), `${what} confirmed`);
          sound(await corpus.subcommands.reload.run(context), `${what} reloaded`);
        }
      }
    }
  });
});

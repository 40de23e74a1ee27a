import { expect } from "chai";
import exportMe from "../../commands/export-me.ts";
import following from "../../commands/following.ts";
import forgetMe from "../../commands/forget-me.ts";
import language from "../../commands/language.ts";
import privacy from "../../commands/privacy.ts";
import { toMessage } from "../../src/discord/message.ts";
import type { ActionContext, CommandContext } from "../../src/domain/command.ts";
import type { Reply } from "../../src/domain/reply.ts";
import type { Feedback, Store } from "../../src/domain/store.ts";
import { LIMITS } from "../../src/present/text/limits.ts";
import { LIBRARY } from "../discord/fakes.ts";
import { shippedLanguages, shippedTags } from "../fixtures/languages.ts";
import { NO_SETTINGS } from "../fixtures/memory-desk-store.ts";
import { idleCurator, idleDesk, noPictures } from "../fixtures/desk.ts";
import { memoryStore } from "../fixtures/store.ts";
import { onlyLibrary } from "../fixtures/libraries.ts";
import { POLICY, UNWATCHED } from "../fixtures/context.ts";

const languages = shippedLanguages();
const ANSWERED: Feedback = {
  person: "7",
  server: "2",
  event: "ferry",
  question: "who leads the union",
  verdict: "not-right",
  reason: "he **left** @everyone",
  shown: ["ref-1"],
  corpusVersion: "0123",
  at: "2026-01-31T10:00:00.000Z",
};
const HOSTILE = "@everyone [x](https://evil.example) ||spoiler|| <@7> `code` \u202E";

function contextOf(store: Store = memoryStore(), locale = "en-GB", more: Partial<ActionContext> = {}): ActionContext {
  const words = languages.wordsFor(locale);
  return {
    library: LIBRARY,
    libraries: onlyLibrary(LIBRARY),
    words,
    commands: [],
    locale,
    signal: new AbortController().signal,
    ...UNWATCHED,
    who: { person: "7", channel: "1", server: "2", inThread: false },
    conversation: { context: [], add: () => {}, forget: () => {} },
    store,
    policy: POLICY,
    standing: "member",
    isMaintainer: false,
    publicity: { allowed: true, byDefault: "public" },
    mayWrite: true,
    desk: idleDesk(),
    curator: idleCurator(),
    pictures: noPictures(),
    wordsNow: async () => {
      const set = await store.language("7");
      return languages.wordsFor((set.ok ? set.value : null) ?? locale);
    },
    byAsker: true,
    values: [],
    channels: [],
    fields: {},
    shown: { title: null },
    ...more,
  };
}

async function follow(store: Store, question: string, more: { person?: string; context?: string[] } = {}) {
  const followed = await store.follow({
    person: "7",
    event: "ferry",
    context: [],
    seen: "1n;;",
    language: "en",
    since: "2026-01-31T10:00:00.000Z",
    ...more,
    question,
  });
  if (!followed.ok || followed.value === "full") throw new Error("not followed");
  return followed.value.id;
}

/** A store whose database is down. */
function downStore(): Store {
  const gone = async () => ({ ok: false, error: { id: "store-unavailable", reason: "gone" } }) as const;
  return {
    ...memoryStore(),
    exportPerson: gone,
    forgetPerson: gone,
    follows: gone,
    unfollow: gone,
    setLanguage: gone,
    setServerSettings: gone,
  };
}

function fits(reply: Reply): void {
  expect(reply.visibility).to.equal("private");
  toMessage(reply, (what) => expect.fail(`${what} was shortened`));
  expect(`${reply.title ?? ""}${reply.body}`).not.to.match(/[{}]|undefined/u);
}

describe("/privacy", () => {
  it("tells what is kept as the bot is set up", async () => {
    const { body } = await privacy.run(contextOf());
    expect(body).to.contain("Questions are kept for 30 days").and.contain("on the machine I run on");
    const one = await privacy.run(
      contextOf(memoryStore(), "de", { policy: { ...POLICY, questionDays: 1, keptIn: "database" } }),
    );
    expect(one.body).to.contain("Fragen werden 1 Tag aufbewahrt").and.contain("in einer Datenbank derer");
    const none = await privacy.run(contextOf(memoryStore(), "en", { policy: { ...POLICY, questionDays: 0 } }));
    expect(none.body).to.contain("Questions are not kept.").and.not.contain("0 days");
  });
});

describe("/forget-me", () => {
  it("says what will go, and lets it go when its person confirms", async () => {
    const store = memoryStore();
    await follow(store, "who leads the union");
    await follow(store, "somebody else’s", { person: "8" });
    await store.addFeedback(ANSWERED);
    await store.setLanguage("7", "sq");
    let forgotten = false;
    const conversation = {
      context: [],
      add: () => {},
      forget: () => {
        forgotten = true;
      },
    };
    const context = contextOf(store, "en", { conversation });
    const asked = await forgetMe.run(context);
    expect(asked.body).to.contain(
      "This would go: 1 question you follow, what you said of 1 answer, the language you set and what I remember",
    );
    expect(asked.controls).to.containSubset([
      { buttons: [{ label: "Delete all of it", action: { command: "forget-me", action: "confirm" } }] },
    ]);
    expect(forgotten).to.equal(false);
    expect(await store.follows("7"))
      .to.have.property("value")
      .with.length(1);
    const { place, reply } = await forgetMe.actions.confirm(context);
    expect(place).to.equal("update");
    expect(reply.body).to.match(
      /^Deleted: 1 question you follow, what you said of 1 answer, the language you set and/u,
    );
    expect(reply.body).to.contain("without a name, for 30 days");
    expect(reply.controls).to.deep.equal([]);
    expect(forgotten).to.equal(true);
    expect(await store.exportPerson("7")).to.deep.equal({
      ok: true,
      value: { language: null, follows: [], feedback: [], deeds: [] },
    });
    expect(await store.follows("8"))
      .to.deep.include({ ok: true })
      .and.to.have.property("value")
      .with.length(1);
  });

  it("deletes nothing for somebody else, and only ever what is the presser’s own", async () => {
    const store = memoryStore();
    await follow(store, "who leads the union");
    const other = { person: "8", channel: "1", server: "2", inThread: false };
    const { place, reply } = await forgetMe.actions.confirm(contextOf(store, "de", { byAsker: false, who: other }));
    expect(place).to.equal("new");
    expect(reply.body).to.contain("/vergiss-mich");
    await forgetMe.actions.confirm(contextOf(store, "de", { who: other }));
    expect(await store.follows("7"))
      .to.have.property("value")
      .with.length(1);
  });
});

describe("/export-me", () => {
  it("gives a file that says all, or says that there is nothing", async () => {
    const store = memoryStore();
    expect((await exportMe.run(contextOf(store))).body).to.equal("Nothing is kept with your Discord id.");
    await follow(store, "who leads the union");
    await store.addFeedback(ANSWERED);
    const reply = await exportMe.run(contextOf(store, "de"));
    expect(reply.body).to.contain("In dieser Datei steht alles");
    const file = reply.attachments?.[0] ?? expect.fail("no file");
    expect(file.name).to.equal("footnote-data.json");
    const data: unknown = JSON.parse(file.text);
    expect(data).to.containSubset({
      language: null,
      follows: [{ question: "who leads the union", since: "2026-01-31T10:00:00.000Z" }],
      feedback: [{ verdict: "not-right", reason: "he **left** @everyone", server: "2" }],
    });
    expect(file.text).to.contain('\n  "follows": [');
  });

  it("tells of what was done as a moderator, which stays without the name", async () => {
    const store = memoryStore();
    const entry = { server: "2", at: "2026-01-31T10:00:00.000Z", person: "7", deed: "posted", subject: "p1" } as const;
    await store.addLogEntry({ ...entry, detail: "the ferry" });
    const file = (await exportMe.run(contextOf(store))).attachments?.[0] ?? expect.fail("no file");
    const data: unknown = JSON.parse(file.text);
    expect(data).to.containSubset({ deeds: [{ deed: "posted", detail: "the ferry", server: "2" }] });
    const stays = "1 thing you did as a moderator will stay in the logs of servers, without your name.";
    expect((await forgetMe.run(contextOf(store))).body).to.contain(stays);
    expect((await forgetMe.actions.confirm(contextOf(store))).reply.body).to.contain(stays);
    const log = await store.log({ server: "2", offset: 0, limit: 5 });
    expect(log).to.containSubset({ value: [{ deed: "posted", person: null }] });
    expect((await forgetMe.run(contextOf(store))).body).not.to.contain("moderator");
  });

  it("leaves out the oldest feedback where a file cannot hold it all, and says so", async () => {
    const store = memoryStore();
    const reason = "é".repeat(300);
    for (let number = 0; number < 1_500; number += 1) {
      await store.addFeedback({ ...ANSWERED, reason, question: `${number} ${"x".repeat(280)}` });
    }
    const reply = await exportMe.run(contextOf(store));
    const text = reply.attachments?.[0]?.text ?? "";
    expect(Buffer.byteLength(text)).to.be.at.most(LIMITS.message.filesBytes);
    expect(Buffer.byteLength(text)).to.be.greaterThan(LIMITS.message.filesBytes - 3_000);
    expect(reply.body).to.match(/these are the newest [\d,]+ of 1,500/u);
    expect(text).to.contain("1499 xxx").and.not.contain('"0 xxx');
    fits(reply);
  });
});

describe("/language", () => {
  it("is kept, answers in the new language, and is taken back", async () => {
    const store = memoryStore();
    const set = await language.run(contextOf(store), { language: "de", for: undefined });
    expect(set.body).to.equal(
      "Ab jetzt spreche ich mit dir auf Deutsch. Artikel werden so zitiert, wie sie geschrieben sind.",
    );
    expect(await store.language("7")).to.deep.equal({ ok: true, value: "de" });
    const back = await language.run(contextOf(store, "fr"), { language: "discord", for: "me" });
    expect(back.body).to.contain("comme ton Discord").and.contain("français");
    expect(await store.language("7")).to.deep.equal({ ok: true, value: null });
  });

  it("is set for everybody by those who manage the server, and by nobody else", async () => {
    const store = memoryStore();
    const refused = await language.run(contextOf(store, "de"), { language: "it", for: "everybody" });
    expect(refused.outcome).to.equal("failure");
    expect(refused.body).to.contain("„Server verwalten“");
    expect(await store.serverSettings("2")).to.deep.equal({ ok: true, value: { ...NO_SETTINGS, language: null } });
    const allowed = contextOf(store, "en", { standing: "manager" });
    expect((await language.run(allowed, { language: "it", for: "everybody" })).body).to.contain("Italian");
    expect(await store.serverSettings("2")).to.deep.equal({ ok: true, value: { ...NO_SETTINGS, language: "it" } });
    expect((await language.run(allowed, { language: "discord", for: "everybody" })).body).to.contain("English");
    expect(await store.serverSettings("2")).to.deep.equal({ ok: true, value: { ...NO_SETTINGS, language: null } });
    const alone = { person: "7", channel: "1", server: null, inThread: false };
    const direct = await language.run(contextOf(store, "en", { who: alone, standing: "manager" }), {
      language: "it",
      for: "everybody",
    });
    expect(direct.body).to.contain("only be set in a server");
  });

  it("offers every language that the bot speaks", () => {
    expect(language.options.language.values).to.have.members([...shippedTags(), "discord"]);
  });
});

describe("/following", () => {
  it("lists what somebody follows, escaped, and lets them stop", async () => {
    const store = memoryStore();
    const first = await follow(store, "who leads the union");
    await follow(store, HOSTILE, { context: ["what happened", "A **strike**."] });
    const reply = await following.run(contextOf(store));
    expect(reply.title).to.equal("Questions you follow");
    expect(reply.body).to.contain("**1.** who leads the union\n-# since 31 Jan 2026");
    expect(reply.body).to.contain("-# after “what happened” · since 31 Jan 2026");
    expect(reply.body)
      .to.contain(String.raw`\@everyone \[x\]\(https\://evil.example\)`)
      .and.not.contain("\u202E");
    const stopped = await following.actions.stop(contextOf(store, "de", { values: [first] }));
    expect(stopped.place).to.equal("update");
    expect(stopped.reply.body)
      .to.match(/^Du folgst dieser Frage nicht mehr\./u)
      .and.not.contain("union");
    const again = await following.actions.end(contextOf(store), [first]);
    expect(again.reply.body).to.equal("You had stopped following this question already.");
  });

  it("never ends what somebody else follows, whatever an id says", async () => {
    const store = memoryStore();
    const theirs = await follow(store, "theirs", { person: "8" });
    for (const id of [theirs, "", "x".repeat(100), "'; drop table follows; --"]) {
      await following.actions.stop(contextOf(store, "en", { values: [id] }));
      await following.actions.end(contextOf(store), [id]);
    }
    await following.actions.end(contextOf(store), []);
    expect(await store.follows("8"))
      .to.have.property("value")
      .with.length(1);
    const forged = await following.actions.stop(contextOf(store, "en", { values: [theirs], byAsker: false }));
    expect(forged.place).to.equal("new");
  });

  it("has room for all that anybody can follow, however long and odd", async () => {
    const store = memoryStore();
    for (let number = 0; number < 25; number += 1) {
      await follow(store, `${number} ${"*_|~`".repeat(60)}`, { context: ["[(#".repeat(300), "yes"] });
    }
    for (const tag of shippedTags()) {
      const reply = await following.run(contextOf(store, tag));
      fits(reply);
      expect(reply.body).to.contain("**25.**");
      expect(JSON.stringify(reply.controls).match(/"value"/gu)).to.have.length(25);
    }
  });
});

describe("what is kept", () => {
  it("is said within Discord's limits, privately, in every language", async () => {
    for (const tag of shippedTags()) {
      const store = memoryStore();
      const context = contextOf(store, tag, { standing: "manager" });
      fits(await following.run(context));
      await follow(store, HOSTILE);
      await store.addFeedback(ANSWERED);
      for (const reply of [
        await privacy.run(context),
        await forgetMe.run(context),
        await exportMe.run(context),
        await following.run(context),
        (await following.actions.end(context, ["none"])).reply,
        await language.run(context, { language: "sq", for: undefined }),
        await language.run(context, { language: "sq", for: "everybody" }),
        (await forgetMe.actions.confirm(context)).reply,
      ]) {
        fits(reply);
      }
    }
  });

  it("is called out of reach, plainly, where the store is down", async () => {
    const context: CommandContext & ActionContext = contextOf(downStore(), "de", {
      standing: "manager",
      values: ["f0001"],
    });
    for (const reply of [
      await forgetMe.run(context),
      (await forgetMe.actions.confirm(context)).reply,
      await exportMe.run(context),
      await following.run(context),
      (await following.actions.stop(context)).reply,
      (await following.actions.end(context, ["f0001"])).reply,
      await language.run(context, { language: "de", for: "me" }),
      await language.run(context, { language: "de", for: "everybody" }),
    ]) {
      fits(reply);
      expect(reply.outcome).to.equal("failure");
      expect(reply.body).to.match(/^Ich komme gerade nicht .* Bitte versuch es in ein paar Minuten/u);
    }
  });
});

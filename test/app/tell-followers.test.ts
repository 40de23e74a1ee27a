import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import { openLibrary } from "../../src/app/library.ts";
import { FollowerTelling, type TellingOptions } from "../../src/app/tell-followers.ts";
import type { Corpus } from "../../src/domain/corpus.ts";
import type { Notifier, NotifyFailure } from "../../src/domain/notifier.ts";
import type { Reply } from "../../src/domain/reply.ts";
import type { Follow, Store } from "../../src/domain/store.ts";
import { toMessage } from "../../src/discord/message.ts";
import { createLogger } from "../../src/ops/logger.ts";
import { article, corpusOf, ferryCorpus } from "../fixtures/articles.ts";
import { shippedLanguages } from "../fixtures/languages.ts";
import { meaningfulIndex, shippedModels } from "../fixtures/models.ts";
import { memoryStore } from "../fixtures/store.ts";
import { onlyLibrary } from "../fixtures/libraries.ts";

const LEADER = "who leads the union";
const PRICE = "what did the bridge cost";
const NOT_ANSWERED = "1n;;";

const ferry = ferryCorpus();
const bridge = article({
  id: "bridge",
  title: "Bridge opens",
  body: "The bridge cost 40 million crowns, the mayor said.",
});
const withBridge: Corpus = { ...corpusOf([bridge, ...ferry.articles], ferry.event.glossary), version: "bridge" };
const withoutLeader: Corpus = {
  ...corpusOf(
    ferry.articles.filter(({ id }) => id !== "coast-start"),
    ferry.event.glossary,
  ),
  version: "no-leader",
};

function telling(
  fail: (person: string, before: number) => NotifyFailure | null = () => null,
  changes: Partial<Store> = {},
) {
  const models = shippedModels();
  const library = openLibrary(ferry, meaningfulIndex(models, ferry.articles, ferry.event.glossary), "test", {
    model: models.answers,
  });
  const memory = memoryStore();
  const told: { readonly person: string; readonly reply: Reply }[] = [];
  const tries: string[] = [];
  const pauses: number[] = [];
  const lines: string[] = [];
  const notifier: Notifier = {
    tell: async (person, reply) => {
      const failure = fail(person, tries.length);
      tries.push(person);
      if (failure !== null) return { ok: false, error: failure };
      told.push({ person, reply });
      return { ok: true, value: undefined };
    },
  };
  const options: TellingOptions = {
    libraries: onlyLibrary(() => library.current()),
    store: { ...memory, ...changes },
    notifier,
    languages: shippedLanguages(),
    logger: createLogger("debug", { write: (line) => lines.push(line) }),
    pause: async (ms) => {
      pauses.push(ms);
    },
    deadlineMs: 500,
  };
  const follow = async (question: string, more: Partial<Follow> = {}): Promise<string> => {
    const answer = await library.ask({ text: question, context: more.context ?? [] });
    const wanted = {
      person: "7",
      event: null,
      question,
      context: [],
      seen: library.fingerprint(answer),
      language: "en",
      since: "2026-01-31T10:00:00.000Z",
      ...more,
    };
    const followed = await memory.follow(wanted);
    if (!followed.ok || followed.value === "full") throw new Error("not followed");
    return followed.value.id;
  };
  const run = async (one: FollowerTelling): Promise<void> => {
    one.start();
    await one.whenIdle;
  };
  return { library, memory, options, told, tries, pauses, lines, follow, run };
}

describe("telling those who follow a question", () => {
  it("says nothing where nothing changed", async () => {
    const { library, options, follow, run, told } = telling();
    await follow(LEADER);
    const one = new FollowerTelling(options);
    await run(one);
    await library.replace({ ...ferry, version: "same articles" });
    await run(one);
    expect(told).to.deep.equal([]);
  });

  it("tells that an article now answers it, once, with the answer and a button to stop", async () => {
    const { library, options, follow, run, told } = telling();
    const id = await follow(PRICE);
    const one = new FollowerTelling(options);
    await run(one);
    await library.replace(withBridge);
    await run(one);
    await run(new FollowerTelling(options));
    expect(told.map(({ person }) => person)).to.deep.equal(["7"]);
    const { reply } = told[0] ?? expect.fail("nothing told");
    expect(reply.title).to.equal(PRICE);
    expect(reply.body).to.match(/^\*\*An article now answers what you asked\.\*\*\n\n.*40 million/u);
    expect(reply.body).to.contain("Bridge opens");
    expect(reply.controls).to.containSubset([
      {
        buttons: [
          { label: "Context", action: { command: "ask", action: "context" } },
          { label: "Stop following", action: { command: "following", action: "end", state: [id] } },
        ],
      },
    ]);
    toMessage(reply, (what) => expect.fail(`${what} was shortened`));
  });

  it("tells that the answer changed, and that the articles no longer answer", async () => {
    const { library, options, follow, run, told } = telling();
    await follow(LEADER);
    await follow("when did the talks break down", { person: "8", seen: "1a;AAAAAA;" });
    await library.replace(withoutLeader);
    await run(new FollowerTelling(options));
    const leads = told.map(({ person, reply }) => [person, reply.body.split("\n")[0]]);
    expect(leads).to.have.deep.members([
      ["7", "**The articles no longer answer what you asked.**"],
      ["8", "**The answer to what you asked has changed.**"],
    ]);
  });

  it("tells at the start what changed while the bot was away, in the language that was set since", async () => {
    const { memory, options, follow, run, told } = telling();
    await follow(LEADER, { seen: NOT_ANSWERED });
    await follow(LEADER, { person: "8", seen: NOT_ANSWERED, language: "fr" });
    await memory.setLanguage("7", "de");
    await run(new FollowerTelling(options));
    expect(told.map(({ reply }) => reply.body.split("\n")[0])).to.deep.equal([
      "**Ein Artikel beantwortet jetzt, was du gefragt hast.**",
      "**Un article répond maintenant à ce que tu as demandé.**",
    ]);
    expect(JSON.stringify(told[0]?.reply.controls)).to.contain("Nicht mehr folgen");
  });

  it("asks with the turns before", async () => {
    const { library, options, follow, run, told } = telling();
    await follow("and who leads it", { context: ["what did the Seafarers' Union do", "It began a strike."] });
    await library.replace(withoutLeader);
    await run(new FollowerTelling(options));
    expect(told[0]?.reply.body).to.match(/no longer answer|has changed/u);
  });

  it("pauses a second after each message", async () => {
    const { options, follow, run, pauses, told } = telling();
    for (const person of ["1", "2", "3"]) await follow(LEADER, { person, seen: NOT_ANSWERED });
    await run(new FollowerTelling(options));
    expect(told).to.have.length(3);
    expect(pauses).to.deep.equal([1_000, 1_000, 1_000]);
  });

  it("walks through more than fit into one look", async () => {
    const { options, follow, run, told } = telling();
    for (let person = 1; person <= 120; person += 1) {
      await follow(LEADER, { person: String(person), seen: NOT_ANSWERED });
    }
    await run(new FollowerTelling(options));
    expect(new Set(told.map(({ person }) => person)).size).to.equal(120);
  });

  it("ends what somebody follows who takes no messages, and tries others again at the next change", async () => {
    let reachable = false;
    const { library, memory, options, follow, run, told } = telling((person) => {
      if (person === "1") return { id: "closed" };
      return person === "2" && !reachable ? { id: "refused", code: 50_035 } : null;
    });
    for (const person of ["1", "2", "3"]) await follow(LEADER, { person, seen: NOT_ANSWERED });
    const one = new FollowerTelling(options);
    await run(one);
    expect(told.map(({ person }) => person)).to.deep.equal(["3"]);
    expect(await memory.follows("1")).to.deep.equal({ ok: true, value: [] });
    reachable = true;
    await run(one);
    expect(told.map(({ person }) => person)).to.deep.equal(["3"]);
    await library.replace(withBridge);
    await run(one);
    expect(told.map(({ person }) => person)).to.deep.equal(["3", "2"]);
  });

  it("does not hammer at a Discord that is gone", async () => {
    const { options, follow, run, tries, lines } = telling(() => ({ id: "unreachable", reason: "ECONNREFUSED" }));
    for (let person = 1; person <= 20; person += 1) {
      await follow(LEADER, { person: String(person), seen: NOT_ANSWERED });
    }
    await run(new FollowerTelling(options));
    expect(tries).to.have.length(5);
    expect(lines.join()).to.contain("Not all who follow a question could be told");
  });

  it("does not write to somebody who stopped, or was forgotten, a moment ago", async () => {
    const { memory, options, follow, run, told } = telling();
    await follow(LEADER, { person: "1", seen: NOT_ANSWERED });
    await follow(LEADER, { person: "2", seen: NOT_ANSWERED });
    await run(new FollowerTelling({ ...options, pause: async () => void (await memory.forgetPerson("2")) }));
    expect(told.map(({ person }) => person)).to.deep.equal(["1"]);
  });

  it("starts over for a newer corpus, and tells nobody twice", async () => {
    const { library, options, follow, run, told } = telling();
    await follow(LEADER, { person: "1", seen: NOT_ANSWERED });
    await follow(PRICE, { person: "2" });
    await follow(LEADER, { person: "3", seen: NOT_ANSWERED });
    const first = new FollowerTelling({
      ...options,
      pause: async (_ms, signal) => {
        if (told.length > 1) return;
        await library.replace(withBridge);
        first.start();
        signal.throwIfAborted();
      },
    });
    await run(first);
    await first.whenIdle;
    expect(told.map(({ person }) => person)).to.deep.equal(["1", "2", "3"]);
  });

  it("stops when the bot does, and begins nothing afterwards", async () => {
    const { options, follow, told } = telling();
    for (const person of ["1", "2"]) await follow(LEADER, { person, seen: NOT_ANSWERED });
    const one = new FollowerTelling({
      ...options,
      pause: async (_ms, signal) => {
        await sleep(60_000, undefined, { signal });
      },
    });
    one.start();
    while (told.length === 0) await sleep(5);
    await one.close();
    one.start();
    await one.whenIdle;
    expect(told).to.have.length(1);
  });

  it("waits until questions are answered as well as they will be", async () => {
    let settle = (): void => {};
    const settled = new Promise<void>((resolve) => {
      settle = resolve;
    });
    const { options, follow, told } = telling();
    await follow(LEADER, { seen: NOT_ANSWERED });
    const one = new FollowerTelling({ ...options, whenSettled: async () => settled });
    one.start();
    await sleep(30);
    expect(told).to.have.length(0);
    settle();
    await one.whenIdle;
    expect(told).to.have.length(1);
  });

  it("gives up where what is kept does not answer, or says no", async () => {
    for (const followsAfter of [
      async () => new Promise<never>(() => {}),
      async () => ({ ok: false, error: { id: "store-unavailable", reason: "gone" } }) as const,
    ]) {
      const { options, follow, run, told, lines } = telling(() => null, { followsAfter });
      await follow(LEADER, { seen: NOT_ANSWERED });
      await run(new FollowerTelling(options));
      expect(told).to.have.length(0);
      expect(lines.join()).to.match(/gone|does not answer/u);
    }
  });

  it("is not held up by a question that fails or never ends", async () => {
    const { library, options, follow, run, told } = telling();
    await follow("broken canary", { person: "1", seen: NOT_ANSWERED });
    await follow("endless canary", { person: "2", seen: NOT_ANSWERED });
    await follow(LEADER, { person: "3", seen: NOT_ANSWERED });
    const served = library.current();
    const odd = {
      ...served,
      ask: async (question: Parameters<typeof served.ask>[0]) => {
        if (question.text.startsWith("broken")) throw new Error(question.text);
        return question.text.startsWith("endless") ? new Promise<never>(() => {}) : served.ask(question);
      },
    };
    await run(new FollowerTelling({ ...options, libraries: onlyLibrary(odd), deadlineMs: 50 }));
    expect(told.map(({ person }) => person)).to.deep.equal(["3"]);
  });

  it("never logs what people follow", async () => {
    const { options, follow, run, lines } = telling((person) => (person === "1" ? { id: "closed" } : null));
    for (const person of ["1", "2"]) await follow(`${LEADER} canary`, { person, seen: "1a;AAAAAA;" });
    await run(new FollowerTelling(options));
    expect(lines.join()).to.contain('"told":').and.not.contain("canary").and.not.contain(LEADER);
  });

  it("fits into a message whatever was followed, and where it cannot be asked any more", async () => {
    const { options, follow, run, told } = telling();
    const hostile = `@everyone [x](https://evil.example) **${"|~*_`".repeat(60)}`;
    await follow(hostile, { person: "1", seen: "1a;AAAAAA;" });
    await follow("publisher:nobody who leads the union", { person: "2", seen: "1a;AAAAAA;" });
    await run(new FollowerTelling(options));
    expect(told.length).to.be.greaterThan(0);
    for (const { reply } of told) {
      toMessage(reply, (what) => expect.fail(`${what} was shortened`));
      expect(reply.body).not.to.match(/(?<!\\)@everyone/u);
      expect(JSON.stringify(reply.controls)).to.contain("Stop following");
    }
  });
});

import { expect } from "chai";
import { LanguageChoice } from "../../src/discord/language.ts";
import { ServerSettingsCache } from "../../src/discord/server-settings.ts";
import { IN_PASSING } from "../../src/discord/setting-cache.ts";
import type { Store } from "../../src/domain/store.ts";
import { shippedLanguages } from "../fixtures/languages.ts";
import { memoryStore } from "../fixtures/store.ts";

const who = { person: "7", channel: "71", server: "70", inThread: false };
const DANISH = { who, locale: "da" };
const FRENCH = { who, locale: "fr" };
const FAILED = { ok: false, error: { id: "store-unavailable", reason: "gone" } } as const;

/** A choice over a store, by a clock that a test sets, and how often the store was asked. */
function choosing(changes: Partial<Store> = {}, most = 10) {
  const clock = { now: 0 };
  const asked: string[] = [];
  const memory = memoryStore();
  const store: Store = {
    ...memory,
    language: async (person) => {
      asked.push(person);
      return memory.language(person);
    },
    serverSettings: async (server) => {
      asked.push(server);
      return memory.serverSettings(server);
    },
    ...changes,
  };
  const settings = new ServerSettingsCache(store, () => clock.now);
  const choice = new LanguageChoice(shippedLanguages(), settings, () => clock.now, most);
  const tag = async (asker: Parameters<typeof choice.wordsFor>[0]) => (await choice.wordsFor(asker)).language;
  return { choice, clock, asked, memory, tag };
}

describe("the language of an answer", () => {
  it("is the person's own, else that of Discord, else the server's, else English", async () => {
    const { choice, tag } = choosing();
    expect(await tag(DANISH)).to.equal("en");
    await choice.store.setServerSettings("70", { language: "it" }, null);
    expect(await tag(DANISH)).to.equal("it");
    expect(await tag(FRENCH)).to.equal("fr");
    expect(await tag({ who, locale: "en-US" })).to.equal("en");
    await choice.store.setLanguage("7", "sq");
    expect(await tag(DANISH)).to.equal("sq");
    expect(await tag(FRENCH)).to.equal("sq");
    expect(await tag({ who: { ...who, person: "8" }, locale: "es-419" })).to.equal("es");
  });

  it("is not one that the bot does not speak, whoever set it", async () => {
    const { choice, tag } = choosing();
    await choice.store.setServerSettings("70", { language: "tlh" }, null);
    await choice.store.setLanguage("7", "not a tag");
    expect(await tag(FRENCH)).to.equal("fr");
    expect(await tag(DANISH)).to.equal("en");
  });

  it("goes by the locale alone where nobody is known, and by no server in direct messages", async () => {
    const { asked, tag } = choosing();
    expect(await tag({ who: null, locale: "de" })).to.equal("de");
    expect(await tag({ who: { ...who, server: null }, locale: "da" })).to.equal("en");
    expect(asked).to.deep.equal(["7"]);
  });

  it("changes at once for whoever changes it here, and is forgotten with the person", async () => {
    const { choice, tag } = choosing();
    expect(await tag(FRENCH)).to.equal("fr");
    await choice.store.setLanguage("7", "de");
    expect(await tag(FRENCH)).to.equal("de");
    await choice.store.forgetPerson("7");
    expect(await tag(FRENCH)).to.equal("fr");
  });

  it("is looked up once in some minutes", async () => {
    const { asked, clock, memory, tag } = choosing();
    await tag(FRENCH);
    await memory.setLanguage("7", "de");
    clock.now += IN_PASSING.keepMs - 1;
    expect(await tag(FRENCH)).to.equal("fr");
    expect(asked).to.have.length(1);
    clock.now += 1;
    expect(await tag(FRENCH)).to.equal("de");
    expect(asked).to.have.length(2);
  });

  it("is remembered of so many people only", async () => {
    const { asked, tag } = choosing({}, 2);
    for (const person of ["1", "2", "3", "3", "1"]) await tag({ who: { ...who, person }, locale: "fr" });
    expect(asked).to.deep.equal(["1", "2", "3", "1"]);
  });

  it("does not wait for a store that never answers, and asks it rarely", async () => {
    let asked = 0;
    const language = async () => {
      asked += 1;
      return new Promise<never>(() => {});
    };
    const { clock, tag } = choosing({ language });
    for (let time = 0; time < 3; time += 1) {
      expect(await tag(FRENCH)).to.equal("fr");
      clock.now += IN_PASSING.retryMs / 3;
    }
    expect(asked).to.equal(1);
    expect(await tag(FRENCH)).to.equal("fr");
    expect(asked).to.equal(2);
  });

  it("takes an answer that comes late the next time", async () => {
    let tell: (language: string) => void = () => {};
    const late = new Promise<string>((resolve) => {
      tell = resolve;
    });
    const { tag } = choosing({ language: async () => ({ ok: true, value: await late }) });
    expect(await tag(FRENCH)).to.equal("fr");
    tell("it");
    await late;
    expect(await tag(FRENCH)).to.equal("it");
  });

  it("is the one known last while the store fails, in whichever way", async () => {
    let failing: "not" | "failing" | "throwing" = "not";
    const memory = memoryStore();
    await memory.setLanguage("7", "it");
    const language: Store["language"] = async (person) => {
      if (failing === "throwing") throw new Error("broken");
      return failing === "failing" ? FAILED : memory.language(person);
    };
    const { clock, tag } = choosing({ language });
    expect(await tag(FRENCH)).to.equal("it");
    for (const way of ["failing", "throwing"] as const) {
      failing = way;
      clock.now += IN_PASSING.keepMs;
      expect(await tag(FRENCH)).to.equal("it");
      expect(await tag({ who: { ...who, person: "8" }, locale: "fr" })).to.equal("fr");
    }
  });
});

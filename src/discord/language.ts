import type { Store } from "../domain/store.ts";
import type { Who } from "../domain/who.ts";
import type { Languages, Words } from "../domain/words.ts";
import { SettingCache, type SettingCacheOptions } from "./setting-cache.ts";

/** Somebody to answer. */
export interface Asker {
  /** Null where Discord does not tell. */
  readonly who: Who | null;
  /** Of the person's client. */
  readonly locale: string;
}

/**
 * In which language to answer somebody: the one the person has set, else that of Discord's locale, else the one set for
 * the server, else English. What the bot does not speak counts as not set.
 */
export class LanguageChoice {
  /** For commands: what they set with it is heeded from then on. */
  readonly store: Store;
  readonly #languages: Languages;
  readonly #ofPersons: SettingCache;
  readonly #ofServers: SettingCache;

  constructor(languages: Languages, store: Store, options?: SettingCacheOptions, now?: () => number) {
    this.#languages = languages;
    this.#ofPersons = new SettingCache(async (person) => store.language(person), options, now);
    this.#ofServers = new SettingCache(async (server) => languageOf(store, server), options, now);
    this.store = this.#heeding(store);
  }

  /** Never rejects, and waits for the store no longer than a cache does. */
  async wordsFor({ who, locale }: Asker): Promise<Words> {
    const { nearest, english } = this.#languages;
    const ofLocale = nearest(locale);
    const [ofPerson, ofServer] = await Promise.all([
      who === null ? null : this.#ofPersons.get(who.person),
      // Nobody waits for what could not matter.
      ofLocale !== null || who === null || who.server === null ? null : this.#ofServers.get(who.server),
    ]);
    const set = ofPerson === null ? null : nearest(ofPerson);
    return set ?? ofLocale ?? (ofServer === null ? null : nearest(ofServer)) ?? english;
  }

  #heeding(store: Store): Store {
    return {
      ...store,
      setLanguage: async (person, language) => {
        const set = await store.setLanguage(person, language);
        this.#ofPersons.forget(person);
        return set;
      },
      forgetPerson: async (person) => {
        const forgotten = await store.forgetPerson(person);
        this.#ofPersons.forget(person);
        return forgotten;
      },
      setServerSettings: async (server, change, entry) => {
        const set = await store.setServerSettings(server, change, entry);
        this.#ofServers.forget(server);
        return set;
      },
    };
  }
}

async function languageOf(store: Store, server: string): ReturnType<Store["language"]> {
  const settings = await store.serverSettings(server);
  return settings.ok ? { ok: true, value: settings.value.language } : settings;
}

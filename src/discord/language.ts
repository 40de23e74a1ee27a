import type { Store } from "../domain/store.ts";
import type { Who } from "../domain/who.ts";
import type { Languages, Words } from "../domain/words.ts";
import type { ServerSettingsCache } from "./server-settings.ts";
import { IN_PASSING, SettingCache } from "./setting-cache.ts";

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
  readonly #settings: ServerSettingsCache;
  readonly #ofPersons: SettingCache<string | null>;

  /**
   * @param now the time in milliseconds since 1970
   * @param most persons whose language is remembered
   */
  constructor(languages: Languages, settings: ServerSettingsCache, now?: () => number, most?: number) {
    const { store } = settings;
    this.#languages = languages;
    this.#settings = settings;
    this.#ofPersons = new SettingCache(async (person) => store.language(person), now, most);
    this.store = this.#heeding(store);
  }

  /** Never rejects, and waits for the store no longer than a cache does. */
  async wordsFor({ who, locale }: Asker): Promise<Words> {
    const { nearest, english } = this.#languages;
    const ofLocale = nearest(locale);
    const [ofPerson, server] = await Promise.all([
      who === null ? null : this.#ofPersons.get(who.person, IN_PASSING),
      // Nobody waits for what could not matter.
      ofLocale !== null || who === null || who.server === null ? null : this.#settings.known(who.server),
    ]);
    const set = nearest(ofPerson?.value ?? "");
    return set ?? ofLocale ?? nearest(server?.language ?? "") ?? english;
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
    };
  }
}

import type { ServerSettings, Store } from "../domain/store.ts";
import { IN_PASSING, SettingCache, type Known, type Patience } from "./setting-cache.ts";

/** For what decides who may do what: another process may have changed it, and a moderator turned away would be wronged. */
export const FOR_RULES: Patience = Object.freeze({ keepMs: 60_000, retryMs: 2_000, deadlineMs: 1_000 });

/** What servers have set, remembered for a while. */
export class ServerSettingsCache {
  /** For commands: what they set with it counts from then on. */
  readonly store: Store;
  readonly #cache: SettingCache<ServerSettings>;

  /** @param now the time in milliseconds since 1970 */
  constructor(store: Store, now?: () => number) {
    this.#cache = new SettingCache(async (server) => store.serverSettings(server), now);
    this.store = {
      ...store,
      setServerSettings: async (server, change, entry) => {
        const set = await store.setServerSettings(server, change, entry);
        this.#cache.forget(server);
        return set;
      },
    };
  }

  /** As known, some minutes old perhaps; null where nothing is. Hardly ever waits, never rejects. */
  async known(server: string): Promise<ServerSettings | null> {
    return (await this.#cache.get(server, IN_PASSING))?.value ?? null;
  }

  /** At most a minute old where current. Waits a second at most, and never rejects. */
  async current(server: string): Promise<Known<ServerSettings> | null> {
    return this.#cache.get(server, FOR_RULES);
  }
}

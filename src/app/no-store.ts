import type { Result } from "../domain/result.ts";
import type { Store, StoreFailure } from "../domain/store.ts";

/** A store that remembers nothing and says so, each time it is asked. */
export function noStore(reason: string): Store {
  const fail = (): Promise<Result<never, StoreFailure>> =>
    Promise.resolve({ ok: false, error: { id: "store-unavailable", reason } });
  return {
    addFeedback: fail,
    feedback: fail,
    addQuestion: fail,
    openQuestions: fail,
    follow: fail,
    unfollow: fail,
    follows: fail,
    followsAfter: fail,
    setSeen: fail,
    language: fail,
    setLanguage: fail,
    serverSettings: fail,
    setServerSettings: fail,
    exportPerson: fail,
    forgetPerson: fail,
    expireQuestions: fail,
    check: fail,
    close: () => Promise.resolve(),
  };
}

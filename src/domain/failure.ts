/**
 * Why the program as a whole cannot go on, or an interaction could not be answered. The words are in
 * `present/operator/failures.ts`, the exit codes in `ops/exit-codes.ts`.
 */
export type Failure =
  | { readonly id: "configuration-invalid"; readonly problems: readonly ConfigurationProblem[] }
  | { readonly id: "corpus-empty"; readonly folders: readonly string[] }
  /** A folder given as a corpus holds several events, and nobody said which is meant. */
  | { readonly id: "several-events"; readonly folder: string; readonly events: readonly string[] }
  /** A file that comes with the program is missing or damaged. */
  | { readonly id: "model-unreadable"; readonly file: string; readonly reason: string }
  /** A catalogue of the bot's words is missing or damaged. */
  | { readonly id: "language-unreadable"; readonly file: string; readonly reason: string }
  /** The operator has set a sentence model that is not installed; or that is, and does not work. */
  | { readonly id: "sentence-model-missing"; readonly name: string }
  | { readonly id: "sentence-model-unusable"; readonly name: string; readonly reason: string }
  | { readonly id: "token-refused" }
  | { readonly id: "api-unreachable"; readonly address: string; readonly reason: string }
  | { readonly id: "gateway-refused"; readonly code: number }
  | { readonly id: "commands-refused"; readonly reason: string }
  | { readonly id: "port-taken"; readonly port: number }
  /** What the bot remembers is there and cannot be used. `file` is null where it is the database of DATABASE_URL. */
  | {
      readonly id: "store-unreadable";
      readonly file: string | null;
      /** `newer`: written by a later version of the program. `unusable`: anything else, as `reason` tells. */
      readonly why: "damaged" | "not-ours" | "newer" | "unusable";
      readonly reason: string;
    }
  /** The database of DATABASE_URL does not answer, or refuses us. `reason` holds no secret. */
  | { readonly id: "store-unreachable"; readonly reason: string }
  | { readonly id: "unexpected"; readonly reference: string };

export type FailureId = Failure["id"];

/** One key of the environment that cannot be used as it is. Its value is never repeated: it may be a secret. */
export interface ConfigurationProblem {
  readonly key: string;
  readonly expected: string;
}

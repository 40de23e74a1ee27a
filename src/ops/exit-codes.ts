import type { Failure, FailureId } from "../domain/failure.ts";

/** What the process says with its exit code, so that a supervisor can tell what restarting will not mend. */
export const EXIT_CODES = Object.freeze({
  ok: 0,
  unexpected: 1,
  usage: 2,
  "configuration-invalid": 3,
  "corpus-empty": 4,
  "token-refused": 5,
  "api-unreachable": 6,
  "gateway-refused": 7,
  "commands-refused": 8,
  "port-taken": 9,
  "corpus-has-problems": 10,
  "model-unreadable": 11,
  "sentence-model-missing": 12,
  "sentence-model-unusable": 13,
  "store-unreadable": 14,
  "store-unreachable": 15,
  "language-unreadable": 16,
  "gold-fails": 17,
  "answers-differ": 18,
  "not-confirmed": 19,
} as const satisfies Record<
  | Exclude<FailureId, "several-events">
  | "ok"
  | "usage"
  | "corpus-has-problems"
  | "gold-fails"
  | "answers-differ"
  | "not-confirmed",
  number
>);

/** The code to exit with after a failure. */
export function exitCodeOf(failure: Failure): number {
  // Which of several events is meant is for the configuration to say.
  return EXIT_CODES[failure.id === "several-events" ? "configuration-invalid" : failure.id];
}

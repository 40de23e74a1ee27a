import { LIMITS } from "../present/text/limits.ts";

/** How long each step may take, in milliseconds. */
export interface Deadlines {
  /** From connecting to ready and registered. */
  readonly startMs: number;
  /** Pause before the second attempt to connect; the third waits three times as long. */
  readonly retryPauseMs: number;
  /** A command that takes longer is deferred: "… is thinking". */
  readonly deferAfterMs: number;
  /** From receiving an interaction until its first answer must have arrived; Discord's own clock began earlier. */
  readonly firstAnswerMs: number;
  /** How long a command may run before it is stopped, unless it says otherwise. */
  readonly runMs: number;
  /** From deferring until progress is first shown: work that is nearly done is not worth a flash of words. */
  readonly progressAfterMs: number;
  /** Pause between two reports of progress. */
  readonly progressMs: number;
  /** From receiving an autocomplete interaction until its choices leave. */
  readonly autocompleteMs: number;
  /** For an edit, a follow-up or a direct message to arrive. */
  readonly sendMs: number;
  /** How long shutting down waits for answers begun. */
  readonly closeMs: number;
}

export const DEADLINES: Deadlines = Object.freeze({
  startMs: 30_000,
  retryPauseMs: 500,
  deferAfterMs: 1_000,
  firstAnswerMs: LIMITS.interaction.firstAnswerMs - 200,
  runMs: 10_000,
  progressAfterMs: 2_000,
  progressMs: 1_000,
  autocompleteMs: 2_000,
  sendMs: 20_000,
  closeMs: 5_000,
});

import type { AttachedFile } from "./command.ts";
import type { Failure } from "./failure.ts";
import type { FetchFailure } from "./fetching.ts";
import type { FilledGap, Gap } from "./gap.ts";
import type { GoldQuestion, GoldResult, Regression } from "./gold.ts";
import type { GivenFields, PlannedArticle } from "./intake.ts";
import type { CorpusStats, KeepingFailure, KeptArticle, RefusedArticle, WithdrawnArticle } from "./keeping.ts";
import type { Coverage } from "./picture.ts";
import type { Problem } from "./problem.ts";
import type { Result } from "./result.ts";

/** Where a maintainer says that articles are. */
export type Offer =
  { readonly type: "link"; readonly url: string } | { readonly type: "attachment"; readonly file: AttachedFile };

/** How far long work has come, for whoever waits for it. */
export type CuratingStep =
  | { readonly id: "fetching"; readonly host: string; readonly bytes: number }
  | { readonly id: "reading"; readonly source: string }
  | { readonly id: "fetching-entries"; readonly done: number; readonly of: number }
  | { readonly id: "comparing"; readonly articles: number }
  | { readonly id: "writing"; readonly done: number; readonly of: number }
  /** The corpus is read again, aside. */
  | { readonly id: "loading" }
  | { readonly id: "checking"; readonly done: number; readonly of: number };

/** Ends long work, and is told how far it has come. */
export interface Watching {
  readonly signal: AbortSignal;
  readonly onStep: (step: CuratingStep) => void;
}

/** Why something could not be done with the corpus. What was there is there still. */
export type CuratorFailure =
  /** Its corpus is made of files that are only read: JSON Lines, or several folders at once. */
  | { readonly id: "read-only"; readonly event: string }
  | { readonly id: "event-unknown" }
  | { readonly id: "not-fetched"; readonly failure: FetchFailure }
  /** Nothing in it can be taken over: its problems say why. */
  | { readonly id: "nothing-found"; readonly problems: readonly Problem[] }
  /** What was shown for confirming is too old, or was confirmed already, or the program was started anew since. */
  | { readonly id: "preview-gone" }
  | { readonly id: "not-kept"; readonly failure: KeepingFailure }
  /** What people asked cannot be looked up. */
  | { readonly id: "store-unavailable" }
  /** `taken`: it is asked already. `full`: there are as many as there may be. `unsound`: the file, or what it would become. */
  | { readonly id: "gold-refused"; readonly why: "taken" | "full" | "unknown" | "unsound" };

/** What adding would do. Nothing is written yet. */
export interface Preview {
  /** Of `[A-Za-z0-9_-]`, at most 16 characters; good for half an hour, and until the program ends. */
  readonly id: string;
  /** Id of the event. */
  readonly event: string;
  /** Articles in the order of the source; those that are there already among them. At least one. */
  readonly planned: readonly PlannedArticle[];
  /** What is uncertain about them, and what of the source could not be read. */
  readonly problems: readonly Problem[];
  /** What the maintainer has said of it so far. */
  readonly given: GivenFields;
}

/** What became of a corpus that was loaded again. */
export type ReloadOutcome =
  | {
      readonly type: "served";
      readonly event: string;
      readonly name: string;
      /** Version of the corpus that is served now. */
      readonly version: string;
      readonly articles: number;
      readonly added: readonly string[];
      readonly changed: readonly string[];
      readonly withdrawn: readonly string[];
      /** Files that were left out, and why; warnings are not among them. */
      readonly problems: readonly Problem[];
      /** Gold questions that went wrong by it; empty where none did, or none are asked. */
      readonly regressions: readonly Regression[];
      /** What people had asked in vain and is answered through what was added or changed. */
      readonly filled: readonly FilledGap[];
      readonly seconds: number;
    }
  /** What was served before is served on. */
  | {
      readonly type: "refused";
      readonly event: string;
      readonly name: string;
      readonly why:
        | { readonly id: "failed"; readonly failure: Failure }
        | { readonly id: "gold"; readonly regressions: readonly Regression[] };
      readonly problems: readonly Problem[];
    }
  | { readonly type: "dropped"; readonly event: string; readonly name: string };

/** What became of what was confirmed. */
export interface Confirmation {
  readonly kept: readonly KeptArticle[];
  readonly refused: readonly RefusedArticle[];
  /** Null where nothing was to be loaded again. */
  readonly reload: ReloadOutcome | null;
}

/** How a corpus is, for its maintainers. */
export interface CorpusState {
  readonly event: string;
  readonly name: string;
  readonly version: string;
  readonly stats: CorpusStats;
  readonly coverage: Coverage;
  /** Files that are left out at present. */
  readonly problems: readonly Problem[];
  /** ISO 8601 instant at which it was loaded, and what came of the last attempt to load it. */
  readonly loadedAt: string;
  readonly last: ReloadOutcome | null;
  /** Gold questions that fail now, of how many; null where there are none. */
  readonly gold: { readonly failed: readonly GoldResult[]; readonly of: number } | null;
  /** Whether articles can be added from here. */
  readonly isWritable: boolean;
}

/**
 * Keeps the articles of the events that are served, for maintainers who are elsewhere. Events are named by id; null is the
 * first. Every method that takes long stops when its signal fires, and rejects with its reason; what is written by then
 * stays, whole.
 */
export interface Curator {
  /** Reads what is offered and says what adding it would do. */
  preview(
    event: string | null,
    offer: Offer,
    given: GivenFields,
    watching: Watching,
  ): Promise<Result<Preview, CuratorFailure>>;
  /** A preview as it was shown last; null where it is too old, or was used already. */
  previewed(preview: string): Preview | null;
  /** The same preview once more, with other words of the maintainer's; what was read is not read again. */
  amend(preview: string, given: GivenFields): Promise<Result<Preview, CuratorFailure>>;
  /** Writes what was previewed and serves it. */
  confirm(preview: string, watching: Watching): Promise<Result<Confirmation, CuratorFailure>>;
  /** Forgets a preview. */
  discard(preview: string): void;
  /** Takes an article out; it is kept aside. @param reason at most 300 characters */
  withdraw(
    event: string | null,
    article: string,
    reason: string,
    watching: Watching,
  ): Promise<Result<ReloadOutcome | null, CuratorFailure>>;
  restore(
    event: string | null,
    article: string,
    watching: Watching,
  ): Promise<Result<ReloadOutcome | null, CuratorFailure>>;
  /** The articles that were taken out and can be put back, by id. */
  withdrawn(event: string | null): Promise<Result<readonly WithdrawnArticle[], CuratorFailure>>;
  status(event: string | null, signal: AbortSignal): Promise<Result<CorpusState, CuratorFailure>>;
  /** The questions by which the corpus is checked, each with whether it passes now. */
  gold(event: string | null, watching: Watching): Promise<Result<readonly GoldResult[], CuratorFailure>>;
  /** The same questions, without asking them. */
  goldQuestions(event: string | null): Promise<Result<readonly GoldQuestion[], CuratorFailure>>;
  /** What people of a server ask in vain about an event, those asked most often first. */
  gaps(event: string | null, server: string, watching: Watching): Promise<Result<readonly Gap[], CuratorFailure>>;
  /** @param gold its id is made of the question */
  addGold(
    event: string | null,
    gold: Pick<GoldQuestion, "question" | "expect" | "articles" | "contains" | "note">,
  ): Promise<Result<GoldQuestion, CuratorFailure>>;
  removeGold(event: string | null, id: string): Promise<Result<GoldQuestion, CuratorFailure>>;
  /** Loads the corpora of all events again. */
  reload(watching: Watching): Promise<readonly ReloadOutcome[]>;
}

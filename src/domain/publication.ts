import type { Article, PartialDate } from "./article.ts";
import type { DateMention } from "./sentence.ts";

/** A sentence as it stood in its article when it was cited: enough to find it again, and to see that it is another now. */
export interface Citation {
  /** Id of the article. */
  readonly article: string;
  /** `body.slice(start, end) === text` of the article as it was then. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Dates that a reader needs spelled out ("on Saturday"), in order; offsets into `text`. At most ten. */
  readonly dates: readonly DateMention[];
  /** What a footnote needs, also when the article has gone. */
  readonly source: Pick<Article, "title" | "publisher" | "agency" | "url" | "published" | "language" | "kind"> & {
    /** Address that leads to the very passage, where there is one. */
    readonly passageUrl: string | null;
  };
}

/** What a line stands under. */
export type Heading =
  /** A date of a timeline: first and last day, `YYYY-MM-DD`. */
  | {
      readonly type: "date";
      readonly from: string;
      readonly to: string;
      readonly precision: "day" | "month" | "year" | "range";
      /** Other days that other articles give. */
      readonly otherDates: readonly PartialDate[];
    }
  | { readonly type: "shared" }
  | { readonly type: "single"; readonly publisher: string }
  | { readonly type: "contradiction"; readonly about: "date" | "number" | "name" | "stance"; readonly value: string };

/** One sentence of a publication. There is none without a source. */
export interface PublicationLine {
  /** Of `[a-z0-9]`, at most 4 characters; no other line of the publication has or had it. */
  readonly id: string;
  readonly cited: Citation;
  /** Sentences of other articles that say the same; at most three. */
  readonly also: readonly Citation[];
  readonly heading: Heading | null;
  /** Ids of lines that contradict it. */
  readonly contested: readonly string[];
  /** What became of the sentence since it was posted; null where it stands as it did. */
  readonly correction: LineCorrection | null;
}

export interface LineCorrection {
  /**
   * `withdrawn`: the article has gone. `changed`: it is there, the sentence is not. `struck`: a moderator took the line
   * back.
   */
  readonly how: "withdrawn" | "changed" | "struck";
  /** ISO 8601 instant. */
  readonly at: string;
}

/**
 * `draft` → (`awaiting-approval` →) `posting` → `posted` → `removed`. A draft is `discarded`; one sent back is a draft
 * again. From `posting` on it is the bot's to see that it goes out, once; where it cannot, it is a draft again, or awaits
 * approval again, and a digest is `failed`. One that is `posting` and has a message already
 * stands in its channel, and is being corrected there.
 */
export type PublicationState =
  "draft" | "awaiting-approval" | "posting" | "posted" | "removed" | "discarded" | "failed";

/** What somebody posts, or means to post, in a channel: sentences with their sources, and a few words of their own. */
export interface Publication {
  /** Of `[A-Za-z0-9_-]`, at most 16 characters, made by the store. */
  readonly id: string;
  readonly server: string;
  /** Id of the event it is about; null for one from before there could be several. */
  readonly event: string | null;
  /** Where it goes, or stands. */
  readonly channel: string;
  readonly kind: "summary" | "timeline" | "comparison" | "digest";
  readonly topic: string | null;
  /** Period asked for. */
  readonly since: PartialDate | null;
  readonly until: PartialDate | null;
  /** Language of everything in it but the sentences: a catalogue's tag. */
  readonly language: string;
  /** The moderator's own words; null for none. At most 120 and 600 characters. */
  readonly title: string | null;
  readonly note: string | null;
  /** At most 25, in order. */
  readonly lines: readonly PublicationLine[];
  /** Version of the corpus from which its lines are. */
  readonly corpusVersion: string;
  /** Who began it and who agreed to it; null for the bot itself, for nobody, and for somebody who was forgotten. */
  readonly author: string | null;
  readonly approver: string | null;
  readonly state: PublicationState;
  /** Counts changes: whoever changes it names the one they saw. */
  readonly revision: number;
  /** Id of the message it became; null before. */
  readonly message: string | null;
  /** For a digest, its id and the instant it was due, in one string, which no other publication has. */
  readonly slot: string | null;
  /** ISO 8601 instants. */
  readonly createdAt: string;
  readonly changedAt: string;
  readonly postedAt: string | null;
}

/** What can be changed of a publication. */
export type PublicationChange = Partial<
  Pick<
    Publication,
    | "channel"
    | "topic"
    | "title"
    | "note"
    | "lines"
    | "corpusVersion"
    | "approver"
    | "state"
    | "message"
    | "postedAt"
    | "language"
  >
>;

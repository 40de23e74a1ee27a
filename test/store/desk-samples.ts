import type { DigestPlan } from "../../src/domain/digest-plan.ts";
import type { NewLogEntry } from "../../src/domain/log.ts";
import type { Citation, Publication, PublicationLine } from "../../src/domain/publication.ts";

export const NEW_AT = "2026-05-01T10:00:00.000Z";

export function citationOf(changed: Partial<Citation> = {}): Citation {
  return {
    article: "ferry-sank",
    start: 4,
    end: 19,
    text: "It sank Monday.",
    dates: [
      { text: "Monday", start: 8, end: 14, from: "2021-05-03", to: "2021-05-03", precision: "day", relative: true },
    ],
    source: {
      title: "A ferry sank",
      publisher: "The Harbour Gazette",
      agency: null,
      url: "https://news.example/ferry",
      published: "2021-05",
      language: "en",
      kind: "brief",
      passageUrl: null,
    },
    ...changed,
  };
}

export function lineOf(changed: Partial<PublicationLine> = {}): PublicationLine {
  return { id: "a", cited: citationOf(), also: [], heading: null, contested: [], correction: null, ...changed };
}

export type NewPublication = Omit<Publication, "id" | "revision" | "changedAt">;

export function draftOf(changed: Partial<NewPublication> = {}): NewPublication {
  return {
    server: "7",
    event: "ferry",
    channel: "70",
    kind: "summary",
    topic: "the ferry",
    since: "2021-05",
    until: null,
    language: "de",
    title: null,
    note: null,
    lines: [lineOf()],
    corpusVersion: "0123456789ab",
    author: "100",
    approver: null,
    state: "draft",
    message: null,
    slot: null,
    createdAt: NEW_AT,
    postedAt: null,
    ...changed,
  };
}

export function planOf(
  changed: Partial<Omit<DigestPlan, "id" | "revision">> = {},
): Omit<DigestPlan, "id" | "revision"> {
  return {
    server: "7",
    event: "ferry",
    channel: "70",
    days: [1, 5],
    hour: 8,
    timeZone: "Europe/Tirane",
    topic: null,
    language: "sq",
    paused: false,
    evenIfNothing: false,
    toldUntil: NEW_AT,
    author: "100",
    ...changed,
  };
}

export function entryOf(changed: Partial<NewLogEntry> = {}): NewLogEntry {
  return { server: "7", at: NEW_AT, person: "100", deed: "drafted", subject: null, detail: null, ...changed };
}

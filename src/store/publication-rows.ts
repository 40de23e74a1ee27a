import { z } from "zod";
import type { Citation, Publication, PublicationChange, PublicationLine } from "../domain/publication.ts";
import { clip, idOf, instantOf } from "./border.ts";
import { LIMITS } from "./limits.ts";
import { parseKept } from "./parse-kept.ts";
import type { Tables } from "./tables.ts";

const text = z.string();
const offset = z.int().nonnegative();

const citation = z.object({
  article: text,
  start: offset,
  end: offset,
  text,
  source: z.object({
    title: text,
    publisher: text,
    agency: text.nullable(),
    url: text.nullable(),
    published: text.nullable(),
    language: text,
    kind: z.enum(["brief", "original"]),
    passageUrl: text.nullable(),
  }),
});

const heading = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("date"),
    from: text,
    to: text,
    precision: z.enum(["day", "month", "year", "range"]),
    otherDates: z.array(text),
  }),
  z.object({ type: z.literal("shared") }),
  z.object({ type: z.literal("single"), publisher: text }),
  z.object({ type: z.literal("contradiction"), about: z.enum(["date", "number", "name", "stance"]), value: text }),
]);

const LINES: z.ZodType<readonly PublicationLine[]> = z.array(
  z.object({
    id: text,
    cited: citation,
    also: z.array(citation),
    heading: heading.nullable(),
    contested: z.array(text),
    correction: z.object({ how: z.enum(["withdrawn", "changed", "struck"]), at: text }).nullable(),
  }),
);

/** Lines as they are kept. What is cited is never cut within: it would not be what the article says. */
function keptLines(lines: readonly PublicationLine[]): string {
  return JSON.stringify(lines.slice(0, LIMITS.lines).map((line) => keptLine(line)));
}

function keptLine({ cited, also, ...line }: PublicationLine): PublicationLine {
  const others = also.slice(0, LIMITS.also).map((one) => keptCitation(one));
  return { ...line, cited: keptCitation(cited), also: others };
}

/** @throws RangeError where the sentence is longer than any sentence is */
function keptCitation({ article, start, end, text: cited, source }: Citation): Citation {
  const told = clip(cited, LIMITS.sentence);
  if (told.length !== cited.length) throw new RangeError("a sentence of at most 4,000 characters was expected");
  const short = (given: string | null): string | null => (given === null ? null : clip(given, LIMITS.sourceText));
  return {
    article: clip(article, LIMITS.ref),
    start,
    end,
    text: told,
    source: {
      ...source,
      title: clip(source.title, LIMITS.sourceText),
      publisher: clip(source.publisher, LIMITS.sourceText),
      agency: short(source.agency),
      url: short(source.url),
      passageUrl: short(source.passageUrl),
    },
  };
}

/** A publication as it is kept, but for what the store makes. */
export function publicationRow(
  given: Omit<Publication, "id" | "revision" | "changedAt">,
): Omit<Tables["publications"], "id" | "revision"> {
  const created = instantOf(given.createdAt);
  return {
    server: idOf(given.server),
    channel: idOf(given.channel),
    kind: given.kind,
    topic: clipped(given.topic, LIMITS.topic),
    since: clipped(given.since, LIMITS.ref),
    until: clipped(given.until, LIMITS.ref),
    language: clip(given.language, LIMITS.language),
    title: clipped(given.title, LIMITS.title),
    note: clipped(given.note, LIMITS.note),
    lines: keptLines(given.lines),
    corpus_version: clip(given.corpusVersion, LIMITS.corpusVersion),
    author: given.author === null ? null : idOf(given.author),
    approver: given.approver === null ? null : idOf(given.approver),
    state: given.state,
    message: given.message === null ? null : idOf(given.message),
    slot: clipped(given.slot, LIMITS.slot),
    created_at: created,
    changed_at: created,
    posted_at: given.postedAt === null ? null : instantOf(given.postedAt),
  };
}

/** What of a row a change sets. */
export function changedColumns(change: PublicationChange): Partial<Tables["publications"]> {
  const { channel, topic, title, note, lines, corpusVersion, approver, state, message, postedAt, language } = change;
  return {
    ...(channel !== undefined && { channel: idOf(channel) }),
    ...(topic !== undefined && { topic: clipped(topic, LIMITS.topic) }),
    ...(title !== undefined && { title: clipped(title, LIMITS.title) }),
    ...(note !== undefined && { note: clipped(note, LIMITS.note) }),
    ...(lines !== undefined && { lines: keptLines(lines) }),
    ...(corpusVersion !== undefined && { corpus_version: clip(corpusVersion, LIMITS.corpusVersion) }),
    ...(approver !== undefined && { approver: approver === null ? null : idOf(approver) }),
    ...(state !== undefined && { state }),
    ...(message !== undefined && { message: message === null ? null : idOf(message) }),
    ...(postedAt !== undefined && { posted_at: postedAt === null ? null : instantOf(postedAt) }),
    ...(language !== undefined && { language: clip(language, LIMITS.language) }),
  };
}

function clipped(given: string | null, most: number): string | null {
  return given === null ? null : clip(given, most);
}

/** @throws Error where the row is damaged */
export function publicationOf(row: Tables["publications"]): Publication {
  const { corpus_version, created_at, changed_at, posted_at, lines, ...rest } = row;
  return {
    ...rest,
    lines: parseKept(LINES, lines, "a publication"),
    corpusVersion: corpus_version,
    createdAt: created_at,
    changedAt: changed_at,
    postedAt: posted_at,
  };
}

import type { Publication, PublicationLine } from "../../domain/publication.ts";
import type { ActionRef, Reply } from "../../domain/reply.ts";
import type { Words } from "../../domain/words.ts";
import { cut } from "../text/cut.ts";
import { escapeMarkdown } from "../text/markdown.ts";
import { paragraphs, privateNote } from "../text/note.ts";
import { type PageNumber, pageLabel, pagerRow } from "../text/pager.ts";
import { correctionText } from "./publication-lines.ts";
import { publicationTitle } from "./publication-title.ts";
import { publishedOn, publisherOf } from "../answers/sources.ts";

/** What checking a line against its article came to. */
export interface CheckedLine {
  readonly line: PublicationLine;
  readonly status: "stands" | "moved" | "changed" | "withdrawn";
  /** Where the sentence stands now; null where it does not. */
  readonly place: {
    readonly file: string;
    /** Counted from 1. */
    readonly fileLine: number;
    /** Characters of the article's body, as in `slice`. */
    readonly start: number;
    readonly end: number;
  } | null;
}

export interface VerifySetting {
  readonly pageNumber: PageNumber;
  readonly pageRef: (page: number) => ActionRef;
  /** Number of the first line of the page, from 1. */
  readonly first: number;
  readonly corpusNow: string;
}

const SENTENCE_SHOWN = 200;
const FILE_SHOWN = 120;

/** Each line of a post beside where its sentence stands in which file, checked at this very moment. */
export function verifyReply(
  words: Words,
  post: Publication,
  checked: readonly CheckedLine[],
  { pageNumber, pageRef, first, corpusNow }: VerifySetting,
): Reply {
  const isSame = post.corpusVersion === corpusNow;
  const versions = isSame
    ? words.say("verify.same-corpus", { now: corpusNow })
    : words.say("verify.corpora", { before: post.corpusVersion, now: corpusNow });
  const isSound = checked.every(
    ({ status, line }) => line.correction !== null || status === "stands" || status === "moved",
  );
  return {
    visibility: "private",
    outcome: isSound ? "information" : "disagreement",
    title: words.say("verify.title", { title: publicationTitle(words, post) }).slice(0, 250),
    body: paragraphs(checked.map((one, place) => entry(words, one, first + place))),
    footer: [versions, pageLabel(words, pageNumber)].filter((part) => part !== "").join(" · "),
    controls: pagerRow(words, pageNumber, pageRef),
  };
}

/** For a message that is none of the posts of this server. */
export function nothingToVerifyReply(words: Words): Reply {
  return privateNote(words.say("verify.none"));
}

function entry(words: Words, { line, status, place }: CheckedLine, number: number): string {
  const { cited, correction } = line;
  const sentence = escapeMarkdown(cut(cited.text, SENTENCE_SHOWN)).trim();
  const sign = status === "stands" || status === "moved" ? "✓" : "✗";
  const at = place ?? { file: cited.article, fileLine: 0, start: cited.start, end: cited.end };
  const where =
    place === null
      ? words.say("verify.stood", {
          article: cut(cited.article, FILE_SHOWN),
          start: String(at.start),
          end: String(at.end),
        })
      : words.say("verify.place", {
          file: cut(at.file, FILE_SHOWN),
          line: String(at.fileLine),
          start: String(at.start),
          end: String(at.end),
        });
  return [
    `**${String(number)}.** ${correction === null ? sentence : `~~${sentence}~~`}`,
    `**${sign} ${words.say(`verify.${status}`)}**`,
    ...(correction === null ? [] : [`-# ${escapeMarkdown(correctionText(words, correction))}`]),
    `-# ${escapeMarkdown(`${cut(publisherOf(cited.source), 60)}, ${publishedOn(words, cited.source)}`)}`,
    `-# ${escapeMarkdown(where)}`,
  ].join("\n");
}

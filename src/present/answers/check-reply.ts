import type { Evidence, Point } from "../../domain/answer.ts";
import type { CheckedClaim, CheckedText } from "../../domain/reading.ts";
import type { ActionRef, ControlRow, Outcome, Reply } from "../../domain/reply.ts";
import type { Sentence } from "../../domain/sentence.ts";
import type { Words } from "../../domain/words.ts";
import { PASSAGES_SHOWN, claimValue } from "./claim-value.ts";
import { cleanText } from "../text/clean.ts";
import { cut } from "../text/cut.ts";
import { citedPoint } from "../text/evidence-markdown.ts";
import { LEAST_ROOM, type ListRoom, fits, fittingList, footnoteLines, pointWithin } from "../text/list-room.ts";
import { paragraphs, privateNote } from "../text/note.ts";
import { LIMITS } from "../text/limits.ts";
import { escapeMarkdown, quietLines } from "../text/markdown.ts";
import { selectOption } from "../text/select-option.ts";
import { type Footnote, asOf, evidenceBehind, footnotesOf } from "./sources.ts";
import { quoted } from "../text/words.ts";

/** What the reply to a checked message needs besides what was found. */
export interface CheckSetting {
  /** Date of the newest article. */
  readonly newest: string | null;
  readonly byBot: boolean;
  /** Whether the message is longer than what is read of one. */
  readonly isCut: boolean;
  /** What the list of further claims calls when one is chosen. */
  readonly claimRef: ActionRef;
  readonly refOf: (sentence: Sentence) => string;
}

type Verdict = CheckedClaim["verdict"];

/** Claims shown at once: more would be a wall of text. */
const MOST_SHOWN = 4;
/** Told apart by form, for whoever sees no colour; none is one that Markdown knows. */
const SIGNS: Readonly<Record<Verdict, string>> = { said: "✓", otherwise: "≠", unsaid: "?" };

/** Each claim of a message beside what the articles say, as many as a message holds, the others in a list to choose from. */
export function checkReply(words: Words, { claims, passedOver }: CheckedText, setting: CheckSetting): Reply {
  if (claims.length === 0) return privateNote(words.say("check.no-claims"));
  const bodyOf = (some: readonly CheckedClaim[], room: ListRoom): string =>
    paragraphs([
      besideArticles(words, some, room),
      some.length === claims.length ? "" : words.say("check.more", { count: claims.length - some.length }),
      remarks(words, passedOver, setting),
    ]);
  const shown = claims.slice(
    0,
    shownOf(claims, (some) => fits(bodyOf(some, LEAST_ROOM))),
  );
  const further = claims.slice(shown.length);
  return {
    visibility: "private",
    outcome: outcomeOf(claims),
    title: words.say("check.title"),
    body: fittingList((room) => bodyOf(shown, room)),
    footer: asOf(words, setting.newest) || null,
    controls: furtherClaims(words, further, shown.length, setting),
  };
}

/** One claim that was chosen from the list, with the passages that are still there. */
export function claimReply(
  words: Words,
  { claim, verdict, passages }: Omit<CheckedClaim, "points"> & { readonly passages: readonly Sentence[] },
  newest: string | null,
): Reply {
  const points = passages.map((sentence) => ({ evidence: bare(sentence), also: [], stance: null }));
  const isGone = verdict !== "unsaid" && points.length === 0;
  const one: CheckedClaim = { claim, verdict, points };
  return {
    visibility: "private",
    outcome: outcomeOf([one]),
    title: words.say("check.title"),
    body: fittingList((room) =>
      paragraphs([besideArticles(words, [one], room), isGone ? words.say("passage.gone") : ""]),
    ),
    footer: asOf(words, newest) || null,
    controls: [],
  };
}

/** For a message without a word. */
export function nothingToCheckReply(words: Words): Reply {
  return privateNote(words.say("check.empty"));
}

/** For an entry of the list that nothing can be read from. */
export function staleClaimReply(words: Words): Reply {
  const command = escapeMarkdown(quoted(words, words.say("command.check-message.name")));
  return privateNote(words.say("check.stale", { command }));
}

/** As many as are shown at once and fit; at least one. */
function shownOf(claims: readonly CheckedClaim[], fit: (some: readonly CheckedClaim[]) => boolean): number {
  const counts = Array.from({ length: Math.min(MOST_SHOWN, claims.length) }, (_, place) => place + 1).toReversed();
  return counts.find((count) => fit(claims.slice(0, count))) ?? 1;
}

function outcomeOf(claims: readonly CheckedClaim[]): Outcome {
  if (claims.some(({ verdict }) => verdict === "otherwise")) return "disagreement";
  if (claims.every(({ verdict }) => verdict === "said")) return "answered";
  return claims.every(({ verdict }) => verdict === "unsaid") ? "not-in-articles" : "information";
}

/** Claims with their passages, and the footnotes they have in common. */
function besideArticles(words: Words, claims: readonly CheckedClaim[], room: ListRoom): string {
  const shown = claims.map(({ claim, verdict, points }) => ({
    claim: escapeMarkdown(cut(cleanText(claim).trim(), room.line)),
    verdict,
    points: points.slice(0, PASSAGES_SHOWN).map((point) => pointWithin(point, room)),
  }));
  const footnotes = footnotesOf(evidenceBehind(shown.flatMap(({ points }) => points)));
  return paragraphs([
    ...shown.map(({ claim, verdict, points }) =>
      [`> ${claim}`, verdictLine(words, verdict), ...passages(words, verdict, points, footnotes)].join("\n"),
    ),
    footnoteLines(words, footnotes, room),
  ]);
}

function verdictLine(words: Words, verdict: Verdict): string {
  const said = `**${SIGNS[verdict]} ${words.say(`check.${verdict}`)}.**`;
  return verdict === "unsaid" ? `${said} ${words.say("check.unsaid-meaning")}` : said;
}

function passages(
  words: Words,
  verdict: Verdict,
  points: readonly Point[],
  footnotes: readonly Footnote[],
): readonly string[] {
  const cited = points.map((point) => citedPoint(words, point, footnotes));
  return verdict === "unsaid" && cited.length > 0 ? [words.say("check.nearest"), ...cited] : cited;
}

/** What of the message was not looked at, and who wrote it, in quiet lines. */
function remarks(words: Words, passedOver: number, { byBot, isCut }: CheckSetting): string {
  return quietLines([
    passedOver > 0 ? words.say("check.passed-over", { count: passedOver }) : "",
    isCut ? words.say("check.cut", { count: LIMITS.message.readLength }) : "",
    byBot ? words.say("check.by-bot") : "",
  ]);
}

function furtherClaims(
  words: Words,
  claims: readonly CheckedClaim[],
  before: number,
  { claimRef, refOf }: CheckSetting,
): readonly ControlRow[] {
  if (claims.length === 0) return [];
  const options = claims.map(({ claim, verdict, points }, place) => {
    const refs = points.map(({ evidence }) => refOf(evidence.sentence));
    const description = `${SIGNS[verdict]} ${words.say(`check.${verdict}`)}`;
    return selectOption(claim, description, claimValue(before + place, { verdict, refs, claim }));
  });
  return [{ type: "select", select: { placeholder: words.say("select.claim"), action: claimRef, options } }];
}

function bare(sentence: Sentence): Evidence {
  return { sentence, score: 1, matches: [], answers: [], contributions: [], dates: [], passageUrl: null };
}

import type { DatedPoint, NamePage } from "../../domain/reading.ts";
import type { ActionRef, ControlRow, Reply } from "../../domain/reply.ts";
import type { Words } from "../../domain/words.ts";
import { cleanText } from "../text/clean.ts";
import { cut } from "../text/cut.ts";
import { citedPoint } from "../text/evidence-markdown.ts";
import { LIMITS } from "../text/limits.ts";
import { type ListRoom, fittingList, footnoteLines, pointWithin } from "../text/list-room.ts";
import { paragraphs } from "../text/note.ts";
import { escapeMarkdown, quietLines } from "../text/markdown.ts";
import { type PassageListSetting, listFooter, passageControls } from "./passage-list.ts";
import { evidenceBehind, footnotesOf } from "./sources.ts";
import { quoted } from "../text/words.ts";

const MAX_ALIASES = 8;
/** Longest name above a list or repeated to the person, in characters. */
const MAX_NAME = 100;

/** A page of what the articles say about a name, by date. */
export function aboutNameReply(words: Words, found: NamePage, setting: PassageListSetting): Reply {
  const { visibility, newest, pageNumber } = setting;
  const evidence = found.points.map(({ point }) => point.evidence);
  return {
    visibility,
    outcome: "information",
    title: cut(cleanText(found.name).trim(), MAX_NAME),
    body: fittingList((room) => paragraphs([aliasesLine(words, found, room), timeline(words, found.points, room)])),
    footer: listFooter(words, words.say("count.passages", { count: found.total }), pageNumber, newest),
    controls: passageControls(words, evidence, setting),
  };
}

/** For a name that no article has, with buttons for those that resemble it; at most five. */
export function unknownNameReply(
  words: Words,
  typed: string,
  near: readonly { readonly name: string; readonly ref: ActionRef }[],
): Reply {
  const name = quoted(words, cut(cleanText(typed).trim(), MAX_NAME));
  const next = near.length > 0 ? words.say("about-name.nearest") : words.say("about-name.try-otherwise");
  return {
    visibility: "private",
    outcome: "not-in-articles",
    title: null,
    body: `${words.say("about-name.unknown", { name: escapeMarkdown(name) })} ${next}`,
    footer: null,
    controls: nearRow(near),
  };
}

function nearRow(near: readonly { readonly name: string; readonly ref: ActionRef }[]): readonly ControlRow[] {
  const { buttonsPerRow, buttonLabelLength } = LIMITS.component;
  const buttons = near.slice(0, buttonsPerRow).map(
    ({ name, ref }) =>
      ({
        type: "action",
        label: cut(cleanText(name).trim(), buttonLabelLength),
        action: ref,
        disabled: false,
      }) as const,
  );
  return buttons.length === 0 ? [] : [{ type: "buttons", buttons }];
}

function aliasesLine(words: Words, { aliases }: NamePage, room: ListRoom): string {
  if (aliases.length === 0) return "";
  const names = aliases.slice(0, MAX_ALIASES).map((alias) => cleanText(alias).trim());
  return quietLines([cut(words.say("about-name.aliases", { names: words.list(names, "and") }), room.line)]);
}

/** Every day once, with what is told of it. */
function timeline(words: Words, points: readonly DatedPoint[], room: ListRoom): string {
  const shown = points.map(({ date, point }) => ({ date, point: pointWithin(point, room) }));
  const footnotes = footnotesOf(evidenceBehind(shown.map(({ point }) => point)));
  const entries = shown.map(({ date, point }, place) => {
    const told = citedPoint(words, point, footnotes);
    if (place > 0 && shown[place - 1]?.date === date) return told;
    return `**${date === null ? words.say("source.undated") : words.date(date, "long")}**\n${told}`;
  });
  return paragraphs([...entries, footnoteLines(words, footnotes, room)]);
}

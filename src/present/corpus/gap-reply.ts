import type { Gap } from "../../domain/gap.ts";
import type { ActionRef, Form, Reply } from "../../domain/reply.ts";
import type { Words } from "../../domain/words.ts";
import { shortText } from "./corpus-names.ts";
import { counted } from "./gaps-reply.ts";
import { fittingList } from "../text/list-room.ts";
import { escapeMarkdown, quietLines } from "../text/markdown.ts";
import { paragraphs, privateNote } from "../text/note.ts";
import { questionTitle } from "../answers/question-title.ts";
import { labelled } from "../posts/summary-controls.ts";

/** Names of the fields. */
export const GOLD_FIELDS = { expect: "expect", article: "article", contains: "contains" } as const;
const EXPECT_LENGTH = 20;
const ARTICLE_LENGTH = 200;
const CONTAINS_LENGTH = 1_000;

/** What people asked in vain, in all their wordings, and what can be done about it. */
export function gapReply(
  words: Words,
  gap: Gap,
  refs: { readonly gold: ActionRef; readonly ask: ActionRef; readonly back: ActionRef },
): Reply {
  const wordings = [gap.question, ...gap.variants];
  return {
    visibility: "private",
    outcome: "information",
    title: questionTitle(gap.question),
    body: fittingList((room) =>
      paragraphs([
        quietLines([counted(words, gap)]),
        [
          escapeMarkdown(words.say("gaps.wordings")),
          ...wordings.map((text) => `- ${escapeMarkdown(shortText(text, room.line))}`),
        ].join("\n"),
      ]),
    ),
    footer: null,
    controls: [
      {
        type: "buttons",
        buttons: [
          { ...labelled(words, "button.gap-ask", refs.ask), weight: "strong" },
          labelled(words, "button.gap-gold", refs.gold),
          labelled(words, "button.back", refs.back),
        ],
      },
    ],
  };
}

/** Told where a question that was shown is asked in vain no more. */
export function gapGoneReply(words: Words): Reply {
  return privateNote(escapeMarkdown(words.say("gaps.gone")));
}

/** Asks what the answer to a question should be. */
export function goldForm(words: Words, action: ActionRef): Form {
  const said = { yes: words.say("gold.yes"), no: words.say("gold.no") };
  return {
    title: words.say("form.gold"),
    action,
    fields: [
      {
        name: GOLD_FIELDS.expect,
        label: words.say("form.gold-expect", said),
        lines: "one",
        required: true,
        maxLength: EXPECT_LENGTH,
        value: said.yes,
      },
      {
        name: GOLD_FIELDS.article,
        label: words.say("form.gold-article"),
        lines: "one",
        required: false,
        maxLength: ARTICLE_LENGTH,
        value: null,
      },
      {
        name: GOLD_FIELDS.contains,
        label: words.say("form.gold-contains"),
        lines: "several",
        required: false,
        maxLength: CONTAINS_LENGTH,
        value: null,
      },
    ],
  };
}

/** Whether an answer is expected, as it was written in the reader's language or in English; null for anything else. */
export function expectedIn(words: Words, typed: string): "answered" | "not-in-articles" | null {
  const text = shortText(typed, EXPECT_LENGTH).toLocaleLowerCase().normalize("NFC");
  if (text === words.say("gold.yes") || text === "yes") return "answered";
  return text === words.say("gold.no") || text === "no" ? "not-in-articles" : null;
}

/** Told to somebody who wrote neither yes nor no. */
export function expectUnreadableReply(words: Words): Reply {
  const said = { yes: words.say("gold.yes"), no: words.say("gold.no") };
  return privateNote(escapeMarkdown(words.say("gold.expect-unreadable", said)), "failure");
}

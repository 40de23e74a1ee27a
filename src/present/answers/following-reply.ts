import type { ActionRef, Reply } from "../../domain/reply.ts";
import type { Follow } from "../../domain/store.ts";
import type { Words } from "../../domain/words.ts";
import { cleanText } from "../text/clean.ts";
import { cut } from "../text/cut.ts";
import { LIMITS } from "../text/limits.ts";
import { escapeMarkdown } from "../text/markdown.ts";
import { paragraphs, privateNote } from "../text/note.ts";
import { selectOption } from "../text/select-option.ts";
import { quoted } from "../text/words.ts";

/** Characters of a question, and of the one before it; 25 of the last always fit. */
const ROOMS = [300, 120, 60, 25] as const;

type Followed = Pick<Follow, "id" | "question" | "context" | "since">;

/**
 * What somebody follows, oldest first, with a list from which to stop. Questions are theirs, and shown as they typed them.
 *
 * @param lead said above; empty for nothing
 */
export function followingReply(words: Words, follows: readonly Followed[], stop: ActionRef, lead = ""): Reply {
  if (follows.length === 0) return privateNote(paragraphs([lead, words.say("following.none")]));
  const bodies = ROOMS.map((room) =>
    paragraphs([
      lead,
      follows.map((follow, place) => followLine(words, follow, place, room)).join("\n"),
      words.say("following.what"),
    ]),
  );
  return {
    ...privateNote(bodies.find(({ length }) => length <= LIMITS.embed.descriptionLength) ?? bodies.at(-1) ?? ""),
    title: words.say("following.title"),
    controls: [
      {
        type: "select",
        select: {
          placeholder: words.say("select.stop-following"),
          action: stop,
          options: follows
            .slice(0, LIMITS.component.selectOptions)
            .map((follow, place) =>
              selectOption(`${place + 1}. ${follow.question}`, sinceLine(words, follow), follow.id),
            ),
        },
      },
    ],
  };
}

/** Whether there was something to stop. */
export function unfollowedLine(words: Words, ended: boolean): string {
  return words.say(ended ? "following.ended" : "following.ended-before");
}

/** The same as a reply of its own. */
export function unfollowedReply(words: Words, ended: boolean): Reply {
  return privateNote(unfollowedLine(words, ended));
}

function followLine(words: Words, follow: Followed, place: number, room: number): string {
  const { question, context } = follow;
  // Of the turns before, in which answers may be missing, the last that was a question.
  const before = short(context.slice(-2)[0] ?? "", room);
  const notes = [
    before === "" ? "" : words.say("following.after", { question: quoted(words, before) }),
    sinceLine(words, follow),
  ].filter((note) => note !== "");
  return `**${place + 1}.** ${escapeMarkdown(short(question, room))}\n-# ${escapeMarkdown(notes.join(" · "))}`;
}

function sinceLine(words: Words, { since }: Followed): string {
  return words.say("following.since", { date: words.date(since.slice(0, "2026-01-31".length), "short") });
}

function short(text: string, room: number): string {
  return cut(cleanText(text).trim(), room);
}

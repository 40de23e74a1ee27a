import type { Answer } from "../../domain/answer.ts";
import type { ActionButton, ActionRef, ControlRow, Reply } from "../../domain/reply.ts";
import type { MessageId, Words } from "../../domain/words.ts";
import { questionState } from "./question-title.ts";

/** Whether an answer's message is seen by one person or by all, as it travels in an id. */
export const SEEN = { private: "p", public: "o" } as const satisfies Readonly<Record<Reply["visibility"], string>>;

/** Reads a {@link SEEN}; what is none is taken for private. */
export function visibilityOf(seen: string): Reply["visibility"] {
  return seen === SEEN.public ? "public" : "private";
}

/** What the buttons below an answer need besides it. */
export interface AnswerControls {
  readonly command: string;
  readonly visibility: Reply["visibility"];
  /** Refs of the sentences shown, in order. */
  readonly refs: readonly string[];
  readonly corpusVersion: string;
}

type Given = Exclude<Answer, { readonly status: "unusable-question" }>;
type Label = Extract<MessageId, `button.${string}`>;

/**
 * What can be done with an answer: first what leads on, then what one thinks of it. What leads on asks the question again,
 * so that it works after a restart and nothing in its id need be believed. Where the articles do not say, one row holds all:
 * there is nothing to be called helpful.
 */
export function answerControls(words: Words, answer: Answer, setting: AnswerControls): readonly ControlRow[] {
  if (answer.status === "unusable-question") return [];
  const { button, isPrivate, hasMore } = buttonsOf(words, answer, setting);
  const share = isPrivate ? [button.share] : [];
  const rows =
    answer.status === "answered"
      ? [
          [button.context, button.more, strong(button.followUp), button.why, ...share],
          [button.helpful, button.notRight, button.follow],
        ]
      : [
          [...(hasMore ? [button.more] : []), button.followUp, button.why, strong(button.follow), button.notRight],
          share,
        ];
  return rows.filter(({ length }) => length > 0).map((buttons) => ({ type: "buttons", buttons }));
}

function buttonsOf(
  words: Words,
  { question, after }: Given,
  { command, visibility, refs, corpusVersion }: AnswerControls,
) {
  const asked = questionState(question.text, after);
  const shown = shownState(refs, corpusVersion);
  const make = (label: Label, action: string, state: readonly string[]): ActionButton => {
    const ref: ActionRef = { command, action, state };
    return { type: "action", label: words.say(label), action: ref, disabled: false };
  };
  return {
    isPrivate: visibility === "private",
    hasMore: refs.length > 0,
    button: {
      context: make("button.context", "context", refs),
      more: make("button.more", "more", asked),
      followUp: make("button.follow-up", "follow-up", [SEEN[visibility], ...asked]),
      why: make("button.why", "why", asked),
      share: make("button.share", "share", asked),
      helpful: make("button.helpful", "helpful", shown),
      notRight: make("button.not-right", "not-right", shown),
      follow: make("button.follow", "follow", asked),
    },
  };
}

function strong(button: ActionButton): ActionButton {
  return { ...button, weight: "strong" };
}

/** Characters of a corpus's version that tell it from others, and that an id has room for. */
const VERSION_LENGTH = 7;
/** Refs that an id has room for; a reply shows no more points. */
const MOST_REFS = 4;
const REF = /^[\w.-]{1,16}$/u;
const VERSION = /^[\da-z]{1,7}$/u;

/** The state with which a button tells what its answer showed, whatever became of the articles since. */
function shownState(refs: readonly string[], corpusVersion: string): readonly string[] {
  return [corpusVersion.slice(0, VERSION_LENGTH), ...refs.slice(0, MOST_REFS)];
}

/**
 * Reads what `shownState` wrote. It can be forged: what comes out has its form, and is of no other use than to be kept.
 *
 * @param current version of the corpus; given back whole where it is the one meant
 */
export function shownFrom(
  [version = "", ...refs]: readonly string[],
  current: string,
): { readonly corpusVersion: string; readonly refs: readonly string[] } {
  const known = VERSION.test(version) ? version : "";
  return {
    corpusVersion: known !== "" && current.startsWith(known) ? current : known,
    refs: refs.slice(0, MOST_REFS).filter((ref) => REF.test(ref)),
  };
}

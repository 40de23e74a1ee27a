import type { DigestPlan } from "../../domain/digest-plan.ts";
import type { ActionButton, ActionRef, ControlRow, Form, Reply, SelectOption } from "../../domain/reply.ts";
import type { Words } from "../../domain/words.ts";
import { planLines, weekdayName, hourOf } from "./digest-lines.ts";
import { paragraphs, privateNote } from "../text/note.ts";
import { selectOption } from "../text/select-option.ts";

/** What can be done in the panels, by the names of the command's actions. */
export type DigestAction =
  | "list"
  | "open"
  | "new"
  | "channel"
  | "days"
  | "hour"
  | "language"
  | "topic"
  | "set-topic"
  | "say-so"
  | "stay-quiet"
  | "pause"
  | "resume"
  | "remove"
  | "remove-now";

/** What a panel shows of a digest. */
export interface ShownPlan {
  readonly plan: DigestPlan;
  /** ISO 8601 instant at which it is due next; null where it never is. */
  readonly next: string | null;
  /** The event it is about, where there are several or it is served no more; null elsewhere. */
  readonly event: { readonly name: string; readonly isServed: boolean } | null;
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
/** Characters of a topic. */
export const TOPIC_LENGTH = 70;

/** All digests of a server, with a list from which to open one. @param lead said above; empty for nothing */
export function digestList(words: Words, plans: readonly ShownPlan[], lead = ""): Reply {
  const body =
    plans.length === 0
      ? words.say("digest.none")
      : plans.map((shown, place) => `**${place + 1}.** ${planLines(words, shown).join("\n")}`).join("\n\n");
  const open: ControlRow = {
    type: "select",
    select: {
      placeholder: words.say("select.digest-open"),
      action: actionRef("open", []),
      options: plans.map(({ plan }, place) => planOption(words, plan, place)),
    },
  };
  const create = button(words.say("button.digest-new"), actionRef("new", []), plans.length === 0);
  return {
    ...privateNote(paragraphs([lead, body, words.say("digest.what")])),
    title: words.say("digest.title"),
    controls: [...(plans.length === 0 ? [] : [open]), { type: "buttons", buttons: [create] }],
  };
}

/**
 * One digest with all that can be changed of it. Each control carries the revision it was shown with.
 *
 * @param languages tags of those it can be in
 * @param lead said above; empty for nothing
 */
export function digestPanel(words: Words, shown: ShownPlan, languages: readonly string[], lead = ""): Reply {
  const { plan } = shown;
  const ref = (action: DigestAction): ActionRef => actionRef(action, [plan.id, String(plan.revision)]);
  const list = (action: DigestAction, placeholder: string, options: readonly SelectOption[], most = 1): ControlRow => ({
    type: "select",
    select: { placeholder, action: ref(action), options, count: { least: 1, most } },
  });
  const quiet = plan.evenIfNothing ? "stay-quiet" : "say-so";
  const turn = plan.paused ? "resume" : "pause";
  return {
    ...privateNote(paragraphs([lead === "" ? "" : `**${lead}**`, planLines(words, shown).join("\n")])),
    title: words.say("digest.title"),
    controls: [
      {
        type: "picker",
        picker: {
          of: "channels",
          placeholder: words.say("select.digest-channel"),
          action: ref("channel"),
          chosen: [plan.channel],
          count: { least: 1, most: 1 },
        },
      },
      list(
        "days",
        words.say("select.digest-days"),
        WEEKDAYS.map((day) => chosenOption(weekdayName(words, day, "long"), String(day), plan.days.includes(day))),
        WEEKDAYS.length,
      ),
      list(
        "hour",
        words.say("select.digest-hour"),
        HOURS.map((hour) => chosenOption(hourOf(words, hour), String(hour), plan.hour === hour)),
      ),
      list(
        "language",
        words.say("select.digest-language"),
        languages.map((tag) => chosenOption(words.languageName(tag), tag, plan.language === tag)),
      ),
      {
        type: "buttons",
        buttons: [
          button(words.say(`button.digest-${turn}`), ref(turn), plan.paused),
          button(words.say("button.digest-topic"), ref("topic")),
          button(words.say(`button.digest-${quiet}`), ref(quiet)),
          button(words.say("button.digest-remove"), ref("remove")),
          button(words.say("button.digest-back"), actionRef("list", [])),
        ],
      },
    ],
  };
}

/** Asks whether a digest is really to be removed. */
export function digestRemoval(words: Words, shown: ShownPlan): Reply {
  const { id, revision } = shown.plan;
  const remove = button(words.say("button.digest-remove-now"), actionRef("remove-now", [id, String(revision)]));
  const keep = button(words.say("button.digest-keep"), actionRef("open", [id]));
  return {
    ...privateNote(paragraphs([`**${words.say("digest.sure")}**`, planLines(words, shown).join("\n")])),
    title: words.say("digest.title"),
    controls: [{ type: "buttons", buttons: [remove, keep] }],
  };
}

/** Asks for a digest's topic. @param state names the digest, as its buttons do */
export function digestTopicForm(words: Words, state: readonly string[]): Form {
  return {
    title: words.say("form.digest-topic"),
    action: actionRef("set-topic", state),
    fields: [
      {
        name: "topic",
        label: words.say("form.digest-topic-field"),
        lines: "one",
        required: false,
        maxLength: TOPIC_LENGTH,
        value: null,
      },
    ],
  };
}

function actionRef(action: DigestAction, state: readonly string[]): ActionRef {
  return { command: "digest", action, state };
}

function button(label: string, action: ActionRef, isStrong = false): ActionButton {
  return { type: "action", label, action, disabled: false, weight: isStrong ? "strong" : "plain" };
}

function chosenOption(label: string, value: string, chosen: boolean): SelectOption {
  return { ...selectOption(label, "", value), description: null, chosen };
}

function planOption(words: Words, plan: DigestPlan, place: number): SelectOption {
  const topic = plan.topic ?? words.say("digest.all-news");
  const when = `${words.list(
    plan.days.map((day) => weekdayName(words, day, "short")),
    "and",
  )}, ${hourOf(words, plan.hour)}`;
  return selectOption(`${place + 1}. ${topic}`, when, plan.id);
}

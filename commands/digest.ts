import type { ActionContext, ActionResult, Command, CommandContext, OptionSpecs } from "../src/domain/command.ts";
import type { DigestPlan, Weekday } from "../src/domain/digest-plan.ts";
import { TOPIC_LENGTH, digestRemoval, digestTopicForm } from "../src/present/posts/digest-panel.ts";
import { storeUnavailableReply } from "../src/present/operator/failures.ts";
import { digestRefusal } from "../src/present/posts/digest-refusal.ts";
import { privateNote } from "../src/present/text/note.ts";
import { refusalFor } from "./digest/channel.ts";
import {
  LANGUAGES,
  type Wanted,
  changePlan,
  entryOf,
  goneResult,
  listReply,
  panelReply,
  planOf,
  shownPlan,
} from "./digest/plans.ts";

const options = {} as const satisfies OptionSpecs;

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const MONDAY_TO_FRIDAY = [1, 2, 3, 4, 5] as const;
const HOUR = 8;
const HOURS = 24;

export default {
  name: "digest",
  options,
  visibility: "private",
  needs: "moderator",

  run: async (context) => listReply(context),

  actions: {
    list: async (context) => ({ place: "update", reply: await listReply(context) }),

    /** State: the digest's id; chosen from a list, it is the value. */
    async open(context, [id = context.values[0] ?? ""]) {
      const found = await planOf(context, id);
      if (!found.ok) return { place: "new", reply: storeUnavailableReply(context.words) };
      return found.value === null ? goneResult(context) : { place: "update", reply: panelReply(context, found.value) };
    },

    new: async (context) => addPlan(context),

    // State of all that follow: the digest's id, and the revision it was shown with.

    channel: async (context, state) =>
      changePlan(context, state, async (plan) => {
        const [picked] = context.channels;
        const refused = picked === undefined ? "" : await refusalFor(context, picked.id, picked.personMayWrite);
        if (picked === undefined || refused !== null) return { refused: refused ?? "" };
        return picked.id === plan.channel ? { refused: "" } : changed({ channel: picked.id }, "channel", picked.id);
      }),

    days: async (context, state) =>
      changePlan(context, state, async (plan) => {
        const days = WEEKDAYS.filter((day) => context.values.includes(String(day)));
        return days.length === 0 ? { refused: "" } : rescheduled(context, plan, { days }, `days: ${days.join(",")}`);
      }),

    hour: async (context, state) =>
      changePlan(context, state, async (plan) => {
        const hour = HOURS_BY_VALUE.get(context.values[0] ?? "");
        return hour === undefined ? { refused: "" } : rescheduled(context, plan, { hour }, `hour: ${hour}`);
      }),

    language: async (context, state) =>
      changePlan(context, state, () => {
        const language = LANGUAGES.find((tag) => tag === context.values[0]);
        return language === undefined ? { refused: "" } : changed({ language }, "language", language);
      }),

    topic: async ({ words }, state) => ({ place: "form", form: digestTopicForm(words, state) }),

    "set-topic": async (context, state) =>
      changePlan(context, state, () => {
        const topic = (context.fields["topic"] ?? "").trim().slice(0, TOPIC_LENGTH) || null;
        return changed({ topic }, "topic", topic ?? "-");
      }),

    "say-so": async (context, state) =>
      changePlan(context, state, () => changed({ evenIfNothing: true }, "even if nothing is new", "yes")),

    "stay-quiet": async (context, state) =>
      changePlan(context, state, () => changed({ evenIfNothing: false }, "even if nothing is new", "no")),

    pause: async (context, state) =>
      changePlan(context, state, () => ({ change: { paused: true }, deed: "digest-paused", detail: null })),

    resume: async (context, state) =>
      changePlan(context, state, async ({ channel }) => {
        // Whoever resumes it may be anywhere: Discord tells with the press only what they may do where they are.
        const may = await context.desk.personMayWrite(channel, context.who.person);
        const refused = may.ok
          ? await refusalFor(context, channel, may.value)
          : digestRefusal(context.words, { id: "unreachable" });
        const toldUntil = new Date().toISOString();
        return refused === null
          ? { change: { paused: false, toldUntil }, deed: "digest-resumed", detail: null }
          : { refused };
      }),

    async remove(context, [id = ""]) {
      const found = await planOf(context, id);
      if (!found.ok) return { place: "new", reply: storeUnavailableReply(context.words) };
      if (found.value === null) return goneResult(context);
      return { place: "update", reply: digestRemoval(context.words, shownPlan(context, found.value)) };
    },

    "remove-now": async (context, state) => removePlan(context, state),
  },
} as const satisfies Command<typeof options>;

const HOURS_BY_VALUE: ReadonlyMap<string, number> = new Map(
  Array.from({ length: HOURS }, (_, hour) => [String(hour), hour] as const),
);

/** Adds a digest that is paused, so that nothing is posted before somebody has looked at it. */
async function addPlan(context: ActionContext): Promise<ActionResult> {
  const { words, store, who, library, mayWrite } = context;
  if (who.server === null || who.channel === null) {
    return { place: "new", reply: privateNote(words.say("digest.server-only"), "failure") };
  }
  const refused = await refusalFor(context, who.channel, mayWrite);
  if (refused !== null) return { place: "update", reply: await listReply(context, refused) };
  const settings = await store.serverSettings(who.server);
  if (!settings.ok) return { place: "new", reply: storeUnavailableReply(words) };
  const plan: Omit<DigestPlan, "id" | "revision"> = {
    server: who.server,
    event: library.status().event.id,
    channel: who.channel,
    days: MONDAY_TO_FRIDAY,
    hour: HOUR,
    timeZone: settings.value.timeZone ?? library.status().event.timeZone,
    topic: null,
    language: LANGUAGES.find((tag) => tag === settings.value.language) ?? LANGUAGES[0],
    paused: true,
    evenIfNothing: false,
    toldUntil: new Date().toISOString(),
    author: who.person,
  };
  const { subject: _, ...entry } = entryOf(context, { id: "", server: who.server }, "digest-set-up", who.channel);
  const added = await store.digests.add(plan, entry);
  if (!added.ok) return { place: "new", reply: storeUnavailableReply(words) };
  if (added.value === "full") return { place: "update", reply: await listReply(context, words.say("digest.full")) };
  return { place: "update", reply: panelReply(context, added.value, words.say("digest.new")) };
}

async function removePlan(context: ActionContext, [id = "", revision = ""]: readonly string[]): Promise<ActionResult> {
  const { words, store } = context;
  const found = await planOf(context, id);
  if (!found.ok) return { place: "new", reply: storeUnavailableReply(words) };
  if (found.value === null) return goneResult(context);
  if (String(found.value.revision) !== revision) {
    return { place: "update", reply: panelReply(context, found.value, words.say("digest.changed-meanwhile")) };
  }
  const removed = await store.digests.remove(id, entryOf(context, found.value, "digest-removed", found.value.topic));
  if (!removed.ok) return { place: "new", reply: storeUnavailableReply(words) };
  return { place: "update", reply: await listReply(context, words.say("digest.removed")) };
}

function changed(
  change: Partial<Pick<DigestPlan, "channel" | "language" | "topic" | "evenIfNothing">>,
  what: string,
  to: string,
): Wanted {
  return { change, deed: "digest-changed", detail: `${what}: ${to}` };
}

/**
 * Other times, on the clock that the server has now. They count from now on: what would have been due this morning by the new
 * times has not been missed.
 */
async function rescheduled(
  { store, library }: CommandContext,
  { server, timeZone: before }: DigestPlan,
  times: { readonly days: readonly Weekday[] } | { readonly hour: number },
  detail: string,
): Promise<Wanted> {
  const settings = await store.serverSettings(server);
  const timeZone = settings.ok ? (settings.value.timeZone ?? library.status().event.timeZone) : before;
  const change = { ...times, timeZone, toldUntil: new Date().toISOString() };
  return { change, deed: "digest-changed", detail };
}

import type { ActionContext, ActionResult, Command, CommandContext, OptionSpecs } from "../src/domain/command.ts";
import type { Reply } from "../src/domain/reply.ts";
import type { ServerSettings } from "../src/domain/store.ts";
import { storeUnavailableReply } from "../src/present/operator/failures.ts";
import {
  SWITCHES,
  ZONE_FIELD,
  eventValue,
  moreSettingsReply,
  noServerReply,
  settingsReply,
  timeZoneForm,
  unknownZoneLine,
} from "../src/present/people/settings-reply.ts";
import { SPOKEN_LANGUAGES } from "./settings/spoken-languages.ts";
import { readTimeZone } from "./settings/time-zone.ts";

const options = {} as const satisfies OptionSpecs;

/** One panel, in which each choice is kept at once. */
export default {
  name: "settings",
  options,
  visibility: "private",
  needs: "manager",

  run(context) {
    return panel(context);
  },

  actions: {
    /** Sets whose members are moderators. Values: ids of roles. */
    roles(context) {
      return change(context, { moderatorRoles: context.values });
    },

    /** Sets whose members are maintainers. Values: ids of roles. */
    maintainers(context) {
      return change(context, { maintainerRoles: context.values }, moreSettingsReply);
    },

    /** Sets where answers may be seen by all. Values: ids of channels. */
    channels(context) {
      return change(context, { publicChannels: context.values });
    },

    /** Sets what is on or off. Values: those that are on. */
    switches(context) {
      return change(context, {
        privacy: context.values.includes(SWITCHES.private) ? "private" : "public",
        approval: context.values.includes(SWITCHES.approval),
      });
    },

    /** Sets the language. Value: a catalogue's tag. */
    language(context) {
      const language = SPOKEN_LANGUAGES.find((tag) => tag === context.values[0]) ?? null;
      return change(context, { language });
    },

    /** Shows what the first panel has no room for. */
    async more(context) {
      return { place: "update", reply: await panel(context, "", moreSettingsReply) };
    },

    /** Goes back to the first panel. */
    async panel(context) {
      return { place: "update", reply: await panel(context) };
    },

    /** Sets which event is asked about. Value: as `eventValue` writes it. */
    async event(context) {
      const events = context.libraries.all().map((library) => library.status().event);
      const chosen = events.find(({ id }) => eventValue(id) === context.values[0]);
      if (chosen !== undefined) return change(context, { event: chosen.id }, moreSettingsReply);
      // Meanwhile it is served no more.
      return { place: "update", reply: await panel(context, "", moreSettingsReply) };
    },

    /** Opens a form for the time zone. */
    async zone({ words, store, who }) {
      const settings = who.server === null ? null : await store.serverSettings(who.server);
      const timeZone = settings?.ok === true ? settings.value.timeZone : null;
      return { place: "form", form: timeZoneForm(words, ref("set-zone"), timeZone) };
    },

    /** Sets the time zone that was filled in; that of the event where nothing was. */
    async "set-zone"(context) {
      const typed = context.fields[ZONE_FIELD]?.trim() ?? "";
      const timeZone = typed === "" ? null : readTimeZone(typed);
      if (typed === "" || timeZone !== null) return change(context, { timeZone });
      return { place: "update", reply: await panel(context, unknownZoneLine(context.words, typed)) };
    },
  },
} as const satisfies Command<typeof options>;

async function change(
  context: ActionContext,
  wanted: Partial<ServerSettings>,
  show = settingsReply,
): Promise<ActionResult> {
  const { store, who } = context;
  const words = context.words;
  if (who.server === null) return { place: "new", reply: noServerReply(words) };
  const set = await store.setServerSettings(who.server, wanted, {
    server: who.server,
    at: new Date().toISOString(),
    person: who.person,
    deed: "settings-changed",
    subject: null,
    detail: JSON.stringify(wanted),
  });
  if (!set.ok) return { place: "new", reply: storeUnavailableReply(words) };
  const now = { ...context, words: await context.wordsNow() };
  return { place: "update", reply: await panel(now, now.words.say("settings.saved"), show) };
}

async function panel(
  { words, store, who, libraries, policy }: CommandContext,
  lead = "",
  show = settingsReply,
): Promise<Reply> {
  if (who.server === null) return noServerReply(words);
  const settings = await store.serverSettings(who.server);
  if (!settings.ok) return storeUnavailableReply(words);
  // Looked up anew: another event may just have been set.
  const { event } = libraries.choose(settings.value.event).status();
  const events = libraries.all().map((library) => library.status().event);
  const { maintainingServers } = policy;
  const mayMaintain = maintainingServers === "all" || maintainingServers.includes(who.server);
  const languages = SPOKEN_LANGUAGES;
  return show(words, settings.value, { event, events, languages, mayMaintain, refTo: ref, lead });
}

function ref(action: string): { readonly command: string; readonly action: string; readonly state: readonly string[] } {
  return { command: "settings", action, state: [] };
}

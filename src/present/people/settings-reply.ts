import type { NewsEvent } from "../../domain/corpus.ts";
import type { ActionButton, ActionRef, ControlRow, Form, Reply, SelectOption } from "../../domain/reply.ts";
import type { ServerSettings } from "../../domain/store.ts";
import type { Words } from "../../domain/words.ts";
import { cleanText } from "../text/clean.ts";
import { cut } from "../text/cut.ts";
import { LIMITS } from "../text/limits.ts";
import { escapeMarkdown, quietLines } from "../text/markdown.ts";
import { paragraphs, privateNote } from "../text/note.ts";
import { mayNotMaintain } from "./refusals.ts";
import { selectOption } from "../text/select-option.ts";
import { settingLine } from "./setting-line.ts";
import { quoted } from "../text/words.ts";

/** What is told of an event. */
type EventChoice = Pick<NewsEvent, "id" | "name" | "timeZone">;

/** What a panel of settings needs besides them. */
export interface SettingsPanel {
  /** The event that is asked about in the server. */
  readonly event: EventChoice;
  /** All that are served, that one among them. */
  readonly events: readonly EventChoice[];
  /** Catalogues' tags that a server can choose from. */
  readonly languages: readonly string[];
  readonly refTo: (
    action: "roles" | "maintainers" | "channels" | "switches" | "language" | "zone" | "more" | "event" | "panel",
  ) => ActionRef;
  /** Whether the operator lets maintainers of the server change what is served. */
  readonly mayMaintain: boolean;
  /** Plain text said above; empty for nothing. */
  readonly lead: string;
}

/** Values of the list of switches. */
export const SWITCHES = { private: "private", approval: "approval" } as const;
/** The form's only field. */
export const ZONE_FIELD = "zone";

const MAX_CHOSEN = 25;
/** Characters of a time zone's name; the longest has 32. */
const MAX_ZONE = 60;
const MAX_EVENT = 200;

/** All that a server has set, and what most of it is changed with. */
export function settingsReply(words: Words, settings: ServerSettings, panel: SettingsPanel): Reply {
  return { ...settingsShown(words, settings, panel), controls: controlsOf(words, settings, panel) };
}

/** The same with what there was no more room for. */
export function moreSettingsReply(words: Words, settings: ServerSettings, panel: SettingsPanel): Reply {
  return { ...settingsShown(words, settings, panel), controls: moreControlsOf(words, settings, panel) };
}

function settingsShown(words: Words, settings: ServerSettings, panel: SettingsPanel): Reply {
  const { moderatorRoles, maintainerRoles, publicChannels, privacy, approval, timeZone, language } = settings;
  const { event, lead, mayMaintain } = panel;
  const isGone = settings.event !== null && settings.event !== event.id && panel.events.length > 1;
  const zone = timeZone ?? words.say("settings.time-zone-of-event", { zone: event.timeZone });
  const shown = cut(cleanText(event.name).trim(), MAX_EVENT);
  const gone = isGone ? words.say("settings.event-gone", { event: shown }) : "";
  return {
    visibility: "private",
    outcome: "information",
    title: words.say("settings.title"),
    body: paragraphs([
      escapeMarkdown(lead),
      escapeMarkdown(gone),
      [
        settingLine(words, "moderatorRoles", moderatorRoles),
        settingLine(words, "maintainerRoles", maintainerRoles),
        settingLine(words, "publicChannels", publicChannels),
        settingLine(words, "privacy", privacy),
        settingLine(words, "approval", approval),
        settingLine(words, "language", language),
        settingLine(words, "timeZone", zone),
        `**${escapeMarkdown(words.say("settings.event"))}** ${escapeMarkdown(shown)}`,
      ].join("\n"),
      // Who has chosen maintainers wonders why they are refused.
      maintainerRoles.length === 0 || mayMaintain ? "" : quietLines([mayNotMaintain(words)]),
    ]),
    footer: null,
    controls: [],
  };
}

function controlsOf(
  words: Words,
  { moderatorRoles, publicChannels, privacy, approval, language }: ServerSettings,
  { languages, refTo }: SettingsPanel,
): readonly ControlRow[] {
  return [
    {
      type: "picker",
      picker: {
        of: "roles",
        placeholder: words.say("select.moderator-roles"),
        action: refTo("roles"),
        chosen: moderatorRoles,
        count: { least: 0, most: MAX_CHOSEN },
      },
    },
    {
      type: "picker",
      picker: {
        of: "channels",
        placeholder: words.say("select.public-channels"),
        action: refTo("channels"),
        chosen: publicChannels,
        count: { least: 0, most: MAX_CHOSEN },
      },
    },
    {
      type: "select",
      select: {
        placeholder: words.say("select.switches"),
        action: refTo("switches"),
        count: { least: 0, most: 2 },
        options: [
          {
            ...selectOption(words.say("settings.switch-private"), "", SWITCHES.private),
            chosen: privacy === "private",
          },
          { ...selectOption(words.say("settings.switch-approval"), "", SWITCHES.approval), chosen: approval },
        ],
      },
    },
    {
      type: "select",
      select: {
        placeholder: words.say("select.server-language"),
        action: refTo("language"),
        options: languages.map((tag) => ({
          ...selectOption(words.languageName(tag), "", tag),
          chosen: tag === (language ?? "en"),
        })),
      },
    },
    {
      type: "buttons",
      buttons: [
        button(words.say("button.time-zone"), refTo("zone")),
        button(words.say("button.settings-more"), refTo("more")),
      ],
    },
  ];
}

function moreControlsOf(
  words: Words,
  { maintainerRoles }: ServerSettings,
  { event, events, refTo }: SettingsPanel,
): readonly ControlRow[] {
  return [
    {
      type: "picker",
      picker: {
        of: "roles",
        placeholder: words.say("select.maintainer-roles"),
        action: refTo("maintainers"),
        chosen: maintainerRoles,
        count: { least: 0, most: MAX_CHOSEN },
      },
    },
    // Of one event there is nothing to choose.
    ...(events.length < 2 ? [] : [eventRow(words, event, events, refTo("event"))]),
    { type: "buttons", buttons: [button(words.say("button.back"), refTo("panel"))] },
  ];
}

function eventRow(words: Words, event: EventChoice, events: readonly EventChoice[], action: ActionRef): ControlRow {
  const options = events.slice(0, MAX_CHOSEN).map((one) => eventOption(one, one.id === event.id));
  return { type: "select", select: { placeholder: words.say("select.server-event"), action, options } };
}

function eventOption({ id, name }: EventChoice, chosen: boolean): SelectOption {
  return { ...selectOption(name, "", eventValue(id)), chosen };
}

/** The value that stands for an event in a list: its id, as far as there is room. */
export function eventValue(id: string): string {
  return id.slice(0, LIMITS.component.selectValueLength);
}

function button(label: string, action: ActionRef): ActionButton {
  return { type: "action", label, action, disabled: false };
}

/** Asks for a time zone. */
export function timeZoneForm(words: Words, action: ActionRef, timeZone: string | null): Form {
  return {
    title: words.say("settings.time-zone-form"),
    action,
    fields: [
      {
        name: ZONE_FIELD,
        label: words.say("settings.time-zone-field"),
        lines: "one",
        required: false,
        maxLength: MAX_ZONE,
        value: timeZone,
      },
    ],
  };
}

/** For what was typed as a time zone and is none. Plain text. */
export function unknownZoneLine(words: Words, typed: string): string {
  return words.say("settings.time-zone-unknown", { typed: quoted(words, cut(cleanText(typed).trim(), MAX_ZONE)) });
}

/** For somebody who wants to set something where there is no server. */
export function noServerReply(words: Words): Reply {
  return privateNote(escapeMarkdown(words.say("settings.server-only")), "failure");
}

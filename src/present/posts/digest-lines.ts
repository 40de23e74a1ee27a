import type { DigestPlan, Weekday } from "../../domain/digest-plan.ts";
import type { Words } from "../../domain/words.ts";
import { cleanText } from "../text/clean.ts";
import { cutAtWord } from "../text/cut.ts";
import type { ShownPlan } from "./digest-panel.ts";
import { channelMention, escapeMarkdown } from "../text/markdown.ts";

/** A Monday: which one makes no difference to its name. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 24 * 3_600_000;
const HOUR_MS = 3_600_000;
const TOPIC_ROOM = 70;
/** So many days in a row are told by the first and the last. */
const ROW_LEAST = 3;

/** A digest in a few lines of Discord Markdown. */
export function planLines(words: Words, { plan, next, event }: ShownPlan): readonly string[] {
  const { channel, topic, language, paused, evenIfNothing } = plan;
  const about = topic === null ? words.say("digest.all-news") : words.say("digest.topic", { topic: short(topic) });
  return [
    `${channelMention(channel)} · ${escapeMarkdown(whenOf(words, plan))}`,
    eventLine(words, event),
    escapeMarkdown(`${about} · ${words.say("digest.language", { language: words.languageName(language) })}`),
    escapeMarkdown(words.say(evenIfNothing ? "digest.says-so" : "digest.stays-quiet")),
    paused ? `**${words.say("digest.paused")}**` : nextLine(words, next),
  ].filter((line) => line !== "");
}

function eventLine(words: Words, event: ShownPlan["event"]): string {
  if (event === null) return "";
  const name = cutAtWord(cleanText(event.name).trim(), TOPIC_ROOM);
  const gone = event.isServed ? "" : ` · ${words.say("digest.event-gone")}`;
  return escapeMarkdown(`${words.say("settings.event")} ${name}${gone}`);
}

/** The name of a day in the reader's language. */
export function weekdayName(words: Words, day: Weekday, weekday: "long" | "short"): string {
  return format(words, { weekday }, MONDAY + (day - 1) * DAY_MS);
}

/** A full hour as 24-hour clocks show it: "08:00". */
export function hourOf(words: Words, hour: number): string {
  return format(words, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }, MONDAY + hour * HOUR_MS);
}

function whenOf(words: Words, { days, hour, timeZone }: DigestPlan): string {
  return words.say("digest.when", { days: daysOf(words, days), hour: hourOf(words, hour), zone: timeZone });
}

/** "Monday–Friday", "Tuesday and Sunday". */
function daysOf(words: Words, days: readonly Weekday[]): string {
  const names = days.map((day) => weekdayName(words, day, "long"));
  const isRow = days.length >= ROW_LEAST && days.every((day, place) => day === (days[0] ?? 0) + place);
  return isRow ? `${names[0] ?? ""}–${names.at(-1) ?? ""}` : words.list(names, "and");
}

/** Clients show a timestamp in their own language, clock and time zone. */
function nextLine(words: Words, next: string | null): string {
  if (next === null) return "";
  const seconds = String(Math.floor(Date.parse(next) / 1_000));
  return words.say("digest.next", { at: `<t:${seconds}:F> (<t:${seconds}:R>)` });
}

function short(topic: string): string {
  return cutAtWord(topic, TOPIC_ROOM);
}

function format(words: Words, options: Intl.DateTimeFormatOptions, at: number): string {
  return new Intl.DateTimeFormat(words.language, { ...options, timeZone: "UTC" }).format(at);
}

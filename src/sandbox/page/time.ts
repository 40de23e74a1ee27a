import type { TimestampStyle } from "./markdown/tree.ts";

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
const steps: readonly (readonly [number, Intl.RelativeTimeFormatUnit])[] = [
  [365 * day, "year"],
  [30 * day, "month"],
  [day, "day"],
  [hour, "hour"],
  [minute, "minute"],
  [1, "second"],
];

const formats: Readonly<Record<Exclude<TimestampStyle, "R">, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: "short" },
  T: { timeStyle: "medium" },
  d: { dateStyle: "short" },
  D: { dateStyle: "long" },
  f: { dateStyle: "long", timeStyle: "short" },
  F: { dateStyle: "full", timeStyle: "short" },
};

/** A `<t:…>` timestamp as words, in the reader's locale and time zone. Both times are in seconds since 1970. */
export function timestampText(seconds: number, style: TimestampStyle, locale: string, now: number): string {
  if (style !== "R") {
    return new Intl.DateTimeFormat(locale, formats[style]).format(seconds * 1000);
  }
  const away = seconds - now;
  const [size, unit] = steps.find(([length]) => Math.abs(away) >= length) ?? [1, "second"];
  return new Intl.RelativeTimeFormat(locale, { numeric: "always" }).format(Math.trunc(away / size), unit);
}

/** When a message was sent: the time alone for today, else the day too. `iso` is ISO 8601, `now` seconds since 1970. */
export function sentText(iso: string, locale: string, now: number): string {
  const sent = new Date(iso);
  if (Number.isNaN(sent.getTime())) {
    return "";
  }
  const today = sent.toDateString() === new Date(now * 1000).toDateString();
  return new Intl.DateTimeFormat(locale, today ? { timeStyle: "short" } : { dateStyle: "short", timeStyle: "short" })
    .format(sent)
    .replaceAll("\u202f", " ");
}

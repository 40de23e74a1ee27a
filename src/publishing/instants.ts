/** The instant some milliseconds before another; both ISO 8601. */
export function before(instant: string, ms: number): string {
  return after(instant, -ms);
}

/** The instant some milliseconds after another; both ISO 8601. */
export function after(instant: string, ms: number): string {
  return new Date(Date.parse(instant) + ms).toISOString();
}

/** Milliseconds from an instant (ISO 8601) until another. */
export function elapsed(since: string, until: Date): number {
  return until.getTime() - Date.parse(since);
}

import { count } from "./count.ts";

/** What loading a corpus again brought, in one line for the operator. */
export interface Reload {
  /** Name of the event; null where there is one only. */
  readonly event: string | null;
  readonly articles: number;
  readonly added: number;
  readonly changed: number;
  readonly withdrawn: number;
  /** How long it took. */
  readonly seconds: number;
}

export function describeReload({ event, articles, added, changed, withdrawn, seconds }: Reload): string {
  const of = event === null ? "" : ` of “${event}”`;
  return `The corpus${of} was loaded again in ${seconds.toFixed(1)} s: ${String(added)} added, ${String(changed)} changed, ${String(withdrawn)} withdrawn; ${count(articles, "article")} now.`;
}

/** That an event is served from now on. */
export function describeOpened(event: string, articles: number): string {
  return `“${event}” is served from now on: ${count(articles, "article")}.`;
}

/** That an event is served no more. */
export function describeDropped(event: string): string {
  return `“${event}” is served no more: its folder has gone.`;
}

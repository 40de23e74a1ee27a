import type { ReloadOutcome } from "../domain/curator.ts";
import { count } from "./count.ts";

/** What loading a corpus again brought, in one line for the operator. @param isOneOfSeveral whether to say of which event */
export function describeReload(
  { name, articles, added, changed, withdrawn, seconds }: Extract<ReloadOutcome, { type: "served" }>,
  isOneOfSeveral: boolean,
): string {
  const of = isOneOfSeveral ? ` of “${name}”` : "";
  return `The corpus${of} was loaded again in ${seconds.toFixed(1)} s: ${String(added.length)} added, ${String(changed.length)} changed, ${String(withdrawn.length)} withdrawn; ${count(articles, "article")} now.`;
}

/** That an event is served from now on. */
export function describeOpened(event: string, articles: number): string {
  return `“${event}” is served from now on: ${count(articles, "article")}.`;
}

/** That an event is served no more. */
export function describeDropped(event: string): string {
  return `“${event}” is served no more: its folder has gone.`;
}

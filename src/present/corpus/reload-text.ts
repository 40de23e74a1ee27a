import type { ReloadOutcome } from "../../domain/curator.ts";
import { cleanText } from "../text/clean.ts";
import { count } from "../text/count.ts";

/** What loading a corpus again brought, in one line for the operator. @param isOneOfSeveral whether to say of which event */
export function describeReload(
  { name, version, articles, added, changed, withdrawn, seconds }: Extract<ReloadOutcome, { type: "served" }>,
  isOneOfSeveral: boolean,
): string {
  const of = isOneOfSeveral ? ` of “${name}”` : "";
  return `The corpus${of} was loaded again in ${seconds.toFixed(1)} s: ${String(added.length)} added, ${String(changed.length)} changed, ${String(withdrawn.length)} withdrawn; ${count(articles, "article")} now, version ${version}.`;
}

/** That an event is served from now on. */
export function describeOpened(event: string, articles: number): string {
  return `“${event}” is served from now on: ${count(articles, "article")}.`;
}

/** That an event is served no more. */
export function describeDropped(event: string): string {
  return `“${event}” is served no more: its folder has gone.`;
}

/** That a corpus is not served because of what was told before. */
export function describeGoldRefusal(event: string | null): string {
  const of = event === null ? "" : ` of “${event}”`;
  return `The articles${of} loaded before stay: event.yaml asks for “gold: require”. Mend the article or the gold question, and load again.`;
}

/** That changes of the corpus's files may go unnoticed. */
export function describeUnwatched(reason: string): string {
  return `The corpus folder cannot be watched (${cleanText(reason)}): changes are served after SIGHUP or /corpus reload.`;
}

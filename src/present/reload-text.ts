import type { ReloadOutcome } from "../domain/curator.ts";
import type { GoldQuestion, GoldResult, Regression } from "../domain/gold.ts";
import { cleanText } from "./clean.ts";
import { count } from "./count.ts";
import { cut } from "./cut.ts";

/** Characters of a sentence. */
const SHOWN_MOST = 200;

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

/** That a gold question has gone wrong, how, and through which articles. */
export function describeRegression({ now, causes }: Regression): string {
  const { question, expect } = now.gold;
  const causing = causes.map(({ id, how }) => `${id} (${how})`).join(", ");
  const through = causes.length === 0 ? "" : ` Because of ${causing}.`;
  return cleanText(`The gold question “${question}” goes wrong: ${wrongIn(now, expect)}.${through}`);
}

function wrongIn({ failure, shown }: GoldResult, expect: GoldQuestion["expect"]): string {
  const first =
    shown[0] === undefined ? "" : `; now it is “${cut(shown[0].text, SHOWN_MOST)}” from ${shown[0].articleId}`;
  switch (failure?.id) {
    case "other-article":
      return `its answer was to cite ${failure.expected.join(" or ")}${first}`;
    case "words-missing":
      return `its answer was to hold “${failure.missing.join("”, “")}”${first}`;
    case "answered-though-silent-expected":
      return `there was to be no answer${first}`;
    default:
      return expect === "answered" ? "it has no answer any more" : "it cannot be looked up";
  }
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

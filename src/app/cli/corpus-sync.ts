import { readEventSources } from "../../corpus/event-sources.ts";
import { listWithdrawn } from "../../corpus/keep/withdraw-article.ts";
import { loadCorpus } from "../../corpus/load-corpus.ts";
import { planDrafts } from "../../curating/plan-drafts.ts";
import { nextState } from "../../curating/sync/next-state.ts";
import { type Round, syncedSources, visitSources } from "../../curating/sync/sync-sources.ts";
import type { SyncState } from "../../curating/sync/sync-state.ts";
import { withdrawnBefore } from "../../curating/withdrawn-before.ts";
import type { Corpus } from "../../domain/corpus.ts";
import type { PlannedArticle } from "../../domain/intake.ts";
import type { KeptArticle } from "../../domain/keeping.ts";
import type { EventSource } from "../../domain/syncing.ts";
import { createFetcher } from "../../fetch/create-fetcher.ts";
import { EXIT_CODES } from "../../ops/exit-codes.ts";
import { count } from "../../present/text/count.ts";
import { previewText } from "../../present/corpus/import-text.ts";
import { describeProblem } from "../../present/corpus/problems.ts";
import { syncText, usesText } from "../../present/corpus/sync-text.ts";
import { sentencesOf } from "../../text/sentences-of.ts";
import { softwareVersion } from "../project-root.ts";
import { canAsk, confirms, openAsking } from "./asking.ts";
import { usesOf } from "./citing.ts";
import type { Consent } from "./corpus-import.ts";
import { type EventPlace, type KeepingConfiguration, withEventFolder } from "./event-place.ts";
import { usageError } from "./open.ts";
import { progressLine } from "./progress-line.ts";
import { readSyncState, syncStateFile, writeSyncState } from "./sync-state-file.ts";
import { type Terminal, writeLine } from "./terminal.ts";
import { writePlan } from "./write-plan.ts";

/** `footnote corpus sync`: looks at the sources of an event, says what is another since last time, and writes it. */
export async function runCorpusSync(terminal: Terminal, options: EventPlace & Consent): Promise<number> {
  return withEventFolder(terminal, options, async (folder, configuration) => {
    const { sources, problems } = await readEventSources(folder);
    for (const problem of problems) await writeLine(terminal.messages, describeProblem(problem));
    if (problems.some(({ severity }) => severity === "error")) return EXIT_CODES["corpus-has-problems"];
    if (sources.length === 0) {
      return usageError(terminal, `There is nothing to fetch: ${folder}/event.yaml lists no “sources”.`);
    }
    return syncEvent(terminal, sources, folder, configuration, options);
  });
}

async function syncEvent(
  terminal: Terminal,
  sources: readonly EventSource[],
  folder: string,
  configuration: KeepingConfiguration,
  options: Consent,
): Promise<number> {
  const { signal } = terminal;
  const corpus = await loadCorpus([folder], { signal });
  const file = await syncStateFile(configuration.data, folder);
  const { state, damaged } = await readSyncState(file);
  if (damaged !== null) {
    await writeLine(
      terminal.messages,
      `What was known of the sources could not be read, and was set aside as ${damaged}; everything is looked at anew.`,
    );
  }
  const round = await visitAll(terminal, sources, state, configuration);
  const withdrawn = await withdrawnPages(folder, round);
  const drafts = round.drafts.filter(({ from }) => !withdrawn.has(from));
  const plan = await planDrafts(drafts, corpus.articles, signal);
  await tellRound(terminal, round, plan, options.verbose === true);
  await writeLine(terminal.output, syncText(syncedSources(round.visited, plan, withdrawn)));
  const changes = plan.filter(({ outcome }) => outcome.type !== "unchanged");
  const hasErrors = round.problems.some(({ severity }) => severity === "error");
  const done = hasErrors ? EXIT_CODES["corpus-has-problems"] : EXIT_CODES.ok;
  if (options.dryRun === true) {
    await writeLine(terminal.output, `${count(changes.length, "article")} would be written to ${folder}`);
    return done;
  }
  if (changes.length > 0 && !(await isWanted(terminal, changes.length, options))) return EXIT_CODES["not-confirmed"];
  const report = await writePlan(terminal, plan, folder);
  if (report === null) return EXIT_CODES["corpus-has-problems"];
  await tellUses(terminal, folder, corpus, round, report.articles);
  const ofPage = new Map([...withdrawn, ...report.articles.map(({ from, article }) => [from, article.id] as const)]);
  await writeSyncState(
    file,
    nextState(state, round.visited, (url) => ofPage.get(url)),
  );
  return report.refused.length > 0 ? EXIT_CODES["corpus-has-problems"] : done;
}

async function visitAll(
  terminal: Terminal,
  sources: readonly EventSource[],
  state: SyncState,
  { fetchHosts }: KeepingConfiguration,
): Promise<Round> {
  const { signal, messages } = terminal;
  const fetcher = createFetcher({ userAgent: `Footnote/${softwareVersion()}`, allowedHosts: fetchHosts });
  const line = progressLine(messages);
  try {
    return await visitSources(sources, state, {
      fetcher,
      today: new Date().toISOString().slice(0, 10),
      signal,
      onProgress: (pages) => line.show(`${count(pages, "page")} looked at`),
    });
  } finally {
    line.clear();
    await fetcher.close();
  }
}

/** Pages whose articles somebody took out, with their ids: a program does not bring them back. */
async function withdrawnPages(folder: string, { drafts }: Round): Promise<ReadonlyMap<string, string>> {
  const listed = await listWithdrawn(folder);
  const again = listed.ok ? withdrawnBefore(drafts, listed.value) : [];
  return new Map(
    again.flatMap(({ file, detail }) => (detail.id === "withdrawn-before" ? [[file, detail.article] as const] : [])),
  );
}

async function tellRound(
  terminal: Terminal,
  { problems }: Round,
  plan: readonly PlannedArticle[],
  isVerbose: boolean,
): Promise<void> {
  const changes = plan.filter(({ outcome }) => outcome.type !== "unchanged");
  const previewed = changes.map((planned) => ({
    planned,
    sentences: () => sentencesOf(planned.draft.article).length,
    doubts: problems.filter(({ severity, file }) => severity === "warning" && file === planned.from),
  }));
  if (previewed.length > 0) await writeLine(terminal.output, previewText(previewed, isVerbose));
  for (const problem of problems.filter(({ severity }) => severity === "error")) {
    await writeLine(terminal.messages, describeProblem(problem));
  }
}

async function isWanted(terminal: Terminal, articles: number, { yes }: Consent): Promise<boolean> {
  if (yes === true) return true;
  if (!canAsk(terminal)) {
    await writeLine(terminal.messages, "Nothing was written. Add --yes to write it.");
    return false;
  }
  const asking = openAsking(terminal);
  try {
    return await confirms(asking, `Write ${count(articles, "article")}?`);
  } finally {
    asking.close();
  }
}

async function tellUses(
  terminal: Terminal,
  folder: string,
  { event }: Corpus,
  { visited }: Round,
  kept: readonly KeptArticle[],
): Promise<void> {
  const changed = kept.filter(({ outcome }) => outcome === "replaced").map(({ article }) => article.id);
  const gone = visited.flatMap(({ visits }) =>
    visits.flatMap((visit) => (visit.type === "gone" && visit.article !== null ? [visit.article] : [])),
  );
  const uses = await usesOf(terminal, folder, event.id, [...new Set([...changed, ...gone])]);
  if (uses.length > 0) await writeLine(terminal.output, usesText(uses));
}

import { isJsonLinesName } from "../../corpus/json-lines-name.ts";
import { listWithdrawn } from "../../corpus/keep/withdraw-article.ts";
import { loadCorpus } from "../../corpus/load-corpus.ts";
import { planDrafts } from "../../curating/plan-drafts.ts";
import { withdrawnBefore } from "../../curating/withdrawn-before.ts";
import type { CuratingStep } from "../../domain/curator.ts";
import type { GivenFields, PlannedArticle } from "../../domain/intake.ts";
import type { Problem } from "../../domain/problem.ts";
import { createFetcher } from "../../fetch/create-fetcher.ts";
import { EXIT_CODES } from "../../ops/exit-codes.ts";
import { count } from "../../present/text/count.ts";
import { stepText } from "../../present/corpus/curating-steps.ts";
import { previewText } from "../../present/corpus/import-text.ts";
import { describeProblem } from "../../present/corpus/problems.ts";
import { sentencesOf } from "../../text/sentences-of.ts";
import { softwareVersion } from "../project-root.ts";
import { askDoubts, type DoubtedDraft } from "./ask-doubts.ts";
import { canAsk, confirms, openAsking } from "./asking.ts";
import { type EventPlace, type KeepingConfiguration, withEventFolder } from "./event-place.ts";
import { importArchive, isArchiveName } from "./import-archive.ts";
import { findSources, type ImportSource } from "./import-sources.ts";
import { usageError } from "./open.ts";
import { progressLine } from "./progress-line.ts";
import { type ReadSources, readSources } from "./read-sources.ts";
import { type Terminal, writeLine } from "./terminal.ts";
import { writePlan } from "./write-plan.ts";

/** Whether what is shown is then written. */
export interface Consent {
  /** Without being asked. */
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly verbose?: boolean;
}

export interface ImportOptions extends EventPlace, GivenFields, Consent {
  /** Whether an event that is there makes way for an archive's. */
  readonly replace?: boolean;
}

/** `footnote corpus import`: reads sources, shows what would be written, and writes it where that is wanted. */
export async function runCorpusImport(
  terminal: Terminal,
  words: readonly string[],
  options: ImportOptions,
): Promise<number> {
  const archive = words.find(isArchiveName);
  if (archive !== undefined && words.length > 1) {
    return usageError(terminal, "Import an archive by itself: it is a whole event.");
  }
  return withEventFolder(terminal, options, async (folder, configuration) => {
    if (archive !== undefined) return importArchive(terminal, archive, folder, options);
    const found = await findSources(words);
    const isSeveral = found.sources.length > 1 || words.some(isJsonLinesName);
    if (isSeveral && (options.title !== undefined || options.url !== undefined)) {
      return usageError(
        terminal,
        "Give --title and --url with one text only: several articles cannot share them, and a JSON Lines file has its own.",
      );
    }
    if (found.sources.filter(({ type }) => type === "input").length > 1) {
      return usageError(terminal, "Standard input can be read once only.");
    }
    return importAll(terminal, found.sources, found.problems, { folder, configuration, options });
  });
}

interface Import {
  readonly folder: string;
  readonly configuration: KeepingConfiguration;
  readonly options: ImportOptions;
}

async function importAll(
  terminal: Terminal,
  sources: readonly ImportSource[],
  found: readonly Problem[],
  { folder, configuration, options }: Import,
): Promise<number> {
  const { signal } = terminal;
  const corpus = await loadCorpus([folder], { signal });
  const several = corpus.problems.find(({ detail }) => detail.id === "several-events");
  if (several !== undefined) {
    await writeLine(terminal.messages, describeProblem(several));
    return EXIT_CODES.usage;
  }
  const today = new Date().toISOString().slice(0, 10);
  const read = await readAll(terminal, sources, givenFields(options), configuration, today);
  const withdrawn = await listWithdrawn(folder);
  const again = withdrawn.ok ? withdrawnBefore(read.drafts, withdrawn.value) : [];
  const problems = [...found, ...read.problems, ...again];
  let drafts = withDoubts({ ...read, problems });
  let plan = await planDrafts(drafts, corpus.articles, signal);
  await tellPlan(terminal, plan, drafts, problems, options.verbose === true);
  const hasErrors = problems.some(({ severity }) => severity === "error");
  const done = hasErrors ? EXIT_CODES["corpus-has-problems"] : EXIT_CODES.ok;
  if (countChanges(plan) === 0) {
    await writeLine(terminal.output, nothingToWrite(plan));
    return done;
  }
  if (options.dryRun === true) {
    await writeLine(terminal.output, `${count(countChanges(plan), "article")} would be written to ${folder}`);
    return done;
  }
  if (options.yes !== true) {
    if (!canAsk(terminal) || sources.some(({ type }) => type === "input")) {
      await writeLine(terminal.messages, "Nothing was written. Add --yes to write it.");
      return EXIT_CODES["not-confirmed"];
    }
    const asking = openAsking(terminal);
    try {
      const settled = await askDoubts(terminal, asking, concernedBy(plan, drafts), today);
      if (settled.some(({ draft }) => !drafts.some((one) => one.draft === draft))) {
        drafts = settled;
        plan = await planDrafts(drafts, corpus.articles, signal);
        await tellPlan(terminal, plan, drafts, [], options.verbose === true);
      }
      if (!(await confirms(asking, `Write ${count(countChanges(plan), "article")}?`))) {
        await writeLine(terminal.output, "Nothing was written.");
        return EXIT_CODES["not-confirmed"];
      }
    } finally {
      asking.close();
    }
  }
  const report = await writePlan(terminal, plan, folder);
  return report === null || report.refused.length > 0 ? EXIT_CODES["corpus-has-problems"] : done;
}

async function readAll(
  terminal: Terminal,
  sources: readonly ImportSource[],
  given: GivenFields,
  { fetchHosts }: KeepingConfiguration,
  today: string,
): Promise<ReadSources> {
  const fetcher = createFetcher({ userAgent: `Footnote/${softwareVersion()}`, allowedHosts: fetchHosts });
  const line = progressLine(terminal.messages);
  const onProgress = (done: number, of: number, step: CuratingStep | null): void => {
    const place = of > 1 ? `${String(done)} of ${String(of)} read` : "Reading";
    line.show(step === null ? place : `${place}: ${stepText(step)}`);
  };
  try {
    return await readSources(terminal, sources, { fetcher, given, today, onProgress });
  } finally {
    line.clear();
    await fetcher.close();
  }
}

/** The drafts, each with the warnings about it; those of a source with many articles are told apart by their lines. */
function withDoubts({ drafts, problems }: ReadSources): readonly DoubtedDraft[] {
  const ofSource = new Map<string, number>();
  for (const { from } of drafts) ofSource.set(from, (ofSource.get(from) ?? 0) + 1);
  const isAlone = (source: string): boolean => ofSource.get(source) === 1;
  const keyOf = (source: string, line: number | null): string =>
    isAlone(source) ? source : `${source}\n${String(line)}`;
  const warnings = new Map<string, Problem[]>();
  for (const problem of problems) {
    const { severity, field, file, line } = problem;
    if (severity === "error" || field === null) continue;
    const others = warnings.get(keyOf(file, line));
    if (others === undefined) warnings.set(keyOf(file, line), [problem]);
    else others.push(problem);
  }
  return drafts.map((one) => {
    return { ...one, doubts: warnings.get(keyOf(one.from, one.draft.article.source.bodyLine)) ?? [] };
  });
}

/** Shows a plan; what is wrong beside its articles goes to the messages. */
async function tellPlan(
  terminal: Terminal,
  plan: readonly PlannedArticle[],
  drafts: readonly DoubtedDraft[],
  problems: readonly Problem[],
  isVerbose: boolean,
): Promise<void> {
  const told = new Set(drafts.flatMap(({ doubts }) => doubts));
  const previewed = plan.map((planned, place) => ({
    planned,
    sentences: () => sentencesOf(planned.draft.article).length,
    doubts: drafts[place]?.doubts ?? [],
  }));
  if (previewed.length > 0) await writeLine(terminal.output, previewText(previewed, isVerbose));
  for (const problem of problems) {
    if (!told.has(problem)) await writeLine(terminal.messages, describeProblem(problem));
  }
}

/** Whatever stays as it is needs no asking. */
function concernedBy(plan: readonly PlannedArticle[], drafts: readonly DoubtedDraft[]): readonly DoubtedDraft[] {
  return drafts.map((one, place) => (plan[place]?.outcome.type === "unchanged" ? { ...one, doubts: [] } : one));
}

function countChanges(plan: readonly PlannedArticle[]): number {
  return plan.filter(({ outcome }) => outcome.type !== "unchanged").length;
}

function nothingToWrite(plan: readonly PlannedArticle[]): string {
  return plan.length === 0 ? "0 articles written" : `0 articles written, ${String(plan.length)} there already`;
}

function givenFields({ title, publisher, url, published, language, kind }: ImportOptions): GivenFields {
  return {
    ...(title === undefined ? {} : { title }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(url === undefined ? {} : { url }),
    ...(published === undefined ? {} : { published }),
    ...(language === undefined ? {} : { language }),
    ...(kind === undefined ? {} : { kind }),
  };
}

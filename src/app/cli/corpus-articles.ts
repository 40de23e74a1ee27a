import { checkArticleFile } from "../../corpus/keep/check-article-file.ts";
import { listVersions, readVersion } from "../../corpus/keep/versions.ts";
import { listWithdrawn } from "../../corpus/keep/withdraw-article.ts";
import { loadCorpus } from "../../corpus/load-corpus.ts";
import type { Article } from "../../domain/article.ts";
import type { Corpus } from "../../domain/corpus.ts";
import type { KeepingFailure, WithdrawnArticle } from "../../domain/keeping.ts";
import { EXIT_CODES } from "../../ops/exit-codes.ts";
import { articleLine, articleText, versionsText, withdrawnLine } from "../../present/answers/article-lines.ts";
import { count } from "../../present/text/count.ts";
import { describeKeepingFailure } from "../../present/corpus/keeping-failures.ts";
import { describeProblem } from "../../present/corpus/problems.ts";
import { fold } from "../../text/fold.ts";
import { type EventPlace, withEventFolder } from "./event-place.ts";
import { type Terminal, writeLine } from "./terminal.ts";

/** Says why an event folder was not changed, or not read. @returns the exit code */
export async function tellFailure(terminal: Terminal, failure: KeepingFailure): Promise<number> {
  await writeLine(terminal.messages, describeKeepingFailure(failure));
  return EXIT_CODES["corpus-has-problems"];
}

/** The corpus of an event's folder. What is wrong with the folder itself is told. */
export async function withArticles(
  terminal: Terminal,
  place: EventPlace,
  use: (corpus: Corpus, folder: string) => Promise<number>,
): Promise<number> {
  return withEventFolder(terminal, place, async (folder) => {
    const corpus = await loadCorpus([folder], { signal: terminal.signal });
    const wrong = corpus.problems.find(({ detail }) =>
      ["folder-missing", "folder-unreadable", "no-corpus", "several-events"].includes(detail.id),
    );
    if (wrong === undefined) return use(corpus, folder);
    await writeLine(terminal.messages, describeProblem(wrong));
    return EXIT_CODES["corpus-empty"];
  });
}

/** `footnote corpus list`: the articles, newest first, then those that were taken out. */
export async function runCorpusList(
  terminal: Terminal,
  place: EventPlace,
  { words, json }: { readonly words: readonly string[]; readonly json: boolean },
): Promise<number> {
  return withArticles(terminal, place, async ({ articles }, folder) => {
    const withdrawn = await listWithdrawn(folder);
    const wanted = articles.filter((article) => isAbout(article, words));
    const out = (withdrawn.ok ? withdrawn.value : []).filter((one) => isAbout(one.article ?? one, words));
    if (json) {
      const record = { articles: wanted.map(recordOf), withdrawn: out.map(withdrawnRecordOf) };
      await writeLine(terminal.output, JSON.stringify(record));
      return EXIT_CODES.ok;
    }
    for (const article of wanted) await writeLine(terminal.output, articleLine(article));
    for (const one of out) await writeLine(terminal.output, withdrawnLine(one));
    const taken = out.length === 0 ? "" : `, ${String(out.length)} withdrawn`;
    await writeLine(terminal.output, `${count(wanted.length, "article")}${taken}`);
    return EXIT_CODES.ok;
  });
}

/** `footnote corpus show`: an article as it is served, was served, or was withdrawn. */
export async function runCorpusShow(
  terminal: Terminal,
  place: EventPlace,
  id: string,
  version: string | null,
): Promise<number> {
  return withArticles(terminal, place, async ({ articles }, folder) => {
    if (version !== null) {
      const bytes = await readVersion(folder, id, version);
      if (!bytes.ok) return tellFailure(terminal, bytes.error);
      const earlier = checkArticleFile(bytes.value, id, new Date().toISOString().slice(0, 10));
      if (!earlier.ok) return tellFailure(terminal, earlier.error);
      await writeLine(terminal.output, articleText(earlier.value));
      return EXIT_CODES.ok;
    }
    const served = articles.find((article) => article.id === id);
    const withdrawn = served === undefined ? await listWithdrawn(folder) : null;
    const out = withdrawn?.ok === true ? withdrawn.value.find((one) => one.id === id) : undefined;
    const article = served ?? out?.article;
    if (article === undefined || article === null) return tellFailure(terminal, { id: "article-missing", article: id });
    if (out !== undefined) await writeLine(terminal.output, withdrawnLine(out));
    await writeLine(terminal.output, articleText(article));
    return EXIT_CODES.ok;
  });
}

/** `footnote corpus versions`. */
export async function runCorpusVersions(terminal: Terminal, place: EventPlace, id: string): Promise<number> {
  return withEventFolder(terminal, place, async (folder) => {
    const versions = await listVersions(folder, id);
    if (!versions.ok) return tellFailure(terminal, versions.error);
    await writeLine(terminal.output, versionsText(versions.value));
    return EXIT_CODES.ok;
  });
}

function isAbout(
  article: Partial<Pick<Article, "title" | "publisher">> & Pick<Article, "id">,
  words: readonly string[],
): boolean {
  const text = fold([article.id, article.title ?? "", article.publisher ?? ""].join(" "));
  return words.every((word) => text.includes(fold(word)));
}

function recordOf({
  id,
  title,
  publisher,
  agency,
  authors,
  url,
  published,
  language,
  kind,
  note,
  reprintOf,
}: Article): object {
  return { id, title, publisher, agency, authors, url, published, language, kind, note, reprintOf };
}

function withdrawnRecordOf({ id, article, on, reason }: WithdrawnArticle): object {
  return { id, title: article?.title ?? null, publisher: article?.publisher ?? null, on, reason };
}

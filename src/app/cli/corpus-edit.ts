import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { differingFields } from "../../corpus/keep/article-content.ts";
import { type ArticleChange, editArticle } from "../../corpus/keep/edit-article.ts";
import { versionOf } from "../../corpus/keep/versions.ts";
import { paragraphChanges } from "../../corpus/keep/paragraph-changes.ts";
import { corpusLimits } from "../../corpus/limits.ts";
import { readFileBytes, readTextFile } from "../../corpus/read-text-file.ts";
import type { Article } from "../../domain/article.ts";
import { EXIT_CODES } from "../../ops/exit-codes.ts";
import { changeLines } from "../../present/corpus/import-text.ts";
import { describeProblem } from "../../present/corpus/problems.ts";
import { tellFailure, withArticles } from "./corpus-articles.ts";
import type { EventPlace } from "./event-place.ts";
import { readFieldSettings } from "./field-settings.ts";
import { usageError } from "./open.ts";
import { type Terminal, writeLine } from "./terminal.ts";

export interface EditWanted {
  /** As `field=value`. */
  readonly set: readonly string[];
  /** Whether the file is opened in the person's editor. */
  readonly editor: boolean;
}

/** `footnote corpus edit`: changes an article, or says why it would be none then; the old version is kept. */
export async function runCorpusEdit(
  terminal: Terminal,
  place: EventPlace,
  id: string,
  { set, editor }: EditWanted,
): Promise<number> {
  if (editor === set.length > 0) return usageError(terminal, "Give --set field=value, or --editor.");
  const fields = readFieldSettings(set);
  if (!fields.ok) return usageError(terminal, fields.error);
  return withArticles(terminal, place, async ({ articles }, folder) => {
    const before = articles.find((article) => article.id === id) ?? null;
    if (editor) return editInEditor(terminal, folder, id, before);
    const missing = before === null ? ({ id: "article-missing", article: id } as const) : null;
    if (missing !== null) return tellFailure(terminal, missing);
    return write(terminal, folder, id, before, { type: "fields", fields: fields.value });
  });
}

async function write(
  terminal: Terminal,
  folder: string,
  id: string,
  before: Article | null,
  change: ArticleChange,
  expected?: string,
): Promise<number> {
  const options = { signal: terminal.signal, ...(expected === undefined ? {} : { expected }) };
  const edited = await editArticle(folder, id, change, options);
  if (!edited.ok) return tellFailure(terminal, edited.error);
  const { article, replaced } = edited.value;
  if (replaced === null) {
    await writeLine(terminal.output, `${id} stays as it is`);
    return EXIT_CODES.ok;
  }
  if (before !== null) {
    const body = paragraphChanges(before.body, article.body);
    const lines = changeLines(before, article, differingFields(before, article), body, true);
    for (const line of lines) await writeLine(terminal.output, line);
  }
  await writeLine(terminal.output, `${id} is changed; “corpus restore-version ${id} ${replaced}” brings back what was`);
  return EXIT_CODES.ok;
}

/** An article whose file is not sound, and is served to nobody, can be mended so too. */
async function editInEditor(terminal: Terminal, folder: string, id: string, before: Article | null): Promise<number> {
  const { environment, messages } = terminal;
  const [command, ...words] = (environment["VISUAL"] ?? environment["EDITOR"] ?? "").split(/\s+/u).filter(Boolean);
  if (command === undefined)
    return usageError(terminal, "Set EDITOR to the editor to open, or give --set field=value.");
  if (!/^[a-z0-9][a-z0-9-]{0,58}$/u.test(id)) return tellFailure(terminal, { id: "article-id-invalid", received: id });
  const file = join(folder, "articles", `${id}.md`);
  const present = await readFileBytes(file, corpusLimits.articleFileBytes);
  if (!present.ok) {
    const problem = { severity: "error", file, line: null, field: null, detail: present.error } as const;
    await writeLine(messages, describeProblem(problem));
    return EXIT_CODES["corpus-has-problems"];
  }
  const aside = await mkdtemp(join(tmpdir(), "footnote-edit-"));
  const copy = join(aside, `${id}.md`);
  await writeFile(copy, present.value);
  const child = spawn(command, [...words, copy], { stdio: "inherit", signal: terminal.signal });
  const [code]: readonly unknown[] = await once(child, "close").catch(() => [null]);
  terminal.signal.throwIfAborted();
  const text = await readTextFile(copy, corpusLimits.articleFileBytes);
  if (code !== 0 || !text.ok) {
    await rm(aside, { recursive: true, force: true });
    await writeLine(messages, `The editor ${command} did not end well, so nothing was changed.`);
    return EXIT_CODES["corpus-has-problems"];
  }
  const done = await write(terminal, folder, id, before, { type: "file", file: text.value }, versionOf(present.value));
  if (done === EXIT_CODES.ok) await rm(aside, { recursive: true, force: true });
  else await writeLine(messages, `What you wrote is in ${copy}.`);
  return done;
}

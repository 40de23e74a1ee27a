import { stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { type Document, isMap, isSeq, parseDocument } from "yaml";
import type { GoldQuestion } from "../domain/gold.ts";
import type { KeepingFailure } from "../domain/keeping.ts";
import type { Problem, ProblemDetail } from "../domain/problem.ts";
import type { Result } from "../domain/result.ts";
import { withFolderLock } from "./keep/folder-lock.ts";
import { eventFoldersIn, isEventFolder } from "./event-folders.ts";
import { eventFields } from "./field-schemas.ts";
import { corpusLimits } from "./limits.ts";
import { goldLimits, parseGold, type ParsedGold } from "./parse-gold.ts";
import { readTextFile, reasonOf } from "./read-text-file.ts";
import { readYaml } from "./yaml-fields.ts";
import { replaceFile } from "./write-atomically.ts";

const FILE = "gold.yaml";

/** Words at the top of a file that this program begins. */
const HEADING = ` Questions with known answers. “footnote gold” asks them all and says which fail.`;

/**
 * The gold questions of an event folder; none where it has no `gold.yaml`.
 *
 * @param shown the folder as messages name it, ending in a slash, or empty
 */
export async function loadGold(folder: string, shown: string): Promise<ParsedGold> {
  const file = `${shown}${FILE}`;
  const text = await readTextFile(join(folder, FILE), goldLimits.fileBytes);
  if (text.ok) return parseGold(text.value, file);
  if (text.error.id === "file-unreadable" && text.error.reason === "ENOENT") return { questions: [], problems: [] };
  return { questions: [], problems: [problemOf(file, text.error)] };
}

/** What becomes of a corpus that spoils a gold question, as `event.yaml` says: it is reported where it says nothing. */
export async function loadGoldRule(folder: string): Promise<"report" | "require"> {
  const text = await readTextFile(join(folder, "event.yaml"), corpusLimits.eventFileBytes);
  const { data } = readYaml(text.ok ? text.value : "", 1);
  return eventFields.pick({ gold: true }).safeParse(data ?? {}).data?.gold ?? "report";
}

/** What is wrong with an event folder's gold questions, among it articles that are not there (any more). */
export async function checkGold(
  folder: string,
  shown: string,
  articleIds: ReadonlySet<string>,
): Promise<readonly Problem[]> {
  const { questions, problems } = await loadGold(folder, shown);
  const file = `${shown}${FILE}`;
  const missing = questions.flatMap(({ id: goldId, articles }) =>
    articles
      .filter((id) => !articleIds.has(id))
      .map((articleId): Problem => {
        const detail = { id: "gold-article-unknown", goldId, articleId } as const;
        return { severity: "warning", file, line: null, field: goldId, detail };
      }),
  );
  return [...problems, ...missing];
}

/**
 * The event folders that paths given as a corpus mean, as `loadCorpus` finds them: an event folder itself, or those in a
 * folder. A JSON Lines file has none.
 */
export async function eventFoldersOf(paths: readonly string[]): Promise<readonly string[]> {
  const folders: string[] = [];
  for (const path of paths) {
    const absolute = resolve(path);
    try {
      if (!(await stat(absolute)).isDirectory()) continue;
      if (await isEventFolder(absolute)) folders.push(absolute);
      else folders.push(...(await eventFoldersIn(absolute)).map((name) => join(absolute, name)));
    } catch {
      // What is wrong with the path is told by whoever loads the corpus.
      continue;
    }
  }
  return folders;
}

/** Why a gold file was left as it was. `problems`: it, or it with the question, could not be read. */
export type GoldFileRefusal =
  | { readonly id: "taken"; readonly by: GoldQuestion }
  | { readonly id: "full"; readonly limit: number }
  | { readonly id: "unknown" }
  /** Mostly: somebody else changes the folder, and was waited for long enough. */
  | { readonly id: "not-kept"; readonly failure: KeepingFailure }
  | { readonly id: "problems"; readonly problems: readonly Problem[] };

/**
 * Adds a question to the folder's `gold.yaml`, which is made where it is missing; comments and layout stay. Whole or not
 * at all, after a kill at any moment too.
 */
export async function addGold(folder: string, gold: GoldQuestion): Promise<Result<GoldQuestion, GoldFileRefusal>> {
  return change(folder, (document, questions) => {
    const same = questions.find(({ id, question }) => id === gold.id || question === gold.question);
    if (same !== undefined) return { ok: false, error: { id: "taken", by: same } };
    if (questions.length >= goldLimits.questions) {
      return { ok: false, error: { id: "full", limit: goldLimits.questions } };
    }
    const entry = document.createNode(entryOf(gold));
    if (isSeq(document.contents)) document.contents.add(entry);
    else document.contents = document.createNode([entry]);
    return { ok: true, value: gold };
  });
}

/** Removes a question, with the comment above it. */
export async function removeGold(folder: string, id: string): Promise<Result<GoldQuestion, GoldFileRefusal>> {
  return change(folder, (document, questions) => {
    const gold = questions.find((one) => one.id === id);
    if (gold === undefined || !isSeq(document.contents)) return { ok: false, error: { id: "unknown" } };
    const place = document.contents.items.findIndex((item) => isMap(item) && item.get("id") === id);
    document.contents.delete(place);
    return { ok: true, value: gold };
  });
}

type Change = (document: Document, questions: readonly GoldQuestion[]) => Result<GoldQuestion, GoldFileRefusal>;

/** Changes the file while nobody else changes the folder. */
async function change(folder: string, edit: Change): Promise<Result<GoldQuestion, GoldFileRefusal>> {
  try {
    const changed = await withFolderLock(folder, {}, async () => ({
      ok: true,
      value: await changeAlone(folder, edit),
    }));
    return changed.ok ? changed.value : { ok: false, error: { id: "not-kept", failure: changed.error } };
  } catch (error) {
    const problem = problemOf(`${basename(folder)}/${FILE}`, { id: "file-unwritable", reason: reasonOf(error) });
    return { ok: false, error: { id: "problems", problems: [problem] } };
  }
}

async function changeAlone(folder: string, edit: Change): Promise<Result<GoldQuestion, GoldFileRefusal>> {
  const path = join(folder, FILE);
  const shown = `${basename(folder)}/${FILE}`;
  const refuse = (detail: ProblemDetail): Result<never, GoldFileRefusal> => {
    return { ok: false, error: { id: "problems", problems: [problemOf(shown, detail)] } };
  };
  const text = await readTextFile(path, goldLimits.fileBytes);
  const isNew = !text.ok && text.error.id === "file-unreadable" && text.error.reason === "ENOENT";
  if (!text.ok && !isNew) return refuse(text.error);
  const before = text.ok ? text.value : "";
  const { questions, problems } = parseGold(before, shown);
  const errors = problems.filter(({ severity }) => severity === "error");
  // What cannot be read could not be written back as it stands either.
  if (errors.length > 0) return { ok: false, error: { id: "problems", problems: errors } };
  const document: Document = parseDocument(before);
  if (isNew) document.commentBefore = HEADING;
  const edited = edit(document, questions);
  if (!edited.ok) return edited;
  const written = document.toString({ lineWidth: 120, flowCollectionPadding: false });
  const amiss = parseGold(written, shown).problems.filter(({ severity }) => severity === "error");
  // Rather a question less than a file that cannot be read any more.
  if (amiss.length > 0) return { ok: false, error: { id: "problems", problems: amiss } };
  const bytes = Buffer.from(written);
  const limit = goldLimits.fileBytes;
  if (bytes.length > limit) return refuse({ id: "file-too-large", bytes: bytes.length, limit });
  await replaceFile(path, [bytes]);
  return edited;
}

/** The fields of a question as they are written, the empty ones left out. */
function entryOf({ id, question, expect, articles, contains, note, added }: GoldQuestion): Record<string, unknown> {
  return {
    id,
    question,
    expect,
    ...(articles.length === 0 ? {} : { article: oneOrMany(articles) }),
    ...(contains.length === 0 ? {} : { contains: oneOrMany(contains) }),
    ...(note === null ? {} : { note }),
    ...(added === null ? {} : { added }),
  };
}

function oneOrMany(texts: readonly string[]): string | readonly string[] {
  return texts.length === 1 ? (texts[0] ?? "") : texts;
}

function problemOf(file: string, detail: ProblemDetail): Problem {
  return { severity: "error", file, line: null, field: null, detail };
}

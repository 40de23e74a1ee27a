import { join } from "node:path";
import type { KeepingFailure, WithdrawnArticle } from "../../domain/keeping.ts";
import type { Result } from "../../domain/result.ts";
import { findHiddenCharacters } from "../characters.ts";
import { isPartialDate } from "../partial-date.ts";
import { exists } from "../write-atomically.ts";
import { changeEvent } from "./change-event.ts";
import { checkArticleFile } from "./check-article-file.ts";
import {
  checkId,
  guarded,
  placeFor,
  readKept,
  todayOf,
  whyNoEvent,
  type EventFolder,
  type KeepOptions,
} from "./event-folder.ts";
import { isHalfMoved, withdrawnIds } from "./half-moved.ts";
import { keepVersion } from "./versions.ts";
import { withdrawalOf, withoutWithdrawal, withWithdrawal, type Withdrawal } from "./withdrawal-marks.ts";

const longestReason = 300;

/**
 * Takes an article out: its file moves to `withdrawn/`, with the day and the reason as its last two fields and all else
 * as it was. A kill half way leaves it served, with a copy that the next change removes.
 */
export async function withdrawArticle(
  eventFolder: string,
  id: string,
  withdrawal: Withdrawal,
  options: KeepOptions = {},
): Promise<Result<null, KeepingFailure>> {
  const checked = checkId(id);
  if (!checked.ok) return checked;
  const reason = withdrawal.reason.trim();
  if (!isReason(reason) || !/^.{10}$/u.test(withdrawal.on) || !isPartialDate(withdrawal.on)) {
    return { ok: false, error: { id: "reason-invalid" } };
  }
  return await changeEvent(eventFolder, options, false, async (folder) => {
    const places = await placesOf(folder, id);
    if (!places.ok) return places;
    const { served, withdrawn } = places.value;
    const bytes = await readKept(served, `articles/${id}.md`);
    if (!bytes.ok) return bytes;
    if (bytes.value === null) return { ok: false, error: { id: "article-missing", article: id } };
    const marked = withWithdrawal(bytes.value, { ...withdrawal, reason });
    if (!marked) return { ok: false, error: { id: "article-unsound", article: id, problems: [] } };
    const earlier = await readKept(withdrawn, `withdrawn/${id}.md`);
    if (!earlier.ok) return earlier;
    // Another article of this name may have been withdrawn before.
    for (const each of [bytes.value, ...(earlier.value ? [earlier.value] : [])]) {
      const kept = await keepVersion(folder, id, each);
      if (!kept.ok) return kept;
    }
    await folder.files.replace(withdrawn, marked);
    await folder.files.remove(served);
    return { ok: true, value: null };
  });
}

/** Serves a withdrawn article again, its file as it was before. */
export async function restoreArticle(
  eventFolder: string,
  id: string,
  options: KeepOptions = {},
): Promise<Result<null, KeepingFailure>> {
  const checked = checkId(id);
  if (!checked.ok) return checked;
  return await changeEvent(eventFolder, options, false, async (folder) => {
    const places = await placesOf(folder, id);
    if (!places.ok) return places;
    const { served, withdrawn } = places.value;
    const marked = await readKept(withdrawn, `withdrawn/${id}.md`);
    if (!marked.ok) return marked;
    if (marked.value === null) return { ok: false, error: { id: "article-missing", article: id } };
    if (await exists(served)) return { ok: false, error: { id: "name-taken", file: `articles/${id}.md` } };
    const bytes = withoutWithdrawal(marked.value);
    const sound = checkArticleFile(bytes, id, folder.today);
    if (!sound.ok) return sound;
    await folder.files.create(served, bytes);
    await folder.files.remove(withdrawn);
    return { ok: true, value: null };
  });
}

/** The articles that were taken out, by id. */
export async function listWithdrawn(
  eventFolder: string,
  options: Pick<KeepOptions, "today"> = {},
): Promise<Result<readonly WithdrawnArticle[], KeepingFailure>> {
  return await guarded(eventFolder, undefined, async () => {
    const unusable = await whyNoEvent(eventFolder);
    if (unusable) return { ok: false, error: unusable };
    const found: WithdrawnArticle[] = [];
    for (const id of await withdrawnIds(eventFolder)) {
      if (await isHalfMoved(eventFolder, id)) continue;
      const bytes = await readKept(join(eventFolder, "withdrawn", `${id}.md`), `withdrawn/${id}.md`);
      const article = bytes.ok && bytes.value ? readWithdrawn(bytes.value, id, todayOf(options)) : null;
      found.push(article ?? { id, article: null, on: null, reason: null });
    }
    return { ok: true, value: found };
  });
}

function readWithdrawn(bytes: Buffer, id: string, today: string): WithdrawnArticle {
  const parsed = checkArticleFile(withoutWithdrawal(bytes), id, today);
  const { on, reason } = withdrawalOf(bytes) ?? { on: null, reason: null };
  return { id, article: parsed.ok ? parsed.value : null, on, reason };
}

function isReason(reason: string): boolean {
  const hidden = findHiddenCharacters(reason, []);
  return reason !== "" && reason.length <= longestReason && hidden.every(({ severity }) => severity === "warning");
}

async function placesOf(
  folder: EventFolder,
  id: string,
): Promise<Result<{ readonly served: string; readonly withdrawn: string }, KeepingFailure>> {
  const served = await placeFor(folder, "articles", id);
  if (!served.ok) return served;
  const withdrawn = await placeFor(folder, "withdrawn", id);
  if (!withdrawn.ok) return withdrawn;
  return { ok: true, value: { served: served.value, withdrawn: withdrawn.value } };
}

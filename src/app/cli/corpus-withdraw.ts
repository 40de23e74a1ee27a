import { restoreVersion } from "../../corpus/keep/versions.ts";
import { restoreArticle, withdrawArticle } from "../../corpus/keep/withdraw-article.ts";
import { loadCorpus } from "../../corpus/load-corpus.ts";
import { EXIT_CODES } from "../../ops/exit-codes.ts";
import { usesText } from "../../present/corpus/sync-text.ts";
import { usesOf } from "./citing.ts";
import { tellFailure } from "./corpus-articles.ts";
import { type EventPlace, withEventFolder } from "./event-place.ts";
import { type Terminal, writeLine } from "./terminal.ts";

/** `footnote corpus withdraw`: takes an article out and says what rested on it. */
export async function runCorpusWithdraw(
  terminal: Terminal,
  place: EventPlace,
  id: string,
  reason: string,
): Promise<number> {
  return withEventFolder(terminal, place, async (folder) => {
    const { signal } = terminal;
    const on = new Date().toISOString().slice(0, 10);
    const withdrawn = await withdrawArticle(folder, id, { reason, on }, { signal });
    if (!withdrawn.ok) return tellFailure(terminal, withdrawn.error);
    await writeLine(terminal.output, `${id} is withdrawn; “corpus restore ${id}” serves it again`);
    const { event } = await loadCorpus([folder], { signal });
    const uses = await usesOf(terminal, folder, event.id, [id]);
    if (uses.length > 0) await writeLine(terminal.output, usesText(uses));
    return EXIT_CODES.ok;
  });
}

/** `footnote corpus restore`. */
export async function runCorpusRestore(terminal: Terminal, place: EventPlace, id: string): Promise<number> {
  return withEventFolder(terminal, place, async (folder) => {
    const restored = await restoreArticle(folder, id, { signal: terminal.signal });
    if (!restored.ok) return tellFailure(terminal, restored.error);
    await writeLine(terminal.output, `${id} is served again`);
    return EXIT_CODES.ok;
  });
}

/** `footnote corpus restore-version`. */
export async function runRestoreVersion(
  terminal: Terminal,
  place: EventPlace,
  id: string,
  version: string,
): Promise<number> {
  return withEventFolder(terminal, place, async (folder) => {
    const restored = await restoreVersion(folder, id, version, { signal: terminal.signal });
    if (!restored.ok) return tellFailure(terminal, restored.error);
    const kept = restored.value === null ? "" : `; what was served is version ${restored.value} now`;
    await writeLine(terminal.output, `version ${version} of ${id} is served again${kept}`);
    return EXIT_CODES.ok;
  });
}

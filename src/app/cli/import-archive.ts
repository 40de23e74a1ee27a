import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importEvent } from "../../corpus/keep/import-event.ts";
import type { EventArchive, KeepingFailure } from "../../domain/keeping.ts";
import type { Result } from "../../domain/result.ts";
import { EXIT_CODES } from "../../ops/exit-codes.ts";
import { archiveText } from "../../present/corpus/archive-text.ts";
import { describeKeepingFailure } from "../../present/corpus/keeping-failures.ts";
import { canAsk, confirms, openAsking } from "./asking.ts";
import type { ImportOptions } from "./corpus-import.ts";
import { type Terminal, writeLine } from "./terminal.ts";

/** Whether a name is that of an archive that `corpus export` makes. */
export function isArchiveName(name: string): boolean {
  return /\.(?:tar\.gz|tgz)$/iu.test(name) && !/^https?:/iu.test(name);
}

/** Takes in a whole event: it is read once to be shown, and again, aside, to be put in place. */
export async function importArchive(
  terminal: Terminal,
  archive: string,
  folder: string,
  { yes, dryRun, replace = false }: Pick<ImportOptions, "yes" | "dryRun" | "replace">,
): Promise<number> {
  const { signal } = terminal;
  const looked = await lookInto(archive, signal);
  if (!looked.ok) return refuse(terminal, looked.error);
  await writeLine(terminal.output, archiveText(looked.value));
  if (dryRun === true) return EXIT_CODES.ok;
  if (yes !== true) {
    if (!canAsk(terminal)) {
      await writeLine(terminal.messages, "Nothing was written. Add --yes to write it.");
      return EXIT_CODES["not-confirmed"];
    }
    const asking = openAsking(terminal);
    try {
      if (!(await confirms(asking, `Write it to ${folder}?`))) return EXIT_CODES["not-confirmed"];
    } finally {
      asking.close();
    }
  }
  const imported = await importEvent(archive, folder, { signal, replace });
  if (!imported.ok) return refuse(terminal, imported.error);
  await writeLine(terminal.output, `written to ${folder}`);
  return EXIT_CODES.ok;
}

async function lookInto(archive: string, signal: AbortSignal): Promise<Result<EventArchive, KeepingFailure>> {
  const aside = await mkdtemp(join(tmpdir(), "footnote-archive-"));
  try {
    return await importEvent(archive, join(aside, "event"), { signal });
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

async function refuse(terminal: Terminal, failure: KeepingFailure): Promise<number> {
  await writeLine(terminal.messages, describeKeepingFailure(failure));
  return EXIT_CODES["corpus-has-problems"];
}

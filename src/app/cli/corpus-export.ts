import { basename, resolve } from "node:path";
import { PassThrough } from "node:stream";
import { exportEvent } from "../../corpus/keep/export-event.ts";
import { slugOf } from "../../corpus/slug.ts";
import { EXIT_CODES } from "../../ops/exit-codes.ts";
import { archiveText } from "../../present/corpus/archive-text.ts";
import { tellFailure } from "./corpus-articles.ts";
import { type EventPlace, withEventFolder } from "./event-place.ts";
import { usageError } from "./open.ts";
import { type Terminal, writeLine } from "./terminal.ts";

/** `footnote corpus export`: a whole event as one file. @param to `-` for standard output; null for the event's name */
export async function runCorpusExport(terminal: Terminal, place: EventPlace, to: string | null): Promise<number> {
  const { output, messages, signal } = terminal;
  if (to === "-" && "isTTY" in output && output.isTTY === true) {
    return usageError(terminal, "An archive is nothing to read: give --to FILE.");
  }
  return withEventFolder(terminal, place, async (folder) => {
    const file = to ?? `${slugOf(basename(resolve(folder)))}.tar.gz`;
    const through = new PassThrough();
    if (file === "-") through.pipe(output, { end: false });
    const exported = await exportEvent(folder, file === "-" ? through : file, { signal });
    if (!exported.ok) return tellFailure(terminal, exported.error);
    await writeLine(messages, archiveText(exported.value));
    if (file !== "-") await writeLine(output, `written to ${file}`);
    return EXIT_CODES.ok;
  });
}

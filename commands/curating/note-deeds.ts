import type { CommandContext } from "../../src/domain/command.ts";
import type { Deed } from "../../src/domain/log.ts";
import { cleanText } from "../../src/present/text/clean.ts";
import { cut } from "../../src/present/text/cut.ts";

/** What the store keeps of a detail, in characters. */
const DETAIL_LENGTH = 300;

/** Something done with an article or a gold question. */
export interface CuratingDeed {
  readonly deed: Extract<Deed, `article-${string}` | `gold-${string}`>;
  /** Id of the article or gold question. */
  readonly subject: string;
  /** Its title or the question, for a reader. */
  readonly detail: string;
}

/** Writes down in the server's log who did what, in order. @returns whether all of it could be */
export async function noteDeeds({ store, who }: CommandContext, deeds: readonly CuratingDeed[]): Promise<boolean> {
  const { server, person } = who;
  if (server === null) return false;
  for (const { deed, subject, detail } of deeds) {
    const entry = { server, person, deed, subject, detail: cut(cleanText(detail).trim(), DETAIL_LENGTH) };
    const noted = await store.addLogEntry({ ...entry, at: new Date().toISOString() });
    if (!noted.ok) return false;
  }
  return true;
}

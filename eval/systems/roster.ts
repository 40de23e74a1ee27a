import type { SentenceModelName } from "../../src/app/configuration.ts";
import type { Corpus } from "../../src/domain/corpus.ts";
import { createBm25 } from "./bm25.ts";
import { createFootnote } from "./footnote.ts";
import { createFuse } from "./fuse.ts";
import { createMiniSearch } from "./minisearch.ts";
import { createNaturalTfIdf } from "./natural-tfidf.ts";
import { PART_NAMES } from "./parts.ts";
import { sentencesFor } from "./sentences.ts";
import type { System } from "./system.ts";

/** Every system that is measured, in the tables' order. */
export const SYSTEM_NAMES = ["footnote", "bm25", "natural", "minisearch", "fuse"] as const;

export type SystemName = (typeof SYSTEM_NAMES)[number];

export interface RosterOptions {
  /** With which Footnote is measured as a system of its own too. */
  readonly sentenceModel?: SentenceModelName | null;
  /** Whether Footnote is measured with each of its parts switched off too. */
  readonly parts?: boolean;
}

/** Builds the systems over the same sentences. */
export async function createSystems(
  corpus: Corpus,
  names: readonly SystemName[],
  { sentenceModel = null, parts = false }: RosterOptions = {},
): Promise<readonly System[]> {
  const sentences = sentencesFor(corpus.articles);
  const makers: Readonly<Record<SystemName, () => System | Promise<System>>> = {
    footnote: () => createFootnote(corpus),
    bm25: () => createBm25(sentences),
    natural: () => createNaturalTfIdf(sentences),
    minisearch: () => createMiniSearch(sentences),
    fuse: () => createFuse(sentences),
  };
  const systems: System[] = [];
  if (sentenceModel !== null) systems.push(await createFootnote(corpus, { sentenceModel }));
  for (const name of names) systems.push(await makers[name]());
  if (parts) for (const without of PART_NAMES) systems.push(await createFootnote(corpus, { without }));
  return systems;
}

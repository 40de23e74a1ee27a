/** Every engine that is measured, in the table's order. */
export const PEER_NAMES = [
  "footnote",
  "lancedb",
  "fts5",
  "textbook",
  "flexsearch",
  "minisearch",
  "minisearch-fuzzy",
  "orama",
  "lunr",
  "natural",
  "fuse",
] as const;

export type PeerName = (typeof PEER_NAMES)[number];

export interface PeerDescription {
  readonly title: string;
  /** The package whose version is shown, or null for what is part of this project. */
  readonly package: string | null;
}

export const ROSTER: Readonly<Record<PeerName, PeerDescription>> = {
  footnote: { title: "Footnote", package: null },
  lancedb: { title: "LanceDB", package: "@lancedb/lancedb" },
  fts5: { title: "SQLite FTS5", package: "libsql" },
  textbook: { title: "textbook BM25 on Maps", package: null },
  flexsearch: { title: "FlexSearch", package: "flexsearch" },
  minisearch: { title: "MiniSearch, tuned", package: "minisearch" },
  "minisearch-fuzzy": { title: "MiniSearch, fuzzy and prefix", package: "minisearch" },
  orama: { title: "Orama", package: "@orama/orama" },
  lunr: { title: "lunr", package: "lunr" },
  natural: { title: "natural TfIdf", package: "natural" },
  fuse: { title: "fuse.js over the sentences", package: "fuse.js" },
};

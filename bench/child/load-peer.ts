import type { Peer } from "../peers/peer.ts";
import type { PeerName } from "../run/roster.ts";

const MODULES: Readonly<Record<PeerName, () => Promise<{ readonly createPeer: () => Peer }>>> = {
  footnote: () => import("../peers/footnote.ts"),
  lancedb: () => import("../peers/lancedb.ts"),
  fts5: () => import("../peers/fts5.ts"),
  textbook: () => import("../peers/textbook.ts"),
  flexsearch: () => import("../peers/flexsearch.ts"),
  minisearch: () => import("../peers/minisearch.ts"),
  "minisearch-fuzzy": () => import("../peers/minisearch-fuzzy.ts"),
  orama: () => import("../peers/orama.ts"),
  lunr: () => import("../peers/lunr.ts"),
  natural: () => import("../peers/natural.ts"),
  fuse: () => import("../peers/fuse.ts"),
};

/** Loads one engine's code and nothing of the others. */
export async function loadPeer(name: PeerName): Promise<Peer> {
  const { createPeer } = await MODULES[name]();
  return createPeer();
}

import { createMiniSearchPeer } from "./minisearch-peer.ts";
import type { Peer } from "./peer.ts";

/** MiniSearch set up for speed: exact words, stemmed, as its documentation shows. */
export function createPeer(): Peer {
  return createMiniSearchPeer({ prefix: false, fuzzy: false });
}

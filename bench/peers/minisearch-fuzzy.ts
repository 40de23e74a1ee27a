import { createMiniSearchPeer } from "./minisearch-peer.ts";
import type { Peer } from "./peer.ts";

/** MiniSearch with the options its introduction recommends for tolerant search: every query is a fuzzy one. */
export function createPeer(): Peer {
  return createMiniSearchPeer({ prefix: true, fuzzy: 0.2 });
}

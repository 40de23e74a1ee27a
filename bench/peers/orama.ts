import type { Peer } from "./peer.ts"; export function createPeer(): Peer { throw new Error("todo"); }

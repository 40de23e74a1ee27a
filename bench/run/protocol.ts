import { z } from "zod";
import { PEER_NAMES } from "./roster.ts";

/** What the orchestrator may ask of an engine's process. Each request is answered by one {@link REPLY}. */
export const REQUEST = z.discriminatedUnion("kind", [
  /** Loads the sentences, as every engine has them before it builds. */
  z.object({ kind: z.literal("load"), peer: z.enum(PEER_NAMES), data: z.string() }),
  z.object({ kind: z.literal("build"), folder: z.string() }),
  z.object({ kind: z.literal("save"), folder: z.string() }),
  /** Times questions `from` up to but not including `to`, stopping after `budgetMs`. */
  z.object({
    kind: z.literal("ask"),
    set: z.enum(["plain", "slips"]),
    from: z.number(),
    to: z.number(),
    budgetMs: z.number(),
  }),
  /** Adds the articles held back, one after the other, with queries between. */
  z.object({ kind: z.literal("add"), budgetMs: z.number() }),
  /** In a fresh process: opens what was saved and asks the first question. */
  z.object({ kind: z.literal("open"), peer: z.enum(PEER_NAMES), data: z.string(), folder: z.string() }),
]);

export type Request = z.infer<typeof REQUEST>;

export const LOADED = z.object({ fuzzy: z.boolean(), save: z.boolean(), open: z.boolean(), add: z.boolean() });
/** Bytes are beyond what the process took with the sentences loaded, before the engine's code was. */
export const BUILT = z.object({ ms: z.number(), peakBytes: z.number(), residentBytes: z.number() });
export const SAVED = z.object({ bytes: z.number() });
/** Milliseconds, and the ids found, for each question done; ids in the order of the questions, times in rising order. */
export const ASKED = z.object({ latencies: z.array(z.number()), ids: z.array(z.array(z.number())) });
export const ADDED = z.object({ ms: z.array(z.number()), slowestQueryMs: z.number() });
/** Bytes are beyond what the process took before the engine's code was loaded. */
export const OPENED = z.object({ ms: z.number(), residentBytes: z.number() });

export const REPLY = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), reason: z.string() }),
]);

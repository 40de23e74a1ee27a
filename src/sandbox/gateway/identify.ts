import * as z from "zod/mini";
import { GatewayCloseCodes, GatewayOpcodes } from "discord-api-types/v10";

const identifySchema = z.object({
  token: z.string(),
  intents: z.number(),
  properties: z.record(z.string(), z.unknown()),
  shard: z.optional(z.tuple([z.number(), z.number()])),
  compress: z.optional(z.boolean()),
});

const resumeSchema = z.object({ token: z.string(), session_id: z.string(), seq: z.number() });

/** A payload whose opcode Discord knows; any other number becomes null. */
export const payloadSchema = z.object({
  op: z.union([
    z.enum(GatewayOpcodes),
    z.pipe(
      z.number(),
      z.transform(() => null),
    ),
  ]),
  d: z.optional(z.unknown()),
});

/** All intents Discord knows: bits 0 to 16, 20, 21, 24 and 25. */
const knownIntents = 0b11_0011_0001_1111_1111_1111_1111;
/** Members, presences and message content must be allowed in the developer portal, which the sandbox's bot is not. */
const privilegedIntents = (1 << 1) | (1 << 8) | (1 << 15);

type Identified =
  | { readonly ok: true; readonly intents: number; readonly shard: readonly [number, number] | null }
  | { readonly ok: false; readonly close: GatewayCloseCodes };

/** Reads an Identify (opcode 2) as Discord does. @param token what must be presented; null takes any. */
export function readIdentify(data: unknown, token: string | null): Identified {
  const parsed = identifySchema.safeParse(data);
  if (!parsed.success) return { ok: false, close: GatewayCloseCodes.DecodeError };
  const { intents, shard } = parsed.data;
  if (!isToken(parsed.data.token, token)) return { ok: false, close: GatewayCloseCodes.AuthenticationFailed };
  if (!Number.isInteger(intents) || intents < 0 || (intents & ~knownIntents) !== 0) {
    return { ok: false, close: GatewayCloseCodes.InvalidIntents };
  }
  if ((intents & privilegedIntents) !== 0) return { ok: false, close: GatewayCloseCodes.DisallowedIntents };
  if (shard !== undefined && !isShard(shard)) return { ok: false, close: GatewayCloseCodes.InvalidShard };
  return { ok: true, intents, shard: shard ?? null };
}

type Resumed =
  | { readonly ok: true; readonly sessionId: string; readonly seq: number }
  | { readonly ok: false; readonly close: GatewayCloseCodes };

/** Reads a Resume (opcode 6). */
export function readResume(data: unknown, token: string | null): Resumed {
  const parsed = resumeSchema.safeParse(data);
  if (!parsed.success) return { ok: false, close: GatewayCloseCodes.DecodeError };
  if (!isToken(parsed.data.token, token)) return { ok: false, close: GatewayCloseCodes.AuthenticationFailed };
  return { ok: true, sessionId: parsed.data.session_id, seq: parsed.data.seq };
}

function isToken(given: string, token: string | null): boolean {
  const bare = given.replace(/^Bot /, "");
  return bare !== "" && (token === null || bare === token);
}

function isShard([id, count]: readonly [number, number]): boolean {
  return Number.isInteger(id) && Number.isInteger(count) && count >= 1 && id >= 0 && id < count;
}

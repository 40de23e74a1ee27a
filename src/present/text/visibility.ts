import type { Publicity } from "../../domain/command.ts";
import type { Reply } from "../../domain/reply.ts";

/**
 * Who sees the reply to a command.
 *
 * @param wantsPrivate what the person filled in for the option `private`; undefined for nothing
 */
export function visibilityFor(
  { allowed, byDefault }: Publicity,
  wantsPrivate: boolean | undefined,
): Reply["visibility"] {
  if (!allowed || wantsPrivate === true) return "private";
  return wantsPrivate === false ? "public" : byDefault;
}

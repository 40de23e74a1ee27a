import { intakeLimits } from "./limits.ts";

/**
 * An address that somebody wrote, as an absolute http(s) address without a name or password in it; null where it is none.
 * @param base address that relative ones stand under, or null
 */
export function webAddress(text: string, base: string | null): string | null {
  const trimmed = text.trim();
  if (trimmed === "" || trimmed.length > intakeLimits.addressLength) return null;
  const url = base !== null && URL.canParse(trimmed, base) ? new URL(trimmed, base) : parsed(trimmed);
  if (url === null || !/^https?:$/u.test(url.protocol) || url.username !== "" || url.password !== "") return null;
  return url.href.length > intakeLimits.addressLength ? null : url.href;
}

function parsed(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

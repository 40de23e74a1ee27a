import type { Path } from "./json.ts";
import type { Report } from "./report.ts";

/** Refuses addresses whose scheme Discord does not open from that place. Malformed ones are reported elsewhere. */
export function checkLink(value: unknown, schemes: readonly string[], path: Path, report: Report): void {
  if (typeof value !== "string" || !URL.canParse(value)) return;
  const scheme = new URL(value).protocol.slice(0, -1);
  if (schemes.includes(scheme)) return;
  const allowed = schemes.map((name) => `'${name}'`).join(", ");
  report.add(
    path,
    "URL_TYPE_INVALID_SCHEME",
    `Scheme "${scheme}" is not supported. Scheme must be one of (${allowed}).`,
  );
}

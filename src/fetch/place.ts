import ipaddr from "ipaddr.js";
import type { ForbiddenPlace } from "../domain/fetching.ts";

/** What ipaddr.js calls the ranges of the IANA special-purpose registries (RFC 6890). All others are reserved. */
const PLACES = new Map<string, ForbiddenPlace>([
  ["loopback", "loopback"],
  ["private", "private"],
  ["uniqueLocal", "private"],
  ["linkLocal", "link-local"],
  ["deprecatedSiteLocal", "private"],
  ["carrierGradeNat", "carrier"],
  ["multicast", "multicast"],
  ["broadcast", "multicast"],
  ["unspecified", "unspecified"],
  ["ipv4Mapped", "embedded"],
  ["rfc6145", "embedded"],
  ["rfc6052", "embedded"],
  ["6to4", "embedded"],
  ["teredo", "embedded"],
]);

/** Answer programs of their own data centre about themselves; the last one stands at a public address (Azure). */
const METADATA = new Set(["169.254.169.254", "169.254.170.2", "100.100.100.200", "fd00:ec2::254", "168.63.129.16"]);

/** IPv6 addresses given out for the public network (RFC 4291, IANA): anything outside is reserved. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR("2000::/3");

/** Names of the own machine or network: RFC 6761, 6762, 7686, 8375, 9476; ICANN's `.internal`; usual at home and work. */
const LOCAL_NAME =
  /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|private|corp|home|lan|home\.arpa|onion|alt)$/u;

/** What kind of place a literal address is, or null for a public one. Text that is no address counts as reserved. */
export function forbiddenAddress(text: string): ForbiddenPlace | null {
  if (!ipaddr.isValid(text)) return "reserved";
  const address = ipaddr.parse(text);
  if (METADATA.has(address.toString())) return "metadata";
  const range = address.range();
  if (range !== "unicast") return PLACES.get(range) ?? "reserved";
  if (address instanceof ipaddr.IPv4) return null;
  if (!address.match(GLOBAL_UNICAST)) return "reserved";
  return isIsatap(address.parts) ? "embedded" : null;
}

/** Whether a name, without a dot at its end, is one of the own machine or network by its form. */
export function isLocalName(host: string): boolean {
  return !host.includes(".") || LOCAL_NAME.test(host);
}

/** RFC 5214, section 6.1: the interface identifier 0000:5EFE or 0200:5EFE, then an IPv4 address. */
function isIsatap(parts: readonly number[]): boolean {
  return ((parts[4] ?? 0) & 0xfdff) === 0 && parts[5] === 0x5efe;
}

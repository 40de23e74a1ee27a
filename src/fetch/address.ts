import { isIP } from "node:net";
import type { AddressFault } from "../domain/fetching.ts";
import type { Result } from "../domain/result.ts";

/** Where pages are served. A host on another port has to be allowed by name: most ports belong to something else. */
const PORTS = new Set([80, 443, 8080, 8443]);

/** A name may have 253 characters, its labels 63 (RFC 1035). Underscores and more are seen in the wild. */
const HOST_NAME = /^(?=.{1,253}$)[^.]{1,63}(?:\.[^.]{1,63})*$/u;

/** Hosts that the operator opened by name. */
export interface AllowedHosts {
  /** Whether its addresses may be any, and which ports. */
  readonly opens: (host: string, port: number) => boolean;
}

/**
 * Reads what stands for an http(s) address. Browsers' own reading (WHATWG URL) undoes spellings first: `0x7f.1`,
 * `①②⑦.1`, `2130706433` all become `127.0.0.1`. The dot at the end of a name and the fragment are taken off.
 */
export function readAddress(
  text: string,
  base: string | undefined,
  maxLength: number,
  allowed: AllowedHosts,
): Result<URL, AddressFault> {
  if (text.length > maxLength) return { ok: false, error: "too-long" };
  if (!URL.canParse(text, base)) return { ok: false, error: "unreadable" };
  const url = new URL(text, base);
  if (url.protocol !== "http:" && url.protocol !== "https:") return { ok: false, error: "scheme" };
  if (url.username !== "" || url.password !== "") return { ok: false, error: "credentials" };
  url.hash = "";
  if (url.hostname.endsWith(".")) url.hostname = url.hostname.slice(0, -1);
  const host = bareHost(url);
  if (isIP(host) === 0 && !HOST_NAME.test(host)) return { ok: false, error: "host-invalid" };
  if (url.href.length > maxLength) return { ok: false, error: "too-long" };
  const port = portOf(url);
  if (!PORTS.has(port) && !allowed.opens(host, port)) return { ok: false, error: "port" };
  return { ok: true, value: url };
}

/** The name or literal address of a host, IPv6 without brackets. */
export function bareHost(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/u, "$1");
}

export function portOf(url: URL): number {
  if (url.port !== "") return Number(url.port);
  return url.protocol === "https:" ? 443 : 80;
}

/**
 * Reads the operator's list: `intranet.example` opens a host on the usual ports, `localhost:3000` or `[::1]:3000` on
 * that port alone. Compared by name, spelled in any way. What is no host opens nothing.
 */
export function readAllowedHosts(list: readonly string[]): AllowedHosts {
  const opened = new Set(list.flatMap((entry) => openedBy(entry)));
  return { opens: (host, port) => opened.has(`${host}|${port}`) };
}

function openedBy(entry: string): readonly string[] {
  const [, name = "", port] = /^(\[[^\]]*\]|[^:/?#@\\[\]]+)(?::(\d{1,5}))?$/u.exec(entry.trim()) ?? [];
  if (name === "" || !URL.canParse(`http://${name}`)) return [];
  const host = bareHost(new URL(`http://${name}`)).replace(/\.$/u, "");
  return port === undefined ? [...PORTS].map((usual) => `${host}|${usual}`) : [`${host}|${Number(port)}`];
}

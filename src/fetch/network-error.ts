import type { FetchFailure } from "../domain/fetching.ts";

/** Errors of the network itself; anything else while a secure connection is made is about TLS. */
const NETWORK = /^E(?:CONN|HOST|NET|ADDR|TIMEDOUT|PIPE|ACCES|PERM|INVAL|AI_|MFILE|NFILE)/u;

const UNKNOWN_NAME = new Set(["ENOTFOUND", "ENODATA", "ENONAME", "EAI_NODATA", "EAI_NONAME"]);

/** Why a name could not be looked up. */
export function lookupFailure(error: unknown, host: string): FetchFailure {
  const code = codeOf(error);
  return UNKNOWN_NAME.has(code) ? { id: "name-unknown", host } : { id: "unreachable", host, reason: code };
}

/** Why a connection could not be made. */
export function dialFailure(error: unknown, host: string, secure: boolean): FetchFailure {
  const reason = codeOf(error);
  return secure && !NETWORK.test(reason) ? { id: "tls", host, reason } : { id: "unreachable", host, reason };
}

/** Why an answer broke off once a connection stood. */
export function answerFailure(error: unknown, host: string, headerBytes: number): FetchFailure {
  const reason = codeOf(error);
  if (reason === "UND_ERR_HEADERS_OVERFLOW") return { id: "too-large", what: "headers", limit: headerBytes };
  return /^ERR_(?:SSL|TLS)/u.test(reason) ? { id: "tls", host, reason } : { id: "answer-invalid", host, reason };
}

/** An error's identifier: of Node, OpenSSL, undici or the HTTP parser. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
}

import type { SourceBytes } from "./intake.ts";
import type { Result } from "./result.ts";

/** What is to be fetched, and how. */
export interface FetchRequest {
  /** Ends everything at once: waiting for a turn, dialling, reading. */
  readonly signal: AbortSignal;
  /** As the last answer had them. With one of them the server may say that nothing has changed. */
  readonly etag?: string | null;
  readonly lastModified?: string | null;
  /** What is hoped for; it is told to the server and not enforced. */
  readonly accept: "article" | "feed" | "any";
  /** `ignore` only where a person named this one page: robots.txt is for programs that choose pages themselves. */
  readonly robots: "obey" | "ignore";
  /** Called with the bytes received so far, before unpacking. Must not throw. */
  readonly onProgress?: (bytes: number) => void;
}

export type Fetched =
  | {
      readonly type: "page";
      readonly source: SourceBytes;
      readonly etag: string | null;
      readonly lastModified: string | null;
      /** Where the page has moved for good; null where it has not moved, or only for now. */
      readonly permanentUrl: string | null;
    }
  | { readonly type: "not-modified" };

/** Gets pages from the web, politely and only from where it may. */
export interface Fetcher {
  /** Never rejects. */
  readonly get: (url: string, request: FetchRequest) => Promise<Result<Fetched, FetchFailure>>;
  /** Ends what is under way; resolves once no socket is open. */
  readonly close: () => Promise<void>;
}

/** Why an address is none that we fetch. */
export type AddressFault = "unreadable" | "too-long" | "scheme" | "credentials" | "port" | "host-invalid";

/** What kind of place an address leads to, where it is no public one. */
export type ForbiddenPlace =
  | "loopback"
  | "private"
  | "link-local"
  | "carrier"
  | "multicast"
  | "unspecified"
  | "reserved"
  /** An IPv6 address that stands for an IPv4 one: mapped, NAT64, 6to4, Teredo, ISATAP. */
  | "embedded"
  /** Tells programs in a data centre about themselves. */
  | "metadata"
  /** A name of the own machine or network, by its form: `localhost`, `printer`, `x.internal`. */
  | "local-name";

/**
 * Why something could not be fetched, by identifier; the words are in `present/corpus/fetch-failures.ts`. Times are in
 * milliseconds unless said otherwise, sizes in bytes.
 */
export type FetchFailure =
  | { readonly id: "address-invalid"; readonly received: string; readonly why: AddressFault }
  /** `address` is what the name stands for; null where the name itself is forbidden. */
  | {
      readonly id: "address-forbidden";
      readonly host: string;
      readonly address: string | null;
      readonly why: ForbiddenPlace;
    }
  | { readonly id: "name-unknown"; readonly host: string }
  | { readonly id: "unreachable"; readonly host: string; readonly reason: string }
  | {
      readonly id: "timed-out";
      readonly host: string;
      readonly stage: "connect" | "headers" | "whole";
      readonly ms: number;
    }
  /** Fewer than `bytes` came in `ms`. */
  | { readonly id: "too-slow"; readonly host: string; readonly bytes: number; readonly ms: number }
  | { readonly id: "too-large"; readonly what: "headers" | "packed" | "unpacked"; readonly limit: number }
  | { readonly id: "too-many-redirects"; readonly limit: number }
  /** `downgrade`: from https to http. `to` is empty where the server did not say where to. */
  | {
      readonly id: "redirect-refused";
      readonly from: string;
      readonly to: string;
      readonly why: AddressFault | "downgrade" | "nowhere";
    }
  /** `unreadable`: there are rules, or a fault in their place, and we could not read them. */
  | { readonly id: "refused-by-robots"; readonly url: string; readonly why: "rule" | "unreadable" }
  /** `retryAfter` in seconds, where the server said when to come again. */
  | {
      readonly id: "http-status";
      readonly url: string;
      readonly status: number;
      readonly retryAfter: number | null;
    }
  | { readonly id: "encoding-unsupported"; readonly encoding: string }
  /** What came is no whole HTTP answer: cut short, damaged, another protocol. */
  | { readonly id: "answer-invalid"; readonly host: string; readonly reason: string }
  | { readonly id: "tls"; readonly host: string; readonly reason: string }
  | { readonly id: "aborted" };

export type FetchFailureId = FetchFailure["id"];

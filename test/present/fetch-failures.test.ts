import { expect } from "chai";
import type { AddressFault, FetchFailure, FetchFailureId, ForbiddenPlace } from "../../src/domain/fetching.ts";
import { describeFetchFailure } from "../../src/present/corpus/fetch-failures.ts";

const HOST = "news.example";
const URL_OF_PAGE = "https://news.example/a";

/** One of each; a new identifier without words does not compile. */
const FAILURES: { readonly [Id in FetchFailureId]: Extract<FetchFailure, { readonly id: Id }> } = {
  "address-invalid": { id: "address-invalid", received: "ftp://news.example", why: "scheme" },
  "address-forbidden": { id: "address-forbidden", host: HOST, address: "10.0.0.1", why: "private" },
  "name-unknown": { id: "name-unknown", host: HOST },
  unreachable: { id: "unreachable", host: HOST, reason: "ECONNREFUSED" },
  "timed-out": { id: "timed-out", host: HOST, stage: "connect", ms: 10_000 },
  "too-slow": { id: "too-slow", host: HOST, bytes: 1024, ms: 10_000 },
  "too-large": { id: "too-large", what: "unpacked", limit: 20 * 1024 * 1024 },
  "too-many-redirects": { id: "too-many-redirects", limit: 5 },
  "redirect-refused": { id: "redirect-refused", from: URL_OF_PAGE, to: "http://news.example/", why: "downgrade" },
  "refused-by-robots": { id: "refused-by-robots", url: URL_OF_PAGE, why: "rule" },
  "http-status": { id: "http-status", url: URL_OF_PAGE, status: 503, retryAfter: 120 },
  "encoding-unsupported": { id: "encoding-unsupported", encoding: "zstd" },
  "answer-invalid": { id: "answer-invalid", host: HOST, reason: "HPE_INVALID_CONSTANT" },
  tls: { id: "tls", host: HOST, reason: "CERT_HAS_EXPIRED" },
  aborted: { id: "aborted" },
};

describe("the words of a failed fetch", () => {
  it("say in one line what happened and what to do next", () => {
    for (const failure of Object.values(FAILURES)) {
      const text = describeFetchFailure(failure);
      expect(text, failure.id).to.match(/^[^\n]+[.)] [^\n]+\.$/u);
      expect(text).not.to.match(/undefined|null|\[object/u);
    }
  });

  it("name the fault of an address and the kind of a forbidden place", () => {
    const faults: readonly AddressFault[] = ["unreadable", "too-long", "scheme", "credentials", "port", "host-invalid"];
    const places: readonly ForbiddenPlace[] = [
      "loopback",
      "private",
      "link-local",
      "carrier",
      "multicast",
      "unspecified",
      "reserved",
      "embedded",
      "metadata",
      "local-name",
    ];
    const told = [
      ...faults.map((why) => describeFetchFailure({ ...FAILURES["address-invalid"], why })),
      ...faults.map((why) => describeFetchFailure({ ...FAILURES["redirect-refused"], why })),
      ...places.map((why) => describeFetchFailure({ ...FAILURES["address-forbidden"], why })),
    ];
    expect(new Set(told).size).to.equal(told.length);
  });

  it("tell statuses apart by what can be done", () => {
    const told = (status: number, retryAfter: number | null): string =>
      describeFetchFailure({ id: "http-status", url: URL_OF_PAGE, status, retryAfter });
    expect(told(404, null)).to.match(/^There is no page at/u);
    expect(told(429, 60)).to.match(/less often.+ in 60 seconds\.$/u);
    expect(told(429, null)).to.match(/Try again later\.$/u);
    expect(told(403, null)).to.match(/import the file\.$/u);
    expect(told(500, 1)).to.match(/ in 1 second\.$/u);
  });

  it("let nothing through that a server made up for the terminal", () => {
    const evil = "\u001b[31m\u202Eevil\u200B\n\u0007".repeat(1000);
    for (const failure of [
      { ...FAILURES["address-invalid"], received: evil },
      { ...FAILURES["address-forbidden"], host: evil, address: evil },
      { ...FAILURES["redirect-refused"], from: evil, to: evil },
      { ...FAILURES["http-status"], url: evil },
      { ...FAILURES["encoding-unsupported"], encoding: evil },
      { ...FAILURES.tls, host: evil, reason: evil },
    ]) {
      const text = describeFetchFailure(failure);
      expect(text, failure.id).not.to.match(/[\p{Cc}\p{Cf}]/u);
      expect(text.length, failure.id).to.be.lessThan(800);
    }
  });
});

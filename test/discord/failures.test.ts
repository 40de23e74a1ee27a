import { expect } from "chai";
import type { Failure } from "../../src/domain/failure.ts";
import { EXIT_CODES, exitCodeOf } from "../../src/ops/exit-codes.ts";
import { describeFailure } from "../../src/present/operator/failures.ts";

const FAILURES: readonly [Failure, number, RegExp][] = [
  [
    {
      id: "configuration-invalid",
      problems: [
        { key: "LOG_LEVEL", expected: "one of debug, info" },
        { key: "PORT", expected: "a number" },
      ],
    },
    3,
    /LOG_LEVEL should be one of debug, info; PORT should be a number/u,
  ],
  [{ id: "several-events", folder: "corpus/", events: ["bridge", "ink"] }, 3, /CORPUS=corpus\/bridge /u],
  [{ id: "corpus-empty", folders: ["corpus/albania"] }, 4, /corpus\/albania/u],
  [{ id: "language-unreadable", file: "languages/en.json", reason: "ENOENT" }, 16, /en\.json.*ENOENT/u],
  [{ id: "token-refused" }, 5, /DISCORD_TOKEN/u],
  [
    { id: "api-unreachable", address: "http://127.0.0.1:1/api", reason: "ECONNREFUSED" },
    6,
    /127\.0\.0\.1:1.*ECONNREFUSED/u,
  ],
  [{ id: "gateway-refused", code: 4_014 }, 7, /4014/u],
  [{ id: "commands-refused", reason: "name is invalid" }, 8, /name is invalid/u],
  [{ id: "port-taken", port: 8_080 }, 9, /8080.*SANDBOX_PORT/u],
  [{ id: "store-unreadable", file: "data/footnote.db", why: "damaged", reason: "x" }, 14, /footnote\.db.*copy/u],
  [{ id: "store-unreadable", file: "data/footnote.db", why: "newer", reason: "" }, 14, /footnote\.db.*Update/u],
  [{ id: "store-unreadable", file: null, why: "not-ours", reason: "" }, 14, /DATABASE_URL holds.*another database/u],
  [
    { id: "store-unreadable", file: "/d/footnote.db", why: "unusable", reason: "EACCES" },
    14,
    /EACCES.*read and write/u,
  ],
  [{ id: "store-unreachable", reason: "ECONNREFUSED" }, 15, /DATABASE_URL.*ECONNREFUSED/u],
  [{ id: "unexpected", reference: "abcd2345" }, 1, /abcd2345/u],
];

describe("failures", () => {
  for (const [failure, code, words] of FAILURES) {
    it(`${failure.id} has one clear line and exit code ${code}`, () => {
      expect(describeFailure(failure))
        .to.match(words)
        .and.match(/^[A-Z][^\n]+\.$/u);
      expect(exitCodeOf(failure)).to.equal(code);
    });
  }

  it("have exit codes of their own", () => {
    const codes = Object.values(EXIT_CODES);
    expect(new Set(codes).size).to.equal(codes.length);
  });
});

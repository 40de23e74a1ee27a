import { expect } from "chai";
import fc from "fast-check";
import { BENCH_RESULT } from "../../bench/report/figures.ts";
import { evaluateGoals } from "../../bench/report/goals.ts";
import { overlap, percentile, summarise } from "../../bench/report/latencies.ts";
import { withTables } from "../../bench/report/readme.ts";
import { tablesOf } from "../../bench/report/tables.ts";
import { failureReason } from "../../bench/run/failure-reason.ts";
import { benchResult, corpusResult, failedPeer, latencies, measuredPeer } from "./results.ts";

const RESULT = benchResult([
  corpusResult(100_010, [measuredPeer("footnote", 0.4), measuredPeer("fts5", 4)]),
  corpusResult(1_000_010, [
    measuredPeer("footnote", 0.5, {
      queryByGroup: [
        { group: 1, latencies: latencies(0.5) },
        { group: 2, latencies: latencies(0.25) },
      ],
    }),
    measuredPeer("lancedb", 3),
    measuredPeer("fts5", 50, { queryByGroup: [{ group: 2, latencies: latencies(50) }] }),
    measuredPeer("textbook", 10),
    failedPeer("lunr", "out of memory"),
  ]),
]);

describe("the benchmark's percentiles", () => {
  it("are timings that at least the share does not exceed, and no smaller one is", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 300 }),
        fc.constantFrom(0.01, 0.5, 0.9, 0.99, 1),
        (samples, share) => {
          const sorted = samples.toSorted((a, b) => a - b);
          const found = percentile(sorted, share);
          expect(sorted).to.include(found);
          const upTo = (limit: number): number => sorted.filter((sample) => sample <= limit).length / sorted.length;
          expect(upTo(found)).to.be.at.least(share);
          const smaller = sorted.findLast((sample) => sample < found);
          if (smaller !== undefined) expect(upTo(smaller)).to.be.below(share);
        },
      ),
    );
  });

  it("sum up timings in any order", () => {
    const samples = Array.from({ length: 200 }, (_, place) => ((place * 77) % 200) + 1);
    expect(summarise(samples)).to.deep.equal({
      p50: 100,
      p99: 198,
      mean: 100.5,
      perSecond: 1000 / 100.5,
      samples: 200,
    });
    expect(summarise([])).to.equal(null);
  });

  it("compare what was found question by question, leaving out what was not asked", () => {
    expect(overlap([[1, 2], [3, 4], [], [5]], [[2, 9], [4, 3], [1]])).to.equal(0.75);
    expect(overlap([], [])).to.equal(null);
  });
});

describe("the benchmark's report", () => {
  const tables = tablesOf(RESULT);
  const rowsOf = (name: string): readonly string[] => tables.split("\n").filter((line) => line.startsWith(`| ${name}`));

  it("has a row for every engine, one that fails included, with the reason told once", () => {
    expect(rowsOf("FOOTNOTE 1.2.3")).to.have.length(2);
    const [lunr = ""] = rowsOf("LUNR 1.2.3");
    expect(lunr.match(/out of memory/gu)).to.have.length(1);
    expect(lunr).to.include("fails: out of memory");
  });

  it("shows figures with their units", () => {
    const [fts5 = ""] = rowsOf("FTS5 1.2.3");
    for (const part of ["4 ms", "16 ms", "250", "8 s", "500 MB", "200 MB", "90 MB", "100 ms; 150 MB", "12 ms; 14 ms"]) {
      expect(fts5).to.include(` ${part} `);
    }
  });

  it("tells how the median grew between the two largest corpora", () => {
    expect(rowsOf("FTS5 |")[0]).to.equal("| FTS5 | 4 ms | 50 ms | 12.5× |");
    expect(rowsOf("LUNR |")[0]).to.equal("| LUNR | - | fails: out of memory | - |");
  });

  it("says how many timings there are where the time was used up", () => {
    const slow = { status: "measured", value: { ...latencies(1000), samples: 60 } } as const;
    const cut = tablesOf(benchResult([corpusResult(1000, [measuredPeer("fuse", 1, { query: slow })])]));
    expect(cut).to.include("1 (of 60 only)");
  });

  it("keeps an error's message within its cell", () => {
    const hostile = tablesOf(benchResult([corpusResult(1000, [failedPeer("fuse", "a | b\n| c <b>")])]));
    expect(hostile).to.include("fails: a \\| b \\| c &lt;b>");
  });

  it("goes between the README's markers, again and again", () => {
    const COMMAND = "npm run bench -- --publish";
    const readme = [
      "# Bench",
      "<!-- tables: begin, written by npm run bench -- --publish -->",
      "old",
      "<!-- tables: end -->",
      "after",
    ].join("\n");
    const once = withTables(readme, tables, COMMAND);
    expect(once).to.include(tables).and.to.include("# Bench\n").and.to.include("\nafter").and.not.to.include("old");
    expect(withTables(once, tables, COMMAND)).to.equal(once);
    expect(() => withTables("# Bench", tables, COMMAND)).to.throw("marker");
  });

  it("is made from what the file holds", () => {
    expect(tablesOf(BENCH_RESULT.parse(JSON.parse(JSON.stringify(RESULT))))).to.equal(tables);
  });
});

describe("the benchmark's goals", () => {
  const goalsOf = (result: typeof RESULT) => new Map(evaluateGoals(result).map((goal) => [goal.goal, goal]));
  const goal = (start: string, result = RESULT) =>
    [...goalsOf(result).values()].find(({ goal }) => goal.startsWith(start));

  it("are met below their limit and not met at it", () => {
    expect(goal("a question at 1,000,000 sentences, p50")).to.include({ measured: "0.5 ms", met: true });
    const slow = benchResult([corpusResult(1_000_000, [measuredPeer("footnote", 1)])]);
    expect(goal("a question at 1,000,000 sentences, p50", slow)?.met).to.equal(false);
  });

  it("compare engines within the group that was asked in turns", () => {
    expect(goal("3 times faster than LanceDB")).to.include({ measured: "6× (3 ms to 0.5 ms)", met: true });
    expect(goal("40 times faster than SQLite FTS5")).to.include({ measured: "200× (50 ms to 0.25 ms)", met: true });
    expect(goal("40 times faster than a textbook")).to.include({ measured: "20× (10 ms to 0.5 ms)", met: false });
  });

  it("take growth, building and adding from the right corpora", () => {
    expect(goal("growth of the median")).to.include({ measured: "1.25× (0.5 ms to 0.4 ms)", met: true });
    expect(goal("building, beside")).to.include({ measured: "1× (8 s to 8 s)", met: true });
    expect(goal("adding an article")).to.include({ measured: "12 ms (slowest question meanwhile 14 ms)", met: true });
  });

  it("are neither met nor missed where nothing was measured", () => {
    for (const { met, measured } of evaluateGoals(benchResult([]))) {
      expect(met).to.equal(null);
      expect(measured).to.equal("not measured");
    }
    const failed = benchResult([corpusResult(1_000_000, [failedPeer("footnote", "out of memory")])]);
    expect(goal("a question at", failed)).to.include({ measured: "out of memory", met: null });
  });
});

describe("the benchmark's reasons for a failure", () => {
  it("are short and tell a full memory", () => {
    expect(
      failureReason("FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory", "SIGABRT"),
    ).to.equal("out of memory");
    expect(failureReason("", "SIGKILL")).to.equal("killed, most likely for its memory");
    expect(failureReason("", "exit code 3")).to.equal("its process ended: exit code 3");
    expect(failureReason("Invalid string length\n  at somewhere")).to.equal("Invalid string length");
    expect(failureReason("x".repeat(500))).to.have.length(80);
  });
});

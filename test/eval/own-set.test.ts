import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { BASELINE, baselineOf, compareWithBaseline } from "../../eval/report/baseline.ts";
import { measureSet } from "../../eval/run/measure-set.ts";
import { BASELINE_FILE, evalFolder } from "../../eval/run/output.ts";
import { OWN_SET, findSet } from "../../eval/run/question-set.ts";

const REMEDY = "After a change that is worth it: npm run eval -- --update-baseline";

describe("the project's own questions", () => {
  it("are answered as well as before", async function () {
    this.timeout(120_000);
    const before = BASELINE.parse(JSON.parse(await readFile(join(evalFolder(), BASELINE_FILE), "utf8")));
    const { figures, judgements } = await measureSet(await findSet(OWN_SET, undefined), {
      systems: ["footnote"],
      sample: null,
      misses: 0,
      onProgress: () => {},
      tell: (line) => expect.fail(line),
      signal: new AbortController().signal,
    });
    const own = judgements.get("footnote") ?? [];
    const [footnote] = figures.systems;
    if (footnote === undefined) return expect.fail("Footnote was not measured.");

    expect(own.length, `The baseline is of other questions. ${REMEDY}`).to.equal(before.questions);
    const { fallen, lost, silenced } = compareWithBaseline(before, baselineOf(footnote, own), own);
    const named = `no longer first: ${lost.join(", ")}; no longer answered: ${silenced.join(", ")}. ${REMEDY}`;
    expect(fallen, named).to.deep.equal([]);
  });
});

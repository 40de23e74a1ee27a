import { join } from "node:path";
import { expect } from "chai";
import { openCorpus } from "../../src/app/open-corpus.ts";
import { projectRoot } from "../../src/app/project-root.ts";
import { retold } from "./retold.ts";

const THERE = [
  "the July attack",
  "sanctions",
  "MEK",
  "INSTAT",
  "raid on the camp",
  "Iranian embassy",
  "Credins Bank",
  "NATO article 5",
  "border police",
  "HomeLand Justice",
];
const NOT_THERE = [
  "the price of bananas",
  "football",
  "weather forecast",
  "earthquake",
  "cyberattack on Montenegro",
  "ransomware in hospitals",
  "price of oil",
  "wedding of the king",
  "volcano",
  "school holidays",
];

describe("topics of the shipped corpus", function () {
  this.timeout(60_000);

  it("are summarised where somebody wrote about them, and not where nobody did", async () => {
    const opened = await openCorpus([join(projectRoot(), "corpus")]);
    if (!opened.ok) throw new Error("the shipped corpus cannot be read");
    const library = retold(opened.value);
    for (const topic of [...THERE, ...NOT_THERE]) {
      const request = { topic, since: null, sentences: 5, articles: null };
      const { status } = await library.summarise(request, new AbortController().signal);
      expect(status, topic).to.equal(THERE.includes(topic) ? "summarised" : "not-in-articles");
    }
  });
});

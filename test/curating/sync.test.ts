import { expect } from "chai";
import { parseEventSources } from "../../src/corpus/event-sources.ts";
import { parseEvent } from "../../src/corpus/parse-event.ts";
import { mentionsOne } from "../../src/curating/sync/mentions.ts";
import { nextState } from "../../src/curating/sync/next-state.ts";
import { noState, parseSyncState, serializeSyncState, type SyncState } from "../../src/curating/sync/sync-state.ts";
import type { Visit } from "../../src/curating/sync/visit-page.ts";
import type { EventSource } from "../../src/domain/syncing.ts";

const FEED: EventSource = {
  url: "https://news.example/feed.xml",
  type: "feed",
  publisher: null,
  language: null,
  kind: null,
  include: [],
  limit: null,
};
const validators = { etag: '"1"', lastModified: null };

function read(url: string): Visit {
  return { type: "read", url, validators, drafts: [], problems: [] };
}

function after(state: SyncState, visits: readonly Visit[], kept: Readonly<Record<string, string>>): SyncState {
  const visited = { source: FEED, outcome: "read", validators, visits, passedOver: 0, problems: [] } as const;
  return nextState(state, [visited], (url) => kept[url]);
}

describe("what is known of sources", () => {
  const [a, b] = ["https://news.example/a", "https://news.example/b"];

  it("knows a page once its article is kept, and the feed once nothing of it is outstanding", () => {
    const whole = after(noState, [read(a), read(b)], { [a]: "a", [b]: "b" });
    expect([...whole.pages.keys()]).to.deep.equal([a, b]);
    expect(whole.sources.get(FEED.url)).to.deep.equal(validators);
    const refused = after(whole, [read(a), read("https://news.example/c")], { [a]: "a" });
    expect([...refused.pages.keys()]).to.deep.equal([a, b]);
    expect(refused.sources.has(FEED.url)).to.equal(false);
    const failed = after(whole, [{ type: "failed", url: a, problems: [] }], {});
    expect([failed.pages.get(a)?.etag, failed.sources.has(FEED.url)]).to.deep.equal(['"1"', false]);
  });

  it("remembers which article a page was that has gone, until it is back", () => {
    const known = after(noState, [read(a)], { [a]: "a" });
    const gone = after(known, [{ type: "gone", url: a, article: "a" }], {});
    expect(gone.pages.get(a)).to.deep.include({ article: "a", isGone: true });
    const still = after(gone, [{ type: "passed-over", url: a }], {});
    expect(still.pages.get(a)).to.deep.include({ article: "a", isGone: true });
    expect(after(still, [read(a)], { [a]: "a" }).pages.get(a)?.isGone).to.equal(false);
  });

  it("is read as it was written, and refused where it is anything else", () => {
    const state = after(noState, [read(a), { type: "passed-over", url: "__proto__" }], { [a]: "a" });
    expect(parseSyncState(serializeSyncState(state))).to.deep.equal(state);
    for (const text of ["", "{", "[]", "null", '{"version":2,"sources":[],"pages":[]}', '{"version":1,"sources":{}}']) {
      expect(parseSyncState(text), text).to.equal(null);
    }
  });

  it("finds words and their beginnings, letter case and accents aside", () => {
    const rows: readonly (readonly [string, readonly string[], boolean])[] = [
      ["Dockers stop work", ["docker"], true],
      ["DURRËS: port closed", ["durres"], true],
      ["“Strike!”, says union", ["strike says"], true],
      ["Undocked at last", ["dock"], false],
      ["Anything", [], true],
      ["", ["dock"], false],
    ];
    for (const [text, words, expected] of rows) expect(mentionsOne(text, words), text).to.equal(expected);
  });
});

describe("sources of event.yaml", () => {
  const event = "name: N\ndescription: D.\nlanguages: [en]\ntimeZone: UTC\n";

  it("are read whatever else is in the file", () => {
    const text = "name: 7\nsources:\n  - url: https://news.example/feed.xml\n    include: strike\n    limit: 5\n";
    expect(parseEventSources(text, "event.yaml")).to.deep.equal({
      sources: [{ ...FEED, type: null, include: ["strike"], limit: 5 }],
      problems: [],
    });
    expect(parseEventSources("", "event.yaml").sources).to.deep.equal([]);
  });

  it("are checked with the event, line by line", () => {
    const text = `${event}sources:\n  - url: https://news.example/a\n    typo: feed\n  - url: nowhere\n    type: sitemap\n    limit: 501\n`;
    const { problems } = parseEvent(text, "event.yaml", "n");
    expect(problems.map(({ line, field, detail }) => `${String(line)} ${String(field)} ${detail.id}`)).to.deep.equal([
      "7 sources[0].typo field-unknown",
      "8 sources[1].url url-invalid",
      "9 sources[1].type field-not-one-of",
      "10 sources[1].limit field-type",
    ]);
    expect(parseEventSources(text, "event.yaml").sources).to.deep.equal([]);
    const many = `${event}sources:\n${"  - url: https://news.example/a\n".repeat(101)}`;
    expect(parseEvent(many, "event.yaml", "n").problems.map(({ field, detail }) => [field, detail.id])).to.deep.equal([
      ["sources", "field-too-long"],
    ]);
  });
});

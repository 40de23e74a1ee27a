import { expect } from "chai";
import { OpenDesk } from "../../src/app/open-desk.ts";
import type { Article } from "../../src/domain/article.ts";
import type { Pictures, TimelineChart } from "../../src/domain/picture.ts";
import type { PublicationLine } from "../../src/domain/publication.ts";
import { article } from "../fixtures/articles.ts";
import { noPictures } from "../fixtures/desk.ts";
import { shippedLanguages } from "../fixtures/languages.ts";
import { memoryStore } from "../fixtures/store.ts";
import { Channels, Clock, Letters, draftIn, line, silent, standing } from "../publishing/fakes.ts";
import { libraryOf } from "../publishing/library.ts";
import { onlyLibrary } from "../fixtures/libraries.ts";

const START = article({ id: "coast-start", body: "Nobody would sail. So it began." });
const END = article({ id: "gazette-end", body: "Ferries left again. It was over." });

function world() {
  const clock = new Clock("2026-03-02T06:00:00.000Z");
  const store = memoryStore();
  const channels = new Channels(clock.now);
  const letters = new Letters();
  let articles: readonly Article[] = [START, END];
  let version = 0;
  const libraries = onlyLibrary(() => libraryOf({ articles, version: String(version) }));
  const open = (pictures = noPictures()) =>
    new OpenDesk({ libraries, store, languages: shippedLanguages(), pictures, logger: silent, now: clock.now });
  return {
    store,
    channels,
    letters,
    open,
    serve: (next: readonly Article[]) => {
      articles = next;
      version += 1;
      clock.pass(60_000);
    },
  };
}

function lineOn(day: string, id: string): PublicationLine {
  const heading = { type: "date", from: day, to: day, precision: "day", otherDates: [] } as const;
  return { ...line(id, "coast-start", "Nobody would sail."), heading };
}

describe("the desk of a running bot", () => {
  it("posts what a moderator decided, with its sources and its id in a button", async () => {
    const { store, channels, open } = world();
    const opened = open();
    const draft = await draftIn(store);
    const outcome = await opened.deskFor(channels).post(draft.id, draft.revision, "7");
    expect(outcome.status).to.equal("done");
    const [message] = channels.messages;
    expect(message?.reply.body).to.contain("Nobody would sail").and.to.contain("The Harbour Gazette");
    expect(JSON.stringify(message?.reply.controls)).to.contain(`"${draft.id}"`);
    await opened.close();
  });

  it("posts a timeline with its picture, numbered as its text is, and without what was taken back", async () => {
    const { store, channels, open } = world();
    const charts: TimelineChart[] = [];
    const pictures: Pictures = {
      ...noPictures(),
      timeline: async (chart) => {
        charts.push(chart);
        return { ok: true, value: { name: "timeline.png", data: new Uint8Array([1]), alt: chart.alt } };
      },
    };
    const lines = ["2021-05-10", "2021-05-03"].map((day, place) => lineOn(day, String(place)));
    const draft = await draftIn(store, { kind: "timeline", lines });
    const opened = open(pictures);
    const desk = opened.deskFor(channels);
    const posted = await desk.post(draft.id, draft.revision, "7");
    expect(channels.messages[0]?.reply.picture?.alt).to.match(/^Picture: 2 numbered dates/u);
    expect(channels.messages[0]?.reply.body).to.match(/\*\*1 · .*\n\n\*\*2 · /u);
    expect(charts[0]?.events.map(({ number, from }) => [number, from])).to.deep.equal([
      [2, "2021-05-03"],
      [1, "2021-05-10"],
    ]);
    const revision = posted.status === "done" ? posted.publication.revision : 0;
    await desk.strike(draft.id, revision, ["1"], "7");
    expect(charts.at(-1)?.events.map(({ number }) => number)).to.deep.equal([1]);
    await opened.close();
  });

  it("delivers at its start what another process left, corrects it when the corpus changes, and then ends", async () => {
    const { store, channels, letters, open, serve } = world();
    const opened = open();
    const { id } = await draftIn(store, { state: "posting" });
    opened.deskFor(channels);
    opened.start(letters);
    await opened.whenIdle;
    expect((await standing(store, id)).state).to.equal("posted");
    serve([START]);
    opened.corpusMayBeAnother();
    await opened.whenIdle;
    expect(channels.messages[0]?.reply.body).to.contain("~~Ferries left again.~~");
    expect(letters.sent.map(({ person }) => person)).to.deep.equal(["7"]);
    await opened.close();
    serve([START, END]);
    opened.corpusMayBeAnother();
    await opened.whenIdle;
    expect(channels.messages[0]?.reply.body).to.contain("~~Ferries left again.~~");
  });
});

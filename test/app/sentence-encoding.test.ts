import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { type OpenLibrary, openLibrary } from "../../src/app/library.ts";
import { SentenceEncoding } from "../../src/app/sentence-encoding.ts";
import { vectorFile } from "../../src/app/vector-file.ts";
import type { Corpus } from "../../src/domain/corpus.ts";
import type { EncodingEvent } from "../../src/domain/encoding-event.ts";
import type { SentenceEncoder } from "../../src/meaning/sentence-encoder.ts";
import { article, corpusOf, ferryCorpus, indexOf } from "../fixtures/articles.ts";
import { fakeEncoder } from "../fixtures/encoder.ts";
import { shippedModels } from "../fixtures/models.ts";

const ferry = ferryCorpus();
const question = { text: "did the burgomaster speak", context: [] };

describe("a library with a sentence model", () => {
  let folder = "";
  let events: EncodingEvent[] = [];

  beforeEach(async () => {
    folder = join(await mkdtemp(join(tmpdir(), "footnote-vectors-")), "index");
    events = [];
  });

  afterEach(async () => {
    await rm(join(folder, ".."), { recursive: true, force: true });
  });

  function open(
    encoder: SentenceEncoder,
    corpus: Corpus = ferry,
    signal?: AbortSignal,
  ): { readonly library: OpenLibrary; readonly encoding: SentenceEncoding } {
    const onEvent = (event: EncodingEvent): void => void events.push(event);
    const file = vectorFile({ folder, event: corpus.event.id, paths: ["corpus"], onEvent });
    const encoding = new SentenceEncoding({ encoder, file, deadline: 50, onEvent, signal });
    const library = openLibrary(corpus, indexOf(corpus), "test", { model: shippedModels().answers, encoding });
    return { library, encoding };
  }

  const happened = (): readonly string[] => events.map(({ id }) => id);

  it("answers without it until it has read the articles, and with it from then on", async () => {
    const { library, encoding } = open(fakeEncoder());
    expect(await library.current().encoded(question)).to.equal(null);
    expect((await library.ask(question)).status).not.to.equal("unusable-question");
    await encoding.whenSettled;
    expect(await library.current().encoded(question)).not.to.equal(null);
    expect(happened()).to.deep.equal(["encoding-done"]);
  });

  it("reads the articles once, and takes what it made of them from the file at the next start", async () => {
    await open(fakeEncoder()).encoding.whenSettled;
    const encoder = fakeEncoder();
    const { library, encoding } = open(encoder);
    await encoding.whenSettled;
    expect(encoder.asked).to.deep.equal([]);
    await library.ask(question);
    expect(encoder.asked).to.deep.equal([question.text]);
  });

  it("reads only what is new when the corpus is replaced", async () => {
    const encoder = fakeEncoder();
    const { library, encoding } = open(encoder);
    await encoding.whenSettled;
    encoder.asked.length = 0;
    const news = article({ id: "news", title: "Pilots join", body: "The pilots of Lundvik joined on Friday." });
    await library.replace(corpusOf([news, ...ferry.articles], ferry.event.glossary));
    await encoding.whenSettled;
    expect(encoder.asked).to.deep.equal([news.body]);
    expect(await library.current().encoded(question)).not.to.equal(null);
  });

  it("makes anew what is damaged", async () => {
    await open(fakeEncoder()).encoding.whenSettled;
    const [name = ""] = await readdir(folder);
    await writeFile(join(folder, name), "nothing of the kind");
    const encoder = fakeEncoder();
    await open(encoder).encoding.whenSettled;
    expect(encoder.asked).not.to.deep.equal([]);
    expect(happened()).to.deep.equal(["encoding-done", "vectors-damaged", "encoding-done"]);
  });

  it("answers without it where it fails", async () => {
    const broken = fakeEncoder({ encode: () => Promise.reject(new Error("out of order")) });
    const { library, encoding } = open(broken);
    await encoding.whenSettled;
    expect((await library.ask(question)).status).not.to.equal("unusable-question");
    expect(events).to.deep.equal([{ id: "encoding-failed", reason: "out of order" }]);
  });

  it("answers without it where a question's vector is late", async () => {
    const prompt = fakeEncoder();
    let isLate = false;
    const encoder = fakeEncoder({
      encode: async (texts, signal) => {
        if (!isLate) return prompt.encode(texts);
        return new Promise((_, reject) => {
          signal?.addEventListener("abort", () => reject(new Error("late")), { once: true });
        });
      },
    });
    const { library, encoding } = open(encoder);
    await encoding.whenSettled;
    isLate = true;
    expect((await library.ask(question)).status).not.to.equal("unusable-question");
    expect(happened()).to.deep.equal(["encoding-done", "question-not-encoded"]);
  });

  it("keeps what it has read when it is called off", async () => {
    const stop = new AbortController();
    const encoder = fakeEncoder();
    const slow: SentenceEncoder = {
      ...encoder,
      encode: async (texts) => {
        const vectors = await encoder.encode(texts);
        stop.abort();
        return vectors;
      },
    };
    const body = Array.from({ length: 40 }, (_, day) => `On day ${String(day)} nothing sailed.`).join(" ");
    const long = corpusOf([article({ id: "long", body })], []);
    await open(slow, long, stop.signal).encoding.whenSettled;
    expect(happened()).to.deep.equal([]);
    const next = fakeEncoder();
    await open(next, long).encoding.whenSettled;
    expect([...encoder.asked, ...next.asked]).to.have.length(40);
    expect(encoder.asked).not.to.deep.equal([]);
  });

  it("goes on where nothing can be written", async () => {
    await writeFile(folder, "a file where the folder should be");
    const { library, encoding } = open(fakeEncoder());
    await encoding.whenSettled;
    expect(happened()).to.include("vectors-not-written").and.to.include("encoding-done");
    expect(await library.current().encoded(question)).not.to.equal(null);
  });
});

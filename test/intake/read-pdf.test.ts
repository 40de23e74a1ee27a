import { expect } from "chai";
import { deflateRawSync, constants } from "node:zlib";
import { extractPdf } from "../../src/intake/pdf/extract-pdf.ts";
import { pdfOf, printed, type PrintedLine } from "../fixtures/pdf.ts";
import { ids, read, refusals } from "./reading.ts";

const story = [
  ["Ferry Returns to Quillburg Harbour"],
  [
    "The ferry returned to the harbour on Tuesday after a month of re-",
    "pairs, the well-known captain said, and passengers were glad to be",
    "back on the water again after so long a wait.",
  ],
  ["The captain, who is well-", "known, thanked the ship's engineers."],
];

function withEdges(lines: readonly PrintedLine[], page: number): readonly PrintedLine[] {
  return [
    { text: "THE QUILL  Tuesday edition", y: 760, size: 8 },
    ...lines,
    { text: `Page ${page} of 3`, y: 40, size: 8 },
  ];
}

describe("reading a PDF", () => {
  it("joins printed lines to paragraphs, and mends words that were parted at a line's end", async () => {
    const { drafts, problems } = await read("ferry.pdf", pdfOf({ pages: [printed(story)] }));
    expect(problems.filter(({ severity }) => severity === "error")).to.deep.equal([]);
    expect(drafts[0]?.article.title).to.equal("Ferry Returns to Quillburg Harbour");
    expect(drafts[0]?.article.body.split("\n\n")).to.deep.equal([
      "The ferry returned to the harbour on Tuesday after a month of repairs, the well-known captain said, and passengers " +
        "were glad to be back on the water again after so long a wait.",
      "The captain, who is well-known, thanked the ship's engineers.",
    ]);
  });

  it("drops headers, footers and page numbers, and lets a sentence go on over a page's end", async () => {
    const pages = [
      withEdges(printed([["The mayor said that the harbour would"]]), 1),
      withEdges(printed([["stay open all winter, whatever came."], ["The council agreed with her at once."]]), 2),
      withEdges(printed([["Nobody spoke against it in the end."]]), 3),
    ];
    const { drafts } = await read("harbour.pdf", pdfOf({ pages }));
    expect(drafts[0]?.article.body.split("\n\n")).to.deep.equal([
      "The mayor said that the harbour would stay open all winter, whatever came.",
      "The council agreed with her at once.",
      "Nobody spoke against it in the end.",
    ]);
    expect(drafts[0]?.leftOut.map(({ text, line, reason }) => `${line} ${reason} ${text}`)).to.deep.equal([
      "1 repeated THE QUILL Tuesday edition",
      "1 repeated Page 1 of 3",
    ]);
  });

  it("takes title, author and day from the metadata, and says that it did", async () => {
    const info = "/Title (The Harbour in Winter) /Author (Jane Roe) /CreationDate (D:20220910233000-05'00')";
    const lines = printed([["The harbour will stay open all winter, the mayor said on Tuesday."]]);
    const reading = await read("h.pdf", pdfOf({ pages: [lines], info }));
    expect(reading.drafts[0]?.article).to.deep.include({
      title: "The Harbour in Winter",
      authors: ["Jane Roe"],
      published: "2022-09-10",
    });
    const assumed = reading.problems.filter(({ detail }) => detail.id === "value-assumed").map(({ field }) => field);
    expect(assumed).to.include.members(["title", "authors", "published"]);
  });

  it("takes no program's name for a title, and no account for an author", async () => {
    const info = "/Title (Microsoft Word - draft2.docx) /Author (Office User) /CreationDate (D:20241345)";
    const pages = [printed([["The Harbour Stays Open"], ["The harbour will stay open all winter, the mayor said."]])];
    const { drafts } = await read("h.pdf", pdfOf({ pages, info }));
    expect(drafts[0]?.article).to.deep.include({ title: "The Harbour Stays Open", authors: [], published: null });
  });

  it("takes the largest words of the first page for the title, though they stand over every page", async () => {
    const page = (size: number, text: string) => [
      { text: "Quillburg Harbour Report", y: 750, size },
      ...printed([[text, "and nobody was hurt, the mayor said."]]),
    ];
    const pages = [
      page(22, "The harbour stays open,"),
      page(9, "The ferry came back,"),
      page(9, "The gates are mended,"),
    ];
    const { drafts } = await read("h.pdf", pdfOf({ pages }));
    expect(drafts[0]?.article.title).to.equal("Quillburg Harbour Report");
    expect(drafts[0]?.article.body).not.to.include("Report");
  });

  it("says of a scan that it has no text, and of a locked or damaged file what it is", async () => {
    const whole = pdfOf({ pages: [printed(story)] });
    expect(refusals(await read("scan.pdf", pdfOf({ pages: [[], []] })))).to.deep.equal(["pdf-no-text"]);
    expect(refusals(await read("locked.pdf", pdfOf({ pages: [printed(story)], isLocked: true })))).to.deep.equal([
      "pdf-locked",
    ]);
    expect(refusals(await read("cut.pdf", whole.subarray(0, 60)))).to.deep.equal(["pdf-damaged"]);
    expect(refusals(await read("no.pdf", "This is no PDF at all."))).to.deep.equal(["pdf-damaged"]);
  });

  it("warns where some pages are without text", async () => {
    const reading = await read("half.pdf", pdfOf({ pages: [printed(story), []] }));
    expect(ids(reading)).to.include("warning pdf-pages-without-text");
    expect(reading.drafts).to.have.lengthOf(1);
  });

  it("shows what it cannot read of a text, and warns of it", async () => {
    const pages = [printed([["The harbour stays open, the mayor said today."]])];
    const reading = await read("a.pdf", pdfOf({ pages, garbled: "p" }));
    expect(reading.drafts[0]?.article.body).to.equal("The harbour stays o\uFFFDen, the mayor said today.");
    expect(ids(reading)).to.include("warning encoding-damaged");
  });

  it("refuses more than 200 pages and more than 20 MiB", async () => {
    const many = pdfOf({ pages: Array.from({ length: 201 }, () => []) });
    expect(refusals(await read("many.pdf", many))).to.deep.equal(["pdf-too-long"]);
    const large = new Uint8Array(20 * 1024 * 1024 + 1);
    large.set(new TextEncoder().encode("%PDF-1.7\n"));
    expect(refusals(await read("large.pdf", large))).to.deep.equal(["file-too-large"]);
  });

  it("ends a PDF that takes too long, or unpacks to more than memory holds, and reads the next", async () => {
    const signal = new AbortController().signal;
    // A block of spaces, packed once and repeated: 3 GiB in some megabytes.
    const block = deflateRawSync(Buffer.alloc(16 * 1024 * 1024, 32), { finishFlush: constants.Z_FULL_FLUSH });
    const bytes = Buffer.concat([Buffer.from([0x78, 0x9c]), ...Array.from({ length: 192 }, () => block)]);
    const bomb = pdfOf({ pages: [[]], content: { bytes, filter: "/FlateDecode" } });
    const ended = await extractPdf(bomb, signal, 3000);
    expect(ended).to.deep.include({ ok: false });
    expect(ended.ok ? "" : ended.error.id).to.equal("source-too-costly");
    expect(refusals(await read("next.pdf", pdfOf({ pages: [printed(story)] })))).to.deep.equal([]);
  });

  it("stops when told to", async () => {
    const stop = new AbortController();
    const reading = read("ferry.pdf", pdfOf({ pages: [printed(story)] }), { signal: stop.signal });
    stop.abort(new Error("enough"));
    const error: unknown = await reading.catch((error: unknown) => error);
    expect(error).to.have.property("message", "enough");
  });
});

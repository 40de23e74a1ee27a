import { expect } from "chai";
import fc from "fast-check";
import { formatByMagic } from "../../src/intake/bytes/magic.ts";
import { kindOfText } from "../../src/intake/bytes/source-kind.ts";
import { read, refusals } from "./reading.ts";

/** Kind of a text in a few letters: its type, or the format that is not read. */
function kindOf(text: string, name: string, contentType: string | null = null, url: string | null = null): string {
  const kind = kindOfText(text, { name, url, contentType, bytes: new Uint8Array() });
  return kind.type === "unsupported" ? `no ${kind.format}` : kind.type;
}

const record = '{"id":"a","title":"T","text":"It rained."}';

describe("the kind of a source", () => {
  it("is told by how its text begins, whatever it is called", () => {
    const rows: readonly (readonly [string, string])[] = [
      ["<!DOCTYPE html><p>Hm.", "html"],
      ["\n <!-- saved from url=(0014)about:internet --><HTML>", "html"],
      ['<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "x"><html>', "html"],
      ["<article><p>Hm.</p></article>", "html"],
      ['<?xml version="1.0"?><?xml-stylesheet href="x"?><!-- x --><rss version="2.0">', "xml-feed"],
      ['<!DOCTYPE rss [<!ENTITY a "b">]><rss>', "xml-feed"],
      ['<feed xmlns="http://www.w3.org/2005/Atom">', "xml-feed"],
      ["<rdf:RDF>", "xml-feed"],
      ['{"version": "https://jsonfeed.org/version/1.1", "items": []}', "json-feed"],
      [`${record}\n${record}`, "json-lines"],
      ['{\n  "a": 1\n}', "no JSON"],
      ['[{"a":1}]', "no JSON"],
      ['<?xml version="1.0"?><urlset>', "no XML (<urlset>)"],
      ["<svg xmlns='x'>", "no SVG"],
    ];
    for (const [text, kind] of rows) expect(kindOf(text, "thing.txt"), text).to.equal(kind);
  });

  it("is told by the content type where the text does not show it, then by the name", () => {
    const rows: readonly (readonly [string, string, string | null, string | null, string])[] = [
      ["Just words.", "x.txt", "text/html; charset=utf-8", null, "html"],
      ["Just words.", "https://q.example/a.jpg", "text/plain", "https://q.example/a.jpg", "text"],
      ["Just words.", "https://q.example/a.docx", null, "https://q.example/a.docx", "text"],
      ["Just words.", "x", "image/png", null, "no image/png"],
      ["a,b", "x.txt", "text/csv", null, "no text/csv"],
      ["Just words.", "x.HTML", null, null, "html"],
      ["Just words.", "x.md", null, null, "markdown"],
      ["Just words.", "README", null, null, "text"],
      ["Just words.", "-", null, null, "text"],
      ["Just words.", "x.csv", "application/octet-stream", null, "no .csv"],
      ["{", "x.jsonl", null, null, "json-lines"],
      ["Just words.", "constructor.__proto__", null, null, "no .__proto__"],
    ];
    for (const [text, name, contentType, url, kind] of rows) {
      expect(kindOf(text, name, contentType, url), `${name} ${contentType ?? ""}`).to.equal(kind);
    }
  });

  it("is Markdown with front matter, unless it is called plain text", () => {
    expect(kindOf("---\ntitle: x\n---\n\nHm.", "x.md")).to.equal("front-matter");
    expect(kindOf("---\ntitle: x\n---\n\nHm.", "-")).to.equal("front-matter");
    expect(kindOf("---\ntitle: x\n---\n\nHm.", "x.txt")).to.equal("text");
  });

  it("is not mistaken where a text begins with an angle or a brace", () => {
    expect(kindOf("<3 was all she wrote.", "x.txt")).to.equal("text");
    expect(kindOf("{sic} was all she wrote.", "x.txt")).to.equal("text");
    expect(kindOf("[Editor's note: he did.]", "x.txt")).to.equal("text");
    expect(kindOf("<p align=center>Hm</p>\n\n# Head", "x.md")).to.equal("markdown");
    expect(kindOf("<table> is an element.", "x.md")).to.equal("markdown");
  });

  it("names the binary formats that are not read", async () => {
    const latin = (text: string) => Uint8Array.from(Buffer.from(text, "latin1"));
    const rows: readonly (readonly [string, RegExp])[] = [
      ["PK\u0003\u0004....word/document.xml", /\.docx/u],
      ["PK\u0003\u0004mimetypeapplication/epub+zip", /EPUB/u],
      ["PK\u0003\u0004mimetypeapplication/vnd.oasis.opendocument.text", /\.odt/u],
      ["PK\u0003\u0004photos/a.jpg", /zip/u],
      ["{\\rtf1\\ansi Hello", /RTF/u],
      ["\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1", /\.doc/u],
      ["\u0089PNG\r\n\u001A\n", /PNG/u],
      ["\u00FF\u00D8\u00FF\u00E0", /JPEG/u],
      ["ID3\u0004\0\0", /MP3/u],
      ["\0\0\0\u0018ftypmp42", /MP4/u],
      ["\u001F\u008B\u0008\0", /gzip/u],
      ["MIME-Version: 1.0\r\nContent-Type: multipart/related", /MHTML/u],
      ["\u0080\u0000\u0001\u0093\u00FE", /no text/u],
    ];
    for (const [start, format] of rows) {
      const reading = await read("thing.txt", latin(start));
      expect(refusals(reading), start).to.deep.equal(["format-unsupported"]);
      expect(JSON.stringify(reading.problems), start).to.match(format);
    }
  });

  it("is a PDF only where it says so at its start", () => {
    expect(formatByMagic(Buffer.from("%PDF-1.7"))).to.equal("pdf");
    expect(formatByMagic(Buffer.from("They write %PDF-1.7 first."))).to.equal(null);
    expect(formatByMagic(Buffer.from("BMW and ID3 are words, GIF8 is none."))).to.equal(null);
  });

  it("is told of anything, within a moment", () => {
    const pieces = fc.constantFrom(
      "<!--",
      "-->",
      "<!doctype x [",
      "]",
      ">",
      "<?",
      "<rss",
      " ",
      "{",
      '"',
      "\n",
      "---",
      "a",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        expect(kindOf(parts.join(""), "x.txt")).to.be.a("string");
      }),
    );
    for (const piece of ["<!--", "<!doctype x [", "<!doctype x>", "<?a>", "<!---->", " "]) {
      expect(kindOf(piece.repeat(100_000), "x.txt")).to.be.a("string");
    }
  });
});

import { expect } from "chai";
import fc from "fast-check";
import iconv from "iconv-lite";
import { decodeText, type DecodedText } from "../../src/intake/bytes/decode-text.ts";

function decode(bytes: Uint8Array, contentType: string | null = null): DecodedText {
  const decoded = decodeText({ name: "x", url: null, contentType, bytes });
  if (!decoded.ok) throw new Error(decoded.error.id);
  return decoded.value;
}

function doubts(decoded: DecodedText): readonly string[] {
  return decoded.doubts.map(({ id }) => id);
}

const text = fc
  .string({ unit: "grapheme", maxLength: 300 })
  .filter((value) => !value.startsWith("\uFEFF") && !value.includes("\uFFFD"));

/** Bytes of a text, a byte order mark before them. */
function marked(mark: readonly number[], encoding: string, value: string): Uint8Array {
  return Uint8Array.from([...mark, ...iconv.encode(value, encoding, { addBOM: false })]);
}

describe("decodeText", () => {
  it("reads back UTF-8, without a doubt", () => {
    fc.assert(
      fc.property(text, (value) => {
        const bytes = new TextEncoder().encode(value);
        // Zeros in turn are another encoding's.
        fc.pre(!value.includes("\0"));
        expect(decode(bytes)).to.deep.equal({ text: value, doubts: [] });
        expect(decode(Uint8Array.from([0xef, 0xbb, 0xbf, ...bytes]))).to.deep.equal({ text: value, doubts: [] });
      }),
    );
  });

  it("reads back UTF-16 and UTF-32 with a byte order mark, without a doubt", () => {
    const marks = {
      "utf-16le": [0xff, 0xfe],
      "utf-16be": [0xfe, 0xff],
      "utf-32le": [0xff, 0xfe, 0, 0],
      "utf-32be": [0, 0, 0xfe, 0xff],
    };
    fc.assert(
      fc.property(text, fc.constantFrom(...Object.entries(marks)), (value, [encoding, mark]) => {
        // Two zeros after the mark of UTF-16 are the mark of UTF-32.
        fc.pre(!value.startsWith("\0"));
        expect(decode(marked(mark, encoding, value))).to.deep.equal({ text: value, doubts: [] });
      }),
    );
  });

  it("reads back single bytes by any label of the table, as the standard maps it", () => {
    const rows = [
      ["windows-1252", "windows-1252", "Café “déjà vu” – 5 €"],
      ["iso-8859-1", "windows-1252", "Café “déjà vu” – 5 €"],
      ["latin1", "windows-1252", "“naïve”"],
      ["ISO-8859-2", "iso-8859-2", "Žluťoučký kůň"],
      ["x-cp1250", "windows-1250", "Žluťoučký kůň"],
      ["cp1251", "windows-1251", "Привет, мир"],
      ["koi8-r", "koi8-r", "Привет, мир"],
      ["iso-8859-9", "windows-1254", "Işık, ağaç"],
      ["windows-1256", "windows-1256", "سلام به همه"],
      ["shift_jis", "shift_jis", "港は閉鎖された"],
      ["gb2312", "gbk", "港口关闭"],
      ["big5", "big5", "港口關閉"],
      ["ks_c_5601-1987", "euc-kr", "항구 폐쇄"],
      ["x-mac-cyrillic", "maccyrillic", "Привет"],
    ] as const;
    for (const [label, encoding, value] of rows) {
      const bytes = iconv.encode(value, encoding);
      expect(decode(bytes, `text/plain; charset=${label}`), label).to.deep.equal({ text: value, doubts: [] });
      const page = Buffer.concat([Buffer.from(`<meta charset="${label}"><p>`), bytes]);
      expect(decode(page).text.slice(-value.length), label).to.equal(value);
    }
  });

  it("reads back windows-1252 whatever its letters, declared or guessed", () => {
    const letters = "abc déçàüöß “”‘’–—…€ŒœŠšŽž";
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...letters.split("")), { maxLength: 80 }), (characters) => {
        const value = characters.join("");
        const bytes = iconv.encode(value, "windows-1252");
        fc.pre(iconv.decode(bytes, "utf-8").includes("\uFFFD"));
        expect(decode(bytes, "text/plain; charset=ISO-8859-1")).to.deep.equal({ text: value, doubts: [] });
        expect(decode(bytes)).to.deep.equal({
          text: value,
          doubts: [{ id: "encoding-guessed", encoding: "windows-1252" }],
        });
      }),
    );
  });

  it("finds the declaration in XML, in a meta for the content type and in a page's head, not in a comment", () => {
    const letters = iconv.encode("Привет", "windows-1251");
    for (const head of [
      '<?xml version="1.0" encoding="windows-1251"?><rss>',
      '<html><head><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=windows-1251">',
      '<!-- <meta charset="koi8-r"> --><meta name="x" content="charset=koi8-r"><meta charset=windows-1251>',
    ]) {
      expect(decode(Buffer.concat([Buffer.from(head), letters])).text, head).to.equal(`${head}Привет`);
    }
  });

  it("believes the bytes where they are UTF-8 and something else is declared, and says so", () => {
    const decoded = decode(new TextEncoder().encode("déjà vu"), "text/html; charset=iso-8859-1");
    expect(decoded).to.deep.equal({
      text: "déjà vu",
      doubts: [{ id: "encoding-contradicted", declared: "windows-1252", taken: "utf-8" }],
    });
    expect(doubts(decode(new TextEncoder().encode("deja vu"), "text/html; charset=iso-8859-1"))).to.deep.equal([]);
  });

  it("does not believe a declared UTF-8 that is none, nor a label it does not know", () => {
    const bytes = iconv.encode("déjà vu", "windows-1252");
    expect(decode(bytes, "text/plain; charset=utf-8")).to.deep.equal({
      text: "déjà vu",
      doubts: [{ id: "encoding-contradicted", declared: "utf-8", taken: "windows-1252" }],
    });
    expect(doubts(decode(bytes, "text/plain; charset=constructor"))).to.deep.equal([
      "encoding-unknown",
      "encoding-guessed",
    ]);
  });

  it("reads a text of UTF-8 in which a few bytes are broken as UTF-8, and counts them", () => {
    const bytes = Buffer.concat([
      new TextEncoder().encode("é".repeat(40)),
      Buffer.from([0xe2, 0x80]),
      Buffer.from(" end"),
    ]);
    expect(doubts(decode(bytes))).to.deep.equal(["encoding-damaged"]);
    expect(decode(bytes).text).to.equal(`${"é".repeat(40)}\uFFFD end`);
  });

  it("knows UTF-16 without a byte order mark by its zeros", () => {
    for (const value of ["The harbour was closed on Monday.", "بندر روز دوشنبه پس از توفان بسته شد و باز نشد."]) {
      for (const encoding of ["utf-16le", "utf-16be"]) {
        const decoded = decode(iconv.encode(value, encoding, { addBOM: false }));
        expect(decoded, encoding).to.deep.equal({ text: value, doubts: [{ id: "encoding-guessed", encoding }] });
      }
    }
    expect(decode(Buffer.from("It\0rained all day long.")).text).to.equal("It\0rained all day long.");
  });

  it("refuses bytes that are no text, and never throws", () => {
    const noise = Uint8Array.from([0x93, 0x00, 0x81, 0x17, 0xff, 0x02, 0x9d, 0xc3]);
    expect(decodeText({ name: "x", url: null, contentType: null, bytes: noise })).to.deep.include({ ok: false });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.option(fc.string()), (bytes, label) => {
        const contentType = label === null ? null : `text/plain; charset=${label}`;
        expect(decodeText({ name: "x", url: null, contentType, bytes }).ok).to.be.a("boolean");
      }),
    );
  });
});

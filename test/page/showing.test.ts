import { expect } from "chai";
import { loopbackAddress } from "../../src/sandbox/page/loopback.ts";
import { initials } from "../../src/sandbox/page/names.ts";
import { sentText, timestampText } from "../../src/sandbox/page/time.ts";

const now = Date.UTC(2022, 8, 10, 12) / 1000;

describe("times on the page", () => {
  const relative: readonly (readonly [number, string])[] = [
    [now - 30, "30 seconds ago"],
    [now - 90, "1 minute ago"],
    [now + 2 * 3_600, "in 2 hours"],
    [now - 3 * 86_400, "3 days ago"],
    [now - 400 * 86_400, "1 year ago"],
    [now, "in 0 seconds"],
  ];
  for (const [seconds, text] of relative) {
    it(text, () => {
      expect(timestampText(seconds, "R", "en-US", now)).to.equal(text);
    });
  }

  it("speaks the reader's language", () => {
    expect(timestampText(now - 3 * 86_400, "R", "de", now)).to.equal("vor 3 Tagen");
    expect(timestampText(now, "D", "en-GB", now)).to.match(/^(9|10|11) September 2022$/);
  });

  it("shows the day of a message only when it is not today's", () => {
    expect(sentText(new Date(now * 1000).toISOString(), "en-US", now)).to.match(/^\d{1,2}:\d\d (AM|PM)$/);
    expect(sentText("2022-09-01T12:00:00Z", "en-US", now)).to.match(/^9\/1\/22, /);
    expect(sentText("no date", "en-US", now)).to.equal("");
  });
});

describe("pictures and files on the page", () => {
  const attachment = { id: "1", filename: "a.png", size: 1, url: "http://127.0.0.1:8000/files/a.png", proxy_url: "" };
  const cases: readonly (readonly [string, string | null])[] = [
    ["http://127.0.0.1:8000/a.png", "http://127.0.0.1:8000/a.png"],
    ["http://localhost/a.png", "http://localhost/a.png"],
    ["http://[::1]:80/a.png", "http://[::1]/a.png"],
    ["attachment://a.png", attachment.url],
    ["attachment://b.png", null],
    ["https://cdn.example.org/a.png", null],
    ["http://127.0.0.1.example.org/a.png", null],
    ["http://localhost.example.org/a.png", null],
    ["http://127.0.0.1@example.org/a.png", null],
    ["file:///etc/passwd", null],
    ["data:image/png;base64,AA", null],
    ["nonsense", null],
  ];
  for (const [url, wanted] of cases) {
    it(`${url} ${wanted === null ? "is not fetched" : "is shown"}`, () => {
      expect(loopbackAddress(url, [attachment])).to.equal(wanted);
    });
  }
});

describe("initials for a picture", () => {
  it("takes the first letters of two words", () => {
    expect(["Footnote", "mira kola", "🎉", "Élan vital trois"].map(initials)).to.deep.equal(["F", "MK", "", "ÉV"]);
  });
});

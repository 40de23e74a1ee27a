import { expect } from "chai";
import { createPictures } from "../../src/picture/create-pictures.ts";
import { chart, dayAfter, eventsOn, weeks } from "./charts.ts";

const never = new AbortController().signal;

/** Width and height of a PNG, as its header tells them. */
function sizeOf(png: Uint8Array): readonly [number, number] {
  const view = new DataView(png.buffer, png.byteOffset);
  expect(Array.from(png.subarray(0, 8))).to.deep.equal([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return [view.getUint32(16), view.getUint32(20)];
}

describe("pictures", () => {
  it("are PNGs of one size, with their words, small enough for any channel", async () => {
    const crowded = chart({
      bars: weeks(Array.from({ length: 60 }, (_, week) => week * 37)),
      events: eventsOn(
        Array.from({ length: 25 }, (_, place) => place * 16),
        "30 September",
      ),
    });
    for (const one of [chart(), crowded, chart({ events: [] }), chart({ bars: [] })]) {
      const drawn = await createPictures().timeline(one, never);
      if (!drawn.ok) throw new Error(drawn.error.reason);
      expect(drawn.value).to.include({ name: "timeline.png", alt: "Two dates." });
      expect(sizeOf(drawn.value.data)).to.deep.equal([1_000, 600]);
      expect(drawn.value.data.byteLength).to.be.lessThan(200_000);
    }
  });

  it("show letters where there are letters", async () => {
    const pictures = createPictures();
    const titled = await pictures.timeline(chart({ title: "Durrës" }), never);
    const other = await pictures.timeline(chart({ title: "Durres" }), never);
    expect(titled.ok && other.ok && Buffer.compare(titled.value.data, other.value.data) !== 0).to.equal(true);
  });

  it("are drawn one after the other, and all that were asked for", async () => {
    const pictures = createPictures();
    const drawn = await Promise.all(Array.from({ length: 6 }, async () => pictures.timeline(chart(), never)));
    expect(drawn.map(({ ok }) => ok)).to.deep.equal([true, true, true, true, true, true]);
  });

  it("are refused where too many wait, and drawn again afterwards", async () => {
    const pictures = createPictures();
    const drawn = await Promise.all(Array.from({ length: 30 }, async () => pictures.timeline(chart(), never)));
    const refused = drawn.filter(({ ok }) => !ok);
    expect(refused.length).to.be.greaterThan(10);
    expect(JSON.stringify(refused)).to.include("too many pictures");
    expect((await pictures.timeline(chart(), never)).ok).to.equal(true);
  });

  it("are given up once nobody waits, which keeps nobody else waiting", async () => {
    const pictures = createPictures();
    const early = await pictures.timeline(chart(), AbortSignal.abort());
    expect(early).to.deep.include({ ok: false });
    const stopping = new AbortController();
    const given = pictures.timeline(chart(), stopping.signal);
    stopping.abort(new Error("asked to stop"));
    expect(await given).to.deep.equal({ ok: false, error: { id: "picture-failed", reason: "Error: asked to stop" } });
    expect((await pictures.timeline(chart(), never)).ok).to.equal(true);
  });

  for (const [what, given] of [
    ["nothing at all", { bars: [], events: [] }],
    ["more events than have room", { events: eventsOn(Array.from({ length: 26 }, (_, day) => day)) }],
    ["more bars than can be told apart", { bars: weeks(Array.from({ length: 61 }, () => 1)) }],
    ["days that there are not", { bars: [{ from: "soon", to: dayAfter(1), count: 1 }] }],
  ] as const) {
    it(`are a failure, not an exception, for ${what}`, async () => {
      const drawn = await createPictures().timeline(chart(given), never);
      expect(drawn).to.deep.include({ ok: false });
    });
  }
});

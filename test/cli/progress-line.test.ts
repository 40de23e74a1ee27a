import { PassThrough } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import { expect } from "chai";
import { progressLine } from "../../src/app/cli/progress-line.ts";

describe("a line of progress", () => {
  const shownBy = async (stream: PassThrough): Promise<string> => {
    stream.setEncoding("utf8");
    const line = progressLine(stream);
    line.show("10 %");
    await wait(1_050);
    line.show("50 %");
    line.show("51 %");
    line.clear();
    const shown: unknown = stream.read();
    return typeof shown === "string" ? shown : "";
  };

  it("is shown on a terminal once work takes long, now and then, and taken away in the end", async () => {
    const shown = await shownBy(Object.assign(new PassThrough(), { isTTY: true }));
    expect(shown).to.equal("\r\u001B[K50 %\r\u001B[K");
  });

  it("is nowhere else", async () => {
    expect(await shownBy(new PassThrough())).to.equal("");
  });
});

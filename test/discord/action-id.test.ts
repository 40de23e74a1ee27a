import { expect } from "chai";
import * as fc from "fast-check";
import { decodeAction, encodeAction } from "../../src/discord/action-id.ts";

const hostile = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom("~", "|", "0", "1", " ", "\uD800") }),
);

describe("custom_id of an action", () => {
  it("brings any state back, or says that it does not fit", () => {
    fc.assert(
      fc.property(hostile, hostile, fc.array(hostile, { maxLength: 4 }), (command, action, state) => {
        const id = encodeAction({ command, action, state });
        if (id === null) return;
        expect(id.length).to.be.at.most(100);
        expect(decodeAction(id)).to.deep.equal({ command, action, state });
      }),
    );
  });

  it("tells an empty state from a state that is an empty string", () => {
    for (const state of [[], [""], ["", ""]]) {
      const id = encodeAction({ command: "search", action: "page", state });
      expect(decodeAction(id ?? "")?.state).to.deep.equal(state);
    }
  });

  it("carries an ordinary question within the 100 characters", () => {
    expect(
      encodeAction({ command: "search", action: "page", state: ["who attacked albania in july 2022", "20"] }),
    ).to.equal("1|search|page|who attacked albania in july 2022|20|");
  });

  it("does not encode what is too long", () => {
    expect(encodeAction({ command: "search", action: "page", state: ["x".repeat(90)] })).to.equal(null);
  });

  it("never throws for forged ids, and reads only what it could have written", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          hostile,
          hostile.map((text) => `1|${text}`),
        ),
        (id) => {
          const ref = decodeAction(id);
          if (ref !== null) expect(encodeAction(ref)).to.equal(id);
        },
      ),
    );
  });

  it("does not read ids of another version", () => {
    expect(decodeAction("2|search|page|20|")).to.equal(null);
    expect(decodeAction("search")).to.equal(null);
  });
});

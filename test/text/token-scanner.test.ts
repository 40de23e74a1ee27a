import { expect } from "chai";
import * as fc from "fast-check";
import { TOKEN } from "../../src/text/token-pattern.ts";
import { createTokenScanner } from "../../src/text/token-scanner.ts";
import { oddText } from "./odd-text.ts";

const scan = createTokenScanner();

function scanned(text: string): readonly string[] {
  const tokens: string[] = [];
  scan(text, (start, end) => tokens.push(`${start} ${text.slice(start, end)}`));
  return tokens;
}

function matched(text: string): readonly string[] {
  return Array.from(text.matchAll(new RegExp(TOKEN, "gu")), (match) => `${match.index} ${match[0]}`);
}

describe("token scanner", () => {
  it("finds what the pattern matches in odd texts", () => {
    fc.assert(
      fc.property(oddText, (text) => {
        expect(scanned(text)).to.deep.equal(matched(text));
      }),
      { numRuns: 5000 },
    );
  }).timeout(15_000);

  it("finds what the pattern matches around every character of the Basic Multilingual Plane", () => {
    for (let code = 0; code <= 0xffff; code += 1) {
      const character = String.fromCharCode(code);
      const text = `${character}a${character}b ${character} 1${character}000 ab${character}${character}c${character}`;
      if (scanned(text).join("|") !== matched(text).join("|")) expect.fail(code.toString(16));
    }
  }).timeout(15_000);
});

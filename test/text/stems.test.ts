import { expect } from "chai";
import { stem } from "../../src/text/stems.ts";

const SAME = `attack attacks attacked attacking
sanction sanctions sanctioned
sever severed severing
organization organisation organizing
steal stole stolen
sink sank sunk sinking
drive drove driven
shoot shot shooting
strike struck strikes
go goes went gone
say said
defence defense
operation operations operating
authority authorities
woman women`;

const APART = `news new
minister ministry
organization organ
international internal
authorities author
police policy
severe sever
several severed
university universe
important import
officer office
army arm
person personal`;

const groups = (table: string): readonly (readonly string[])[] => table.split("\n").map((line) => line.split(" "));

describe("stem", () => {
  for (const words of groups(SAME)) {
    it(`is one for ${words.join(", ")}`, () => {
      expect(new Set(words.map(stem)).size).to.equal(1);
    });
  }

  for (const words of groups(APART)) {
    it(`tells ${words.join(" from ")}`, () => {
      expect(new Set(words.map(stem)).size).to.equal(words.length);
    });
  }

  it("leaves identifiers, numbers and other scripts alone", () => {
    for (const word of ["aa22", "1990s", "u.s", "новости", "today2", "al"]) expect(stem(word)).to.equal(word);
  });

  it("knows no word of JavaScript's own", () => {
    expect(stem("constructor")).to.equal("constructor");
    expect(stem("tostring")).to.be.a("string");
  });
});

import { expect } from "chai";
import { type OPTIONAL_FEATURES, RANKING_FEATURES, type RankingFeature } from "../../src/answer/features.ts";
import type { Corpus } from "../../src/domain/corpus.ts";
import { compared, featureOf, telling } from "./compared.ts";

const HOEL = "Karsten Hoel, who leads";
const SAILORS = "The Seafarers' Union said 412";
const STRIKE = "The Seafarers' Union began";
const MEDIATOR = "The ministry offered";
const TALKS = "Talks between";
const MAYOR = "Mayor Ida Brandt";
const PAY = "The shipping company will";
const DELAY = "Hoel accused";
const FERRIES = "Ferries left";
const REFUSED = "The company denied";

/** Of a question, a sentence in which the feature is high and one in which it is low. */
type Case = readonly [question: string, high: string, low: string, corpus?: Corpus];

const RAID = telling([
  "Police blamed the raid on Norvik Freight.",
  "The inquiry found that Norvik Freight was behind the raid.",
  "One caller found that Bluewater was behind the raid.",
  "The raid began at noon.",
]);
const LEANING = telling([
  "The ministry offered a mediator. Nobody came. He sailed home.",
  "The ministry offered a mediator. He went to Lundvik.",
  "The wind turned. He slept.",
]);

/** A sentence encoder, where there is one, has tests of its own. */
type OptionalFeature = (typeof OPTIONAL_FEATURES)[number];

const CASES: Readonly<Record<Exclude<RankingFeature, OptionalFeature>, Case>> = {
  words: ["how many sailors stopped work", SAILORS, MAYOR],
  "words-relative": ["how many sailors stopped work", SAILORS, MAYOR],
  "words-earned": ["how many sailors stopped work", SAILORS, MAYOR],
  said: ["who leads the union", HOEL, MAYOR],
  "said-with-before": ["did ferries leave the port with sailors who stopped work", SAILORS, PAY],
  "said-with-two-before": ["did ferries leave the port under an agreement", MAYOR, DELAY],
  "said-with-after": ["did the company refuse wages before nobody would sail", STRIKE, FERRIES],
  "said-with-title": ["when did ferries sail after nine days", FERRIES, DELAY],
  "said-in-article": ["did the union strike in lundvik over wages", REFUSED, MEDIATOR],
  meant: ["which boss heads the trade union", HOEL, TALKS],
  "meant-nearby": ["which boss heads the trade union", HOEL, MAYOR],
  "meant-only": ["why did employees walk out", STRIKE, MEDIATOR],
  "meant-by-title": ["when did negotiations collapse", DELAY, PAY],
  meaning: ["why did negotiations collapse", TALKS, MAYOR],
  "meaning-nearby": ["why did negotiations collapse", TALKS, MAYOR],
  "to-the-point": ["did the company deny", REFUSED, STRIKE],
  together: ["did the ministry offer a mediator", MEDIATOR, TALKS],
  "leaning-said": ["what mediator did the ministry offer", "He went", "He slept", LEANING],
  "leaning-said-before-that": ["what mediator did the ministry offer", "He sailed", "He slept", LEANING],
  "kind-found": ["when did the ministry offer a mediator", MEDIATOR, REFUSED],
  "kind-missing": ["when did the ministry offer a mediator", REFUSED, MEDIATOR],
  "kind-said": ["when did the ministry offer a mediator", MEDIATOR, FERRIES],
  "kind-times": ["who leads the union", MAYOR, PAY],
  "agent-found": ["who refused to talk", HOEL, REFUSED],
  "person-found": ["who leads the union", HOEL, PAY],
  "time-found": ["when did the talks break down", TALKS, DELAY],
  "place-found": ["where did the ferries sail", FERRIES, DELAY],
  "quantity-found": ["how many sailors stopped work", SAILORS, DELAY],
  "reason-found": ["why did the union strike", STRIKE, DELAY],
  "manner-found": [
    "how did they get in",
    "They got in by breaking",
    "They got in at",
    telling(["They got in by breaking a window.", "They got in at noon."]),
  ],
  "definition-found": [
    "what is a ketch",
    "A ketch is a",
    "A ketch sank",
    telling(["A ketch is a ship with two masts.", "A ketch sank near Aas."]),
  ],
  "statement-found": ["what did the mayor say about the agreement", MAYOR, PAY],
  "quantity-of": ["how many sailors stopped work", SAILORS, PAY],
  uncounted: ["how many sailors stopped work", DELAY, SAILORS],
  "unit-missing": [
    "how old is the mayor",
    "The mayor has",
    "The mayor is",
    telling(["The mayor is 54 years old.", "The mayor has 54 ships."]),
  ],
  "focus-missing": ["which company will pay more", MEDIATOR, PAY],
  attributes: ["who was behind the raid", "The inquiry", "The raid", RAID],
  asks: ["did the mayor lie", "Did the mayor", "The mayor", telling(["Did the mayor lie?", "The mayor did lie."])],
  first: ["who leads the union", STRIKE, HOEL],
  short: [
    "did the mayor leave",
    "Mayor left",
    "The mayor left",
    telling(["Mayor left.", "The mayor left the old town hall of Aas on Monday."]),
  ],
  length: ["what did the union do", STRIKE, DELAY],
  "names-missing": ["What did Karsten Hoel say?", MAYOR, HOEL],
  "numbers-missing": ["did 412 sailors stop work", DELAY, SAILORS],
  quoted: ['who said "nobody would sail"', HOEL, DELAY],
};

describe("what tells whether a sentence answers", () => {
  for (const name of RANKING_FEATURES) {
    if (name === "encoded" || name === "encoded-nearby") continue;
    const [question, high, low, corpus] = CASES[name];
    it(`${name}: more in “${high} …” than in “${low} …” for “${question}”`, () => {
      const found = compared(question, corpus);
      expect(featureOf(found, name, high)).to.be.above(featureOf(found, name, low));
    });
  }

  it("is a finite number, whatever is asked", () => {
    for (const question of ["who leads the union", "zyxwvut", "412", '"" ""', "wer führt die Gewerkschaft an"]) {
      for (const { features } of compared(question).candidates) {
        for (const [name, value] of Object.entries(features)) {
          expect(Number.isFinite(value), `${name} for ${question}`).to.equal(true);
        }
      }
    }
  });
});

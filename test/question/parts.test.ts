import { expect } from "chai";
import fc from "fast-check";
import type { Span } from "../../src/domain/sentence.ts";
import type { AskedQuestion } from "../../src/question/question.ts";
import { readAskedQuestion } from "../../src/question/read-question.ts";

const TODAY = "2022-10-15";

function read(question: string): AskedQuestion {
  return readAskedQuestion(question, TODAY);
}

function written(question: string, spans: readonly Span[]): readonly string[] {
  return spans.map(({ start, end }) => question.slice(start, end));
}

describe("what carries no idea in a question", () => {
  const cases: readonly (readonly [question: string, empty: readonly string[]])[] = [
    ["who built the tower", ["who"]],
    ["hey guys, does anyone know who built the tower lol", ["hey guys, does anyone know who", "lol"]],
    ["Do the articles say when the tower fell?", ["Do the articles say when"]],
    ["can you pls tell me what kind of stone it is", ["can you pls tell me what kind of"]],
    ["reason for the closure", ["reason for"]],
    ["the tower fell when??", ["when"]],
    ["what's the difference between lager and ale", ["what's the difference between"]],
    ["sequence of events in the harbour", ["sequence of events"]],
    ["waht was found", ["waht"]],
    ["how'd the harbour react, and wehn exactly", ["how'd", "wehn exactly"]],
    ["how many ships sank", ["how many"]],
    ["ISO meaning", ["meaning"]],
    ["wann wurde der Turm gebaut", ["wann wurde der"]],
    ["qui a vu Jean de la Fontaine", ["qui a"]],
    ["tower stone", []],
  ];
  for (const [question, empty] of cases) {
    it(`is told of “${question}”`, () => {
      expect(written(question, read(question).empty)).to.deep.equal(empty);
    });
  }
});

describe("the focus of a question", () => {
  const cases: readonly (readonly [question: string, focus: string | null])[] = [
    ["which country hosts the games", "country"],
    ["how many embassy officials were hurt", "officials"],
    ["how many people live there", "people"],
    ["what day did it open", "day"],
    ["what kind of fuel does it burn", "fuel"],
    ["in which city was she born", "city"],
    ["they sold how many tickets", "tickets"],
    ["number of injured sailors at sea", "sailors"],
    ["which drug was he given", "drug"],
    ["what did they find", null],
    ["who built it", null],
  ];
  for (const [question, focus] of cases) {
    it(`is ${focus ?? "nothing"} in “${question}”`, () => {
      const { focus: span } = read(question);
      expect(span === null ? null : question.slice(span.start, span.end)).to.equal(focus);
    });
  }
});

describe("the numbers of a question", () => {
  const cases: readonly (readonly [question: string, numbers: readonly number[]])[] = [
    ["did three thousand people come", [3000]],
    ["did 3,000 people come", [3000]],
    ["two hundred and fifty ships or a dozen", [250, 12]],
    ["a loss of $50m or 1.5 billion", [50e6, 1.5e9]],
    ["twenty-three boats", [23]],
    ["which one is no one using", []],
    ["who came on 9 july with 40 boats", [40]],
    ["kamen zwei tausend oder drei Schiffe an", [2000, 3]],
    ["۱۵ کشتی کجا بود", [15]],
  ];
  for (const [question, numbers] of cases) {
    it(`are ${numbers.join(", ") || "none"} in “${question}”`, () => {
      expect(read(question).numbers.map(({ value }) => value)).to.deep.equal(numbers);
    });
  }
});

describe("the names of a question", () => {
  const cases: readonly (readonly [question: string, names: readonly string[]])[] = [
    ["who is Ada Lovelace", ["Ada Lovelace"]],
    ["what did Ursula von der Leyen tell the Bank of England", ["Ursula von der Leyen", "Bank of England"]],
    ["Ada Lovelace was born when", ["Ada Lovelace"]],
    ["Ships sank when", []],
    ["NATO did what", ["NATO"]],
    ["what is Norway's plan for the UN", ["Norway", "UN"]],
    ["What Did The Harbour Master Say", []],
    ["WHO SANK THE SHIP", []],
    ["can I see it", []],
    ["wer hat mit Ada Lovelace die Brücke gebaut", ["Ada Lovelace"]],
  ];
  for (const [question, names] of cases) {
    it(`are ${names.join(", ") || "none"} in “${question}”`, () => {
      expect(written(question, read(question).names)).to.deep.equal(names);
    });
  }
});

describe("a question that denies", () => {
  for (const question of [
    "why didn't they land",
    "who never came",
    "who hasnt paid",
    "is no one safe",
    "wer hat nicht bezahlt",
    "qui n'est pas venu",
    "چرا پل ساخته نشد و نیست",
  ]) {
    it(`is told by “${question}”`, () => {
      expect(read(question).negated).to.equal(true);
    });
  }
  for (const question of [
    "why did they land",
    "did they land or not",
    "i dont know who came",
    "no idea who came",
    "who made the knot",
    "wer hat bezahlt",
  ]) {
    it(`is not “${question}”`, () => {
      expect(read(question).negated).to.equal(false);
    });
  }
});

describe("a question that leans on another", () => {
  for (const question of [
    "and when was that?",
    "who did it",
    "why tho",
    "when?",
    "what about the second one",
    "and the harbour?",
    "why did he resign from the ministry of the sea",
    "how many of them",
    "where was it found",
    "who were they",
    "und wann?",
  ]) {
    it(`is told by “${question}”`, () => {
      expect(read(question).leans).to.equal(true);
    });
  }
  for (const question of [
    "when did the harbour of Oslo freeze",
    "who built the tower of pisa",
    "did the harbour master say why he resigned",
    "is it true that the harbour froze",
    "and when did the old harbour of Oslo freeze over",
    "what caused the shipwreck that killed sailors",
  ]) {
    it(`is not “${question}”`, () => {
      expect(read(question).leans).to.equal(false);
    });
  }
});

describe("a question in another language", () => {
  const cases: readonly (readonly [question: string, language: string, english: readonly string[]])[] = [
    ["wie viele Schiffe kamen im Juli aus Norwegen", "de", ["july", "Norway"]],
    ["was geschah mit den norwegischen Schiffen", "de", ["Norwegian"]],
    ["combien de bateaux sont arrivés d'Allemagne en août", "fr", ["Germany", "august"]],
    ["cuántos barcos suecos llegaron de Suecia", "es", ["Swedish", "Sweden"]],
    ["quante navi sono arrivate dai Paesi Bassi a luglio", "it", ["Netherlands", "july"]],
    ["sa anije erdhën nga Gjermania në korrik", "sq", ["Germany", "july"]],
    ["چند کشتی در ژوئیه ۲۰۲۲ از آلمان آمد", "fa", ["july", "2022", "Germany"]],
    ["which ships came from Deutschland", "en", []],
  ];
  for (const [question, language, english] of cases) {
    it(`has its names in English: “${question}”`, () => {
      const asked = read(question);
      expect(asked.language).to.equal(language);
      expect(asked.english.map(({ words }) => words)).to.deep.equal(english);
    });
  }

  for (const question of [
    "who is edi koch",
    "what is la repubblica",
    "AI rules per state",
    "war in sudan",
    "los angeles fires",
    "von der leyen speech",
    "so what now",
    "who was in die hard",
    "",
  ]) {
    it(`is none for its names alone: “${question}”`, () => {
      expect(read(question).language).to.equal("en");
    });
  }
});

describe("reading a question", () => {
  const words =
    "who what when where why how did the july 9 2022 is not la der que and 1/1 % ? چه l' — Ada in of constructor __proto__ toString".split(
      " ",
    );

  it("never fails, and tells spans in order within the text", () => {
    const texts = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.array(fc.constantFrom(...words)).map((list) => list.join(" ")),
    );
    fc.assert(
      fc.property(texts, fc.constantFrom(TODAY, "2022", null), (text, today) => {
        const { empty, names, periods, numbers, english, focus } = readAskedQuestion(text, today);
        const lists = [empty, names, periods, numbers, english].map((list) =>
          list.map((one) => ("span" in one ? one.span : one)),
        );
        for (const list of [...lists, focus === null ? [] : [focus]]) {
          let before = 0;
          for (const { start, end } of list) {
            expect(start).to.be.at.least(before);
            expect(end).to.be.within(start + 1, text.length);
            before = end;
          }
        }
      }),
    );
  });

  for (const repeated of [
    "who ",
    "what is the ",
    "in july ",
    "1/",
    "2020 to ",
    "what did x say ",
    "the ",
    "l'",
    "A b ",
    "%",
    "چه ",
    "if x, ",
    "two hundred ",
  ]) {
    it(`copes with a million characters of “${repeated}”`, () => {
      const text = repeated.repeat(1_000_000 / repeated.length);
      expect(readAskedQuestion(text, TODAY).kind).to.be.a("string");
    }).timeout(5_000);
  }
});

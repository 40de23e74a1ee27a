import { expect } from "chai";
import { answerFrom, answered, textOf } from "./told.ts";

const PETRA = [{ term: "Petra Lindqvist", aliases: ["Petra Linnqvist", "Lindqvist"] }];

interface Case {
  readonly question: string;
  readonly told: readonly (string | { readonly body: string; readonly published: string })[];
}

function disagreementIn({ question, told }: Case) {
  const { points, disagreements } = answered(answerFrom(told, question, 0.2));
  return disagreements.map(({ about, sides }) => ({
    about,
    sides: sides.map((side) => [
      side.value,
      side.points.map((place) =>
        told.findIndex((one) => (typeof one === "string" ? one : one.body) === textOf(points[place] ?? expect.fail())),
      ),
    ]),
  }));
}

describe("articles that disagree", () => {
  it("on a date", () => {
    expect(
      disagreementIn({
        question: "when did the dam above aas break",
        told: ["The dam above Aas broke on 3 May 2021.", "The dam above Aas broke on 4 May 2021, the mayor said."],
      }),
    ).to.deep.equal([
      {
        about: "date",
        sides: [
          ["2021-05-03", [0]],
          ["2021-05-04", [1]],
        ],
      },
    ]);
  });

  it("on a number", () => {
    const [found, ...others] = disagreementIn({
      question: "how many members does the choir of aas have",
      told: [
        "The choir of Aas has 3,000 members.",
        "The choir of Aas has 2,400 members.",
        "The choir of Aas has 3,000 members in all.",
      ],
    });
    expect(others).to.deep.equal([]);
    expect(found?.about).to.equal("number");
    expect(found?.sides.map(([value]) => value)).to.have.members(["3,000 members", "2,400 members"]);
  });

  it("on how a name is spelled", () => {
    expect(
      disagreementIn({
        question: "who is the captain of the ferry to aas",
        told: [
          "The captain of the ferry to Aas is Petra Lindqvist.",
          "Petra Lindkvist is the captain of the ferry to Aas.",
        ],
      }),
    ).to.deep.equal([
      {
        about: "name",
        sides: [
          ["Lindqvist", [0]],
          ["Lindkvist", [1]],
        ],
      },
    ]);
  });

  it("on how a name is spelled of which the glossary knows both spellings", () => {
    const told = [
      "Petra Lindqvist is the captain of the ferry to Aas.",
      "Petra Linnqvist is the captain of the ferry to Aas.",
    ];
    const { disagreements } = answered(answerFrom(told, "who is the captain of the ferry to aas", 0.2, PETRA));
    expect(disagreements).to.deep.equal([
      {
        about: "name",
        sides: [
          { value: "Petra Lindqvist", points: [0] },
          { value: "Petra Linnqvist", points: [1] },
        ],
      },
    ]);
  });

  it("on whether it happened, and the denial gets a place though it ranks lower", () => {
    const told = [
      "Inspectors said Norvik dumped oil in the bay of Aas.",
      "Fishermen saw how Norvik dumped oil in the bay of Aas at night.",
      "Neighbours smelled how Norvik dumped oil in the bay of Aas for weeks.",
      "Norvik dumped oil in the bay of Aas, prosecutors claimed.",
      "The owners denied on Friday through their lawyers that Norvik dumped any oil.",
    ];
    const { points, disagreements } = answered(answerFrom(told, "did norvik dump oil in the bay of aas", 0.2));
    expect(points).to.have.length(3);
    expect(textOf(points[2] ?? expect.fail())).to.contain("denied");
    const [stance] = disagreements;
    expect(stance?.about).to.equal("stance");
    expect(stance?.sides.find(({ value }) => value === "denied")?.points).to.deep.equal([2]);
  });
});

describe("a denial", () => {
  it("is shown beside a claim, a confirmation and a report that rank higher", () => {
    const told = [
      "The coast guard confirmed Norvik to be behind the oil spill in the bay of Aas.",
      "Prosecutors accused Norvik of standing behind the oil spill in the bay of Aas.",
      "Divers said Norvik was behind the oil spill in the bay of Aas.",
      "Norvik denied on Sunday that it was behind the oil spill in the bay of Aas.",
    ];
    const { points, disagreements } = answered(answerFrom(told, "who was behind the oil spill in the bay of aas", 0.2));
    expect(points).to.have.length(3);
    expect(points.some((point) => textOf(point).startsWith("Norvik denied"))).to.equal(true);
    expect(disagreements.map(({ about }) => about)).to.deep.equal(["stance"]);
  });
});

describe("articles that do not disagree", () => {
  const rows: readonly (readonly [why: string, found: Case])[] = [
    [
      "one date is more precise",
      {
        question: "when did the dam above aas break",
        told: ["The dam above Aas broke in May 2021.", "The dam above Aas broke on 4 May 2021."],
      },
    ],
    [
      "one number is rounded",
      {
        question: "how many people marched through aas",
        told: ["Some 3,000 people marched through Aas.", "In all 3,016 people marched through Aas."],
      },
    ],
    [
      "one number is no more than a bound",
      {
        question: "how many people marched through aas",
        told: ["More than 2,500 people marched through Aas.", "In all 3,016 people marched through Aas."],
      },
    ],
    [
      "the numbers count different things",
      {
        question: "how many people marched through aas",
        told: ["Some 3,000 people marched through Aas.", "Police sent 200 officers as people marched through Aas."],
      },
    ],
    [
      "the numbers come on top of each other",
      {
        question: "how many sailors of the ferry stopped work",
        told: ["On the ferry 412 sailors stopped work.", "On the ferry another 30 sailors stopped work."],
      },
    ],
    [
      "it happened twice",
      {
        question: "when was the port of aas flooded",
        told: [
          { body: "The port of Aas was flooded on 3 May 2021.", published: "2021-05-03" },
          { body: "The port of Aas was flooded on 8 May 2021.", published: "2021-05-09" },
        ],
      },
    ],
    [
      "it says that it happened again",
      {
        question: "when was the port of aas flooded",
        told: ["The port of Aas was flooded on 3 May 2021.", "The port of Aas was flooded again on 8 May 2021."],
      },
    ],
    [
      "the dates lie years apart",
      {
        question: "when was the port of aas flooded",
        told: ["The port of Aas was flooded on 3 May 2021.", "The port of Aas was flooded on 8 May 2011."],
      },
    ],
    [
      "one began and the other ended",
      {
        question: "when was the strike in aas",
        told: ["The strike in Aas began on 3 May 2021.", "The strike in Aas ended on 5 May 2021."],
      },
    ],
    [
      "the names are of two people",
      {
        question: "who is the captain of the ferry to aas",
        told: ["The captain of the ferry to Aas is Petra Lindqvist.", "The captain of the ferry to Aas is Ola Nord."],
      },
    ],
    [
      "one name is made of the other",
      {
        question: "which company runs the ferry to aas",
        told: ["A Malta company runs the ferry to Aas.", "A Maltese company runs the ferry to Aas."],
      },
    ],
    [
      "the accents are left out",
      {
        question: "who is the captain of the ferry to aas",
        told: [
          "The captain of the ferry to Aas is Petra Lindström.",
          "The captain of the ferry to Aas is Petra Lindstrom.",
        ],
      },
    ],
    [
      "something else is denied",
      {
        question: "did norvik dump oil in the bay of aas",
        told: [
          "Inspectors said Norvik dumped oil in the bay of Aas.",
          "The mayor of Aas denied that the bay was closed.",
        ],
      },
    ],
    [
      "nobody asked for the number",
      {
        question: "when did 40 sailors reach aas",
        told: ["On 3 May 2021 40 sailors reached Aas.", "On 3 May 2021 60 sailors reached Aas."],
      },
    ],
  ];
  for (const [why, found] of rows) {
    it(`because ${why}`, () => {
      expect(disagreementIn(found)).to.deep.equal([]);
    });
  }
});

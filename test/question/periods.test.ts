import { expect } from "chai";
import type { AskedPeriod } from "../../src/question/question.ts";
import { readAskedQuestion } from "../../src/question/read-question.ts";

const TODAY = "2022-10-15";

/** Question, what it says that is a period, its two ends, and the month where the year is a guess. */
const PERIODS: readonly (readonly [
  question: string,
  written: string,
  from: string | null,
  to: string | null,
  month?: number,
])[] = [
  ["what broke down in july", "july", "2022-07-01", "2022-07-31", 7],
  ["who resigned in December", "December", "2021-12-01", "2021-12-31", 12],
  ["what closed in july 2021", "july 2021", "2021-07-01", "2021-07-31"],
  ["what happened in july last year", "july last year", "2021-07-01", "2021-07-31"],
  ["the storm of mid september", "mid september", "2022-09-10", "2022-09-20", 9],
  ["storms in early march 2019", "early march 2019", "2019-03-01", "2019-03-12"],
  ["what opened at the end of May 2020", "the end of May 2020", "2020-05-20", "2020-05-31"],
  ["what was said on the 9th of sept", "the 9th of sept", "2022-09-09", "2022-09-09", 9],
  ["what was said on Sept. 9, 2021?", "Sept. 9, 2021", "2021-09-09", "2021-09-09"],
  ["strike on 14 november", "14 november", "2021-11-14", "2021-11-14", 11],
  ["sept 9-10 floods", "sept 9-10", "2022-09-09", "2022-09-10", 9],
  ["the 23 and 24 july meetings", "the 23 and 24 july", "2022-07-23", "2022-07-24", 7],
  ["in july 15 people died", "july", "2022-07-01", "2022-07-31", 7],
  ["who may 5 people vote for", "may 5", "2022-05-05", "2022-05-05", 5],
  ["from july to september", "from july to september", "2022-07-01", "2022-09-30", 9],
  ["between november and january", "between november and january", "2021-11-01", "2022-01-31", 1],
  ["the first week of august", "the first week of august", "2022-08-01", "2022-08-07", 8],
  ["sales in q3 2022", "q3 2022", "2022-07-01", "2022-09-30"],
  ["sales in the second quarter of 2020", "the second quarter of 2020", "2020-04-01", "2020-06-30"],
  ["what closed in summer 2022", "summer 2022", "2022-06-01", "2022-08-31"],
  ["what closed last summer", "last summer", "2022-06-01", "2022-08-31"],
  ["winter of 2020 storms", "winter of 2020", "2020-12-01", "2021-02-28"],
  ["who won in early 2023", "early 2023", "2023-01-01", "2023-04-30"],
  ["who won in 2019", "2019", "2019-01-01", "2019-12-31"],
  ["wars from 2014 to 2016", "from 2014 to 2016", "2014-01-01", "2016-12-31"],
  ["music of the 1990s", "the 1990s", "1990-01-01", "1999-12-31"],
  ["what fell down on 2022-09-10", "2022-09-10", "2022-09-10", "2022-09-10"],
  ["what fell down on 9/9", "9/9", "2022-09-09", "2022-09-09", 9],
  ["what fell down on 23/7/21", "23/7/21", "2021-07-23", "2021-07-23"],
  ["who came yesterday", "yesterday", "2022-10-14", "2022-10-14"],
  ["who came last week", "last week", "2022-10-03", "2022-10-14"],
  ["who came three weeks ago", "three weeks ago", "2022-09-19", "2022-09-25"],
  ["who came in the last 10 days", "the last 10 days", "2022-10-05", "2022-10-15"],
  ["who came last month", "last month", "2022-09-01", "2022-09-30"],
  ["who came on tuesday", "on tuesday", "2022-10-11", "2022-10-11"],
  ["what is known since july", "since july", "2022-07-01", null, 7],
  ["what was known before september", "before september", null, "2022-08-31", 9],
  ["what was known after 3 may 2022", "after 3 may 2022", "2022-05-04", null],
  ["what was known until 2020", "until 2020", null, "2020-12-31"],
  ["what was known before 2022-09-10", "before 2022-09-10", null, "2022-09-09"],
  ["was geschah am 15. Juli 2022", "15. Juli 2022", "2022-07-15", "2022-07-15"],
  ["was geschah letzte Woche in der Stadt", "letzte Woche", "2022-10-03", "2022-10-14"],
  ["que s'est-il passé en juillet 2021", "juillet 2021", "2021-07-01", "2021-07-31"],
  ["¿qué pasó el 3 de marzo de 2020?", "el 3 de marzo de 2020", "2020-03-03", "2020-03-03"],
  ["cosa è successo il 4 luglio", "il 4 luglio", "2022-07-04", "2022-07-04", 7],
  ["çfarë ndodhi më 15 korrik 2022", "15 korrik 2022", "2022-07-15", "2022-07-15"],
  ["در ۱۵ ژوئیه ۲۰۲۲ چه شد", "۱۵ ژوئیه ۲۰۲۲", "2022-07-15", "2022-07-15"],
];

const NONE: readonly string[] = [
  "who may they choose",
  "did the army march on the city",
  "who is April O'Neil",
  "what happened on 9/10",
  "is the shop open 24/7",
  "did 2000 people come",
  "who won the second half",
  "who fell in love",
  "the fall of the empire",
  "what is a sun dog",
  "what closed on black friday",
];

describe("the periods of a question", () => {
  for (const [question, written, from, to, month = null] of PERIODS) {
    it(`are read in “${question}”`, () => {
      const read = readAskedQuestion(question, TODAY).periods.map((period) => shown(question, period));
      expect(read).to.deep.equal([{ written, from, to, month }]);
    });
  }

  for (const question of NONE) {
    it(`are none in “${question}”`, () => {
      expect(readAskedQuestion(question, TODAY).periods.map((period) => shown(question, period))).to.deep.equal([]);
    });
  }

  it("are all told, in order", () => {
    const question = "did it rain more in june 2020 than in may 2019";
    const read = readAskedQuestion(question, TODAY).periods.map((period) => shown(question, period).written);
    expect(read).to.deep.equal(["june 2020", "may 2019"]);
  });

  it("keep the month where nothing tells the year, and lose what is counted from a day that is not known", () => {
    const question = "was it in july or last week";
    const read = readAskedQuestion(question, null).periods.map((period) => shown(question, period));
    expect(read).to.deep.equal([{ written: "july", from: null, to: null, month: 7 }]);
  });
});

interface Shown {
  readonly written: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly month: number | null;
}

function shown(question: string, { from, to, month, span }: AskedPeriod): Shown {
  return { written: question.slice(span.start, span.end), from, to, month };
}

import { expect } from "chai";
import * as fc from "fast-check";
import { findDates } from "../../src/text/dates.ts";

/** A Saturday. */
const PUBLISHED = "2022-09-10";

const describeDates = (text: string, published: string | null): string =>
  findDates(text, published)
    .map(({ text, from, to, precision, relative }) => {
      const days = precision === "day" ? from : `${from}/${to} ${precision}`;
      return `${text} = ${days}${relative ? " relative" : ""}`;
    })
    .join("; ");

/** Sentences of an article of Saturday, 10 September 2022, with what is found in them. */
const SENTENCES: readonly (readonly [string, string])[] = [
  // Weekdays: the most recent, the day of publication included.
  ["The premier spoke on Saturday.", "on Saturday = 2022-09-10 relative"],
  ["The border was shut Friday by force.", "Friday = 2022-09-09 relative"],
  ["On Thursday the embassy emptied.", "On Thursday = 2022-09-08 relative"],
  ["They had been warned on Sunday.", "on Sunday = 2022-09-04 relative"],
  ["Police came last Friday.", "last Friday = 2022-09-09 relative"],
  ["Police came last Saturday.", "last Saturday = 2022-09-03 relative"],
  ["Tuesday's outage was short.", "Tuesday = 2022-09-06 relative"],
  ["It broke on Friday night.", "on Friday night = 2022-09-09 relative"],
  ["At 1 p.m. Friday it broke.", "Friday = 2022-09-09 relative"],
  ["He said on Friday that help will come.", "on Friday = 2022-09-09 relative"],
  ["The country will not yield, he said on Thursday.", "on Thursday = 2022-09-08 relative"],
  // Unless the text looks ahead.
  ["The court will meet on Thursday.", "on Thursday = 2022-09-15 relative"],
  ["On Monday the court will rule.", "On Monday = 2022-09-12 relative"],
  ["They return next Tuesday.", "next Tuesday = 2022-09-13 relative"],
  // Words that mean a day or a stretch.
  ["The system went dark yesterday.", "yesterday = 2022-09-09 relative"],
  ["It was recorded last night.", "last night = 2022-09-09 relative"],
  ["He said today that it was over.", "today = 2022-09-10 relative"],
  ["They meet tomorrow.", "tomorrow = 2022-09-11 relative"],
  ["Three days ago they left.", "Three days ago = 2022-09-07 relative"],
  ["It began two weeks ago.", "two weeks ago = 2022-08-22/2022-08-28 range relative"],
  ["It began two months ago.", "two months ago = 2022-07-01/2022-07-31 month relative"],
  ["It began a year ago.", "a year ago = 2021-01-01/2021-12-31 year relative"],
  ["Last month it was calm.", "Last month = 2022-08-01/2022-08-31 month relative"],
  ["Late last year it was calm.", "last year = 2021-01-01/2021-12-31 year relative"],
  ["Earlier this week it rained.", "this week = 2022-09-05/2022-09-11 range relative"],
  ["It rained over the weekend.", "weekend = 2022-09-10/2022-09-11 range relative"],
  ["It rained last weekend.", "last weekend = 2022-09-03/2022-09-04 range relative"],
  // On a weekend, "last week" is also the week just ending.
  ["Last week the ties were cut.", "Last week = 2022-08-29/2022-09-09 range relative"],
  // Months and days without a year.
  ["Ties were cut on September 7.", "September 7 = 2022-09-07 relative"],
  ["The summit was due in the town on July 23 and 24.", "July 23 and 24 = 2022-07-23/2022-07-24 range relative"],
  ["It was due on 23 and 24 July.", "23 and 24 July = 2022-07-23/2022-07-24 range relative"],
  ["It lasted from 15 to 17 July.", "15 to 17 July = 2022-07-15/2022-07-17 range relative"],
  ["The July attack was the first.", "July = 2022-07-01/2022-07-31 month relative"],
  ["It began in mid-July.", "July = 2022-07-01/2022-07-31 month relative"],
  ["It began in May.", "May = 2022-05-01/2022-05-31 month relative"],
  ["It struck in July last year.", "July last year = 2021-07-01/2021-07-31 month relative"],
  ["Elections are due on October 5.", "October 5 = 2022-10-05 relative"],
  ["On Saturday, Sept. 10, it struck.", "On Saturday, Sept. 10 = 2022-09-10 relative"],
  ["A post dated September 11 told of it.", "September 11 = 2022-09-11 relative"],
  // Dates that stand for themselves.
  ["The photo is of Sept. 8, 2022.", "Sept. 8, 2022 = 2022-09-08"],
  ["The bank was named on 12 September 1977.", "on 12 September 1977 = 1977-09-12"],
  ["It ran from 14 April–3 May 2022.", "14 April–3 May 2022 = 2022-04-14/2022-05-03 range"],
  ["It ran on July 23–24, 2022.", "July 23–24, 2022 = 2022-07-23/2022-07-24 range"],
  ["In July 2022 services stopped.", "July 2022 = 2022-07-01/2022-07-31 month"],
  ["The log begins 20 October 2021 10:00 UTC.", "20 October 2021 = 2021-10-20"],
  ["The file is dated 2022-07-15.", "2022-07-15 = 2022-07-15"],
  ["The letter of 15/07/2022 was kept.", "15/07/2022 = 2022-07-15"],
  ["They were taken in 2013.", "2013 = 2013-01-01/2013-12-31 year"],
  ["The group has been at it since at least 2007.", "2007 = 2007-01-01/2007-12-31 year"],
  ["Between 2019 and 2021 it grew.", "2019 and 2021 = 2019-01-01/2021-12-31 range"],
  // Two ways to read them, counted from another date, or vague.
  ["The letter of 10/09/2022 was kept.", ""],
  ["The night before, lights went out.", ""],
  ["A day later they were back.", ""],
  ["The day before yesterday they left.", ""],
  ["The following Friday they left.", ""],
  ["It happens every Friday.", ""],
  ["In July of that year it rained.", ""],
  ["Several weeks ago it rained.", ""],
  ["In the past 14 months it grew.", ""],
  ["They must leave within 24 hours.", ""],
  ["It rained last July.", ""],
  ["It happened in December.", ""],
  ["It happened on October 5.", ""],
  // No dates at all.
  ["It may hit 5 of them; they march on.", ""],
  ["They sat in the sun and saw 3,000 people.", ""],
  ["Theresa May met April Jones.", ""],
  ["It rose 10 percent to 1.25 at 10:30.", ""],
  ["Version 2.0.1 works 24/7 since 9/11.", ""],
  ["The Sunday Times wrote of Black Friday.", ""],
  ["In 2000 people it was found.", ""],
  ["It was sold for $2022.", ""],
  ["There is no 31 September 2022.", ""],
  ["People today's age know it.", ""],
];

describe("dates in a sentence", () => {
  for (const [sentence, expected] of SENTENCES) {
    it(sentence, () => {
      expect(describeDates(sentence, PUBLISHED)).to.equal(expected);
    });
  }

  it("reads last week as Monday to Sunday in an article of a working day", () => {
    expect(describeDates("It was last week.", "2022-09-14")).to.equal(
      "last week = 2022-09-05/2022-09-11 range relative",
    );
  });

  it("keeps only what stands for itself in an undated article", () => {
    const sentence =
      "On Friday, yesterday, last week, in July and on September 7 it fell; on 8 March 2022 it rose, and in 2013.";
    expect(describeDates(sentence, null)).to.equal("on 8 March 2022 = 2022-03-08; 2013 = 2013-01-01/2013-12-31 year");
    expect(describeDates(sentence, "soon")).to.equal(describeDates(sentence, null));
  });

  it("resolves as far as the article's date allows", () => {
    expect(describeDates("On Friday and in July.", "2022-09")).to.equal("July = 2022-07-01/2022-07-31 month relative");
    expect(describeDates("Last year and last month.", "2022")).to.equal(
      "Last year = 2021-01-01/2021-12-31 year relative",
    );
  });

  it("reaches back over New Year", () => {
    expect(describeDates("It fell in December.", "2023-01-05")).to.equal(
      "December = 2022-12-01/2022-12-31 month relative",
    );
    expect(describeDates("It fell last month.", "2023-01-05")).to.equal(
      "last month = 2022-12-01/2022-12-31 month relative",
    );
    expect(describeDates("It fell on Saturday.", "2023-01-01")).to.equal("on Saturday = 2022-12-31 relative");
  });

  it("says where each date stands, in order, whatever the text", () => {
    const words = [
      ..."on in the last next July May 23 and 24 , 2022 Friday week ago two to - – yesterday 10/9 ' \ud83d é 🎉 1,000 will of".split(
        " ",
      ),
      " ",
      "\n",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 30 }), (parts) => {
        const text = parts.join(" ");
        let last = 0;
        for (const mention of findDates(text, PUBLISHED)) {
          expect(text.slice(mention.start, mention.end)).to.equal(mention.text);
          expect(mention.start).to.be.at.least(last);
          expect(mention.from <= mention.to, `${mention.from} ${mention.to}`).to.equal(true);
          expect(mention.from).to.match(/^\d{4}-\d{2}-\d{2}$/u);
          last = mention.end;
        }
      }),
      { numRuns: 500 },
    );
  });

  for (const unit of ["July 23 and ", "last ", "1 ", "Friday ", "1/", "2013-"]) {
    it(`copes with 200,000 characters of "${unit}"`, () => {
      expect(findDates(unit.repeat(200_000 / unit.length), PUBLISHED)).to.be.an("array");
    }).timeout(15_000);
  }
});

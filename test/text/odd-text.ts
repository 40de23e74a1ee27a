import * as fc from "fast-check";

/** What is hard to take apart: acronyms, numbers, marks, scripts, halves of characters. */
const PIECES = [
  ..."U.S. U.S I.T. i.t e.g. p.m. D.C., a.b.cd A.B.C.Army U.N.’s x.é é.x ª.º".split(" "),
  ..."it IT It us US Us USA the The tell of to US's us’s IT's".split(" "),
  ..."AT&T S&P a&b abcd&e R&D&X é&é &".split(" "),
  ..."3,000 1,234,567 12,34 1.5bn 1.5 2.0.1 7th 2nd 1,000th $50m 50KM 3pm 10K 3\u00a0000 1\u2009000\u202f000 1,é ٣,٣٣٣ x²".split(
    " ",
  ),
  ..."Ka’nani Ka'nani don`t Iran’s Iranʼs states' ’tis rock’n’roll’s O´Neil ʹ ＇ a＇b x’👍 x’𝐀".split(" "),
  ..."é Durrës Straße e\u0301 \u0301 \u20dd ﬁ ﷺ İ ı ǅ Привет слово’с مرحبا سلام. שלום 今天 日本. ไทย हिन्दी Ⅷ ½".split(
    " ",
  ),
  ..."👍🏽 👩‍💻 🇦🇱 𝐀 𝐀.𝐁 𝐀&𝐁 a.𝐀 𝟓,𝟓 \ud83d \ude00 \ud835 … “ ” — – - _ / @ # \u00ad \u200b \u200d".split(" "),
  ..."Ministry of Intelligence cyber attack cyber-attacks MOIS constructor __proto__ news women".split(" "),
  ..." | |. |, |.|,|'|’|\n|(|)|\"".split("|"),
  " the us ",
  " The us ",
  " of us ",
  " tell us ",
  " Tell it ",
  " did us ",
  "x".repeat(70),
  "9".repeat(70) + "m",
  "é’".repeat(80),
];

/** Texts rich in what tokenizers get wrong, some in one case throughout. */
export const oddText: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.constant(" "), fc.string({ unit: "binary", maxLength: 4 })), {
      maxLength: 30,
    }),
    fc.constantFrom("as is", "lower", "upper"),
  )
  .map(([pieces, casing]) => {
    const text = pieces.join("");
    return casing === "as is" ? text : casing === "lower" ? text.toLowerCase() : text.toUpperCase();
  });

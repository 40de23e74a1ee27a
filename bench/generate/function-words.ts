/**
 * English words without much content of their own, with how many of 10,000 such words they are in news and encyclopaedia
 * prose (counted as `fitted.ts` says). The second list holds those that Footnote keeps, since news turns on them.
 */
const LEFT_OUT = `
the 1660 of 800 and 730 in 570 to 600 a 530 is 230 as 210 was 195 for 240 that 240 on 235 by 160 with 190 it 155
from 130 are 115 at 112 an 92 be 90 or 87 which 82 were 75 this 88 his 88 their 78 also 62 has 90 have 70 one 64
its 62 he 88 had 55 but 72 they 60 other 46 been 52 who 51 such 32 can 54 when 39 some 38 into 34 many 28 only 33
during 31 there 34 between 25 over 43 than 32 may 23 these 22 while 28 would 23 about 28 where 24 both 20 her 36 if 33
through 23 each 18 being 24 so 28 them 18 then 22 will 42 because 17 could 25 under 17 any 17 i 15 she 29 same 15
another 13 you 36 much 15 although 11 within 11 him 16 did 13 what 21 even 20 those 16 among 9 still 14 very 12 own 11
how 18 must 7 we 20 do 11 though 9 just 15 does 7 having 6 should 6 itself 6 upon 4 whether 6 whose 4 done 6 our 15
themselves 4 already 5 might 5 your 12 too 4 yet 4`;

const KEPT = `
said 150 not 95 more 70 after 62 up 45 out 42 all 48 new 58 first 52 no 34 two 40 before 22 against 24 last 30 year 34
years 30 people 34 time 30 most 34 us 16 since 22 three 20 per 12 off 14 down 14 without 12 until 12 now 24 back 18
made 18 according 16 including 18 several 12 like 24 around 14 never 8 next 12 every 10 well 16 less 8 few 10`;

export interface FunctionWords {
  readonly words: readonly [string, ...string[]];
  /** Parallel to `words`. */
  readonly weights: readonly number[];
}

/** All function words with their weights. */
export function functionWords(): FunctionWords {
  const entries = [...`${LEFT_OUT} ${KEPT}`.matchAll(/(?<word>[a-z]+) (?<weight>\d+)/gu)].map(({ groups }) => ({
    word: groups?.["word"] ?? "",
    weight: Number(groups?.["weight"]),
  }));
  const [first = "the", ...rest] = entries.map(({ word }) => word);
  return { words: [first, ...rest], weights: entries.map(({ weight }) => weight) };
}

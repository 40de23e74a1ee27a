import { PLACE_NOUNS, TIME_NOUNS } from "./nouns.ts";
import type { Sign } from "./sign.ts";

/** Where only the end of a question asks: "the flood was when", "they paid how much". */
export const TAIL_SIGNS: readonly Sign[] = [
  [
    "time",
    new RegExp(` (?<asks>(?:(?:since|until|from|on|in|at|by|till) )?(?:when|(?:what|which) (?:${TIME_NOUNS}))) $`, "u"),
  ],
  [
    "place",
    new RegExp(
      ` (?<asks>(?:(?:from|in|at|to|near) )?(?:where(?: at| exactly)?|(?:what|which) (?:${PLACE_NOUNS}))) $`,
      "u",
    ),
  ],
  ["reason", / (?<asks>why|for what reason|for what|because of what|how come|why not) $/u],
  [
    "agent",
    / (?:by (?<asks>whom|who|what group|which group|what company|which company|which team|what country|which country)|who by) $/u,
  ],
  ["person", / (?<asks>who|whom|whose) $/u],
  ["quantity", / (?<asks>how (?:many|much|long|often|big|old|far|high|tall)) $/u],
  ["manner", / (?<asks>how|in what way|by what means) $/u],
  ["thing", / (?<asks>what|which|which one|which ones) $/u],
  [
    "yes-no",
    / (?<asks>right|correct|true or false|yes or no|or not|true|or no|confirmed|is it|isnt it|wasnt it|didnt they|yet|innit) $/u,
  ],
];

/** Signs within a question that begins with none. */
export const WITHIN_SIGNS: readonly Sign[] = [
  [
    "quantity",
    / (?<asks>how (?:many|much|long|often|big|old|far|high|tall)|what percent|what percentage|what number of)(?= )/u,
  ],
  ["agent", / (?<asks>by (?:whom|who))(?= )/u],
  ["time", new RegExp(` (?<asks>(?:on|in|at|by|since|until)? ?(?:what|which) (?:${TIME_NOUNS}))(?= )`, "u")],
  ["place", new RegExp(` (?<asks>(?:in|at|from|to|near) (?:what|which) (?:${PLACE_NOUNS}))(?= )`, "u")],
  ["time", / (?<asks>when)(?= (?:did|was|were|is|are|will|exactly|precisely|approximately|roughly) )/u],
  ["place", / (?<asks>where)(?= (?:did|was|were|is|are|will|exactly|precisely) )/u],
  ["reason", / (?<asks>why|how come)(?= (?:did|was|were|is|are|will|would|do|does|not) )/u],
  ["manner", / (?<asks>how)(?= (?:did|was|were|is|are|will|would|do|does|exactly) )/u],
  ["thing", / (?<asks>what|which)(?= (?:did|was|were|is|are|will|would|do|does|exactly) )/u],
  ["person", / (?<asks>who|whom)(?= (?:did|was|were|is|are|will|would|do|does|exactly) )/u],
  ["reason", / (?<asks>reasons?|motives?)(?= )| (?<asks2>causes?) $/u],
  ["yes-no", /^(?<asks> (?:any|anyone|anybody|anything|ever|nobody|true that|if|whether))(?= )/u],
];

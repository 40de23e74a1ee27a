import { PLACE_NOUNS, QUANTITY_NOUNS, REASON_NOUNS, AIM_NOUNS, TIME_NOUNS } from "./nouns.ts";
import type { Sign } from "./sign.ts";

const BE = "(?:is|are|was|were|be)";
const ADJ = "(?:\\p{L}+ ){0,2}?";

/** How a question begins. */
export const FRONT_SIGNS: readonly Sign[] = [
  ["other", /^(?<asks> (?:what|how) about)(?= )/u],
  ["list", /^(?<asks>(?: the)? names of)(?= )/u],
  ["thing", /^(?<asks>(?: the)? name of)(?= )/u],
  [
    "comparison",
    /^ which(?: one)? (?:is|was|are|were) (?:the )?(?:more \p{L}+|less \p{L}+|better|worse|\p{L}+er|\p{L}+est) $/u,
  ],
  ["agent", /^(?<asks> whodunn?it)(?= )/u],
  ["place", /^(?<asks>(?: the)? (?:exact )?(?:location|venue|place|whereabouts|site|address|scene) of)(?= )/u],
  [
    "quantity",
    /^(?<asks> (?:by |for |to |at |of |in |with |about |within |after |over )?how (?:many|much|big|large|long|often|old|far|high|tall|deep|wide|heavy|fast|hot|cold|small|young|short|thick|strong|frequently|expensive|loud|quickly|regularly|densely)(?: more)?)(?= (?!ago ))/u,
  ],
  ["time", /^(?<asks> how (?:long ago|recently|soon|early|late))(?= )/u],
  [
    "quantity",
    new RegExp(`^(?<asks> (?:(?:by|at|for|to|in|of) )?(?:what|which)) ${ADJ}(?:${QUANTITY_NOUNS})(?= )`, "u"),
  ],
  [
    "quantity",
    new RegExp(
      `^(?<asks> what ${BE})(?: (?:the|his|her|their|its|\\p{L}+) ){0,1}?(?:the |his |her |their |its )?${ADJ}(?:${QUANTITY_NOUNS})(?= (?:of|for|in|on|per|to|at|when|during|after|before|by|now|today|yesterday|then|there|last|this) | $)`,
      "u",
    ),
  ],
  [
    "quantity",
    new RegExp(
      `^(?<asks>(?: the)? (?:(?:number|amount|percentage|total number|total amount) of|number))(?= )|^(?: the)? ${ADJ}(?:${QUANTITY_NOUNS})(?= (?:of|in|for|on|per|from)| $)`,
      "u",
    ),
  ],
  [
    "reason",
    /^(?<asks> (?:(?:for )?(?:what|which) (?:reason|reasons|cause|purpose)|how come|why|because of what|due to what|what for|for what))(?= )/u,
  ],
  [
    "reason",
    /^(?<asks> what) (?:has |had |have )?(?:caused?|made|led|triggered|prompted|drove|sparked|provoked|motivated|forced|causes|makes|leads|drives|explains|pushed|brought about|resulted in|contributed to)(?= )/u,
  ],
  ["reason", /^(?<asks> what (?:is|was|lies|lay|s) behind)(?= )/u],
  [
    "reason",
    /^ what (?:did|do|does|is|are|was|were|would|has|have) .{1,120} (?<!used |known |stand |stands |needed |need |account |accounts |look |looking |famous |fuel |asked |ask |waiting |wait |pay |paid |paying |responsible |searching |called |room |charged |nominated |named |made |intended |good )(?<asks>for) $/u,
  ],
  [
    "reason",
    new RegExp(
      `^(?<asks> (?:what|which) (?:${BE} )?(?:the |his |her |their |its )?${ADJ}(?:${REASON_NOUNS}|${AIM_NOUNS}))(?= )|^(?: the)? (?:${REASON_NOUNS}) (?:of|for|behind)(?= )`,
      "u",
    ),
  ],
  [
    "time",
    new RegExp(
      `^(?<asks> (?:(?:in|on|at|by|since|until|till|from|during|for|around|before|after|as of) )?(?:when|(?:what|which) (?:exact |specific |particular |calendar )?(?:${TIME_NOUNS})))(?= )`,
      "u",
    ),
  ],
  [
    "time",
    new RegExp(
      `^(?<asks> what ${BE} the (?:exact |release |start |end |opening |closing |launch |starting |official )?(?:date|day|time|year|month|deadline|timeframe|time frame))(?= (?!it ))|^(?: the)? (?:exact |release |start |end |launch )?(?:date|time|day|year|month)(?= (?:of|for|when)| $)`,
      "u",
    ),
  ],
  [
    "place",
    new RegExp(
      `^(?<asks> (?:(?:in|at|from|to|near|on|through|around|outside) )?(?:where(?: at| in| to| from)?|whereabouts))(?= )`,
      "u",
    ),
  ],
  [
    "place",
    new RegExp(
      `^(?<asks> (?:in|at|from|to|near|on|through|around|outside|into|across) (?:what|which)) ${ADJ}(?:${PLACE_NOUNS})(?= )`,
      "u",
    ),
  ],
  [
    "manner",
    /^(?<asks> (?:(?:in|by|through|with) )?(?:what|which) (?:way|ways|manner|means|method|methods|mechanism|technique))(?= )/u,
  ],
  ["statement", /^ (?:quote|quotes) (?:from|by|of)(?= )/u],
  [
    "list",
    /^(?<asks> (?:what|which|who) all)(?= )|^(?<asks2> (?:what|which) (?:kinds|types|sorts|forms) of)(?= )|^(?<asks3> what else)(?= )/u,
  ],
  [
    "thing",
    /^(?<asks> (?:(?:with|of|from|to|in|by|on|for|under) )?(?:what|which) (?:kind|type|sort|form|brand|model|make|piece|variety) of)(?= )/u,
  ],
  [
    "list",
    /^(?<asks> (?:what|which) (?:are|were) (?:some|some of|all|all of)(?: the)?)(?= )|^(?<asks2> (?:what|which) (?:are|were)) (?:the|their|its|his|her|our|your) (?:\p{L}+ ){0,2}?\p{L}+(?<!s|u|i)s(?= )/u,
  ],
];

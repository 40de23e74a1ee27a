import { SAYING } from "./english-verbs.ts";
import type { QuestionKind } from "./question.ts";

/**
 * A kind and how a question shows it, over plain words with a blank on either side (`english-words.ts`). What the group
 * `asks` matches says no more than what is asked; the rest may be part of what it is asked about.
 */
export type Sign = readonly [kind: QuestionKind, sign: RegExp];

const BE = "(?:is|are|was|were|be)";
const ADJ = "(?:\\p{L}+ ){0,2}?";

const TIME =
  "date|dates|day|days|time|times|month|months|year|years|hour|week|weekday|century|decade|season|period|era|night|morning|minute|moment|timeframe|time frame|time period|time span|deadline|timing|anniversary|birthday";
const PLACE =
  "place|places|city|cities|town|towns|country|countries|nation|nations|location|locations|venue|village|region|regions|state|states|province|county|district|continent|island|islands|airport|port|street|address|river|hotel|stadium|building|headquarters|destination|hometown|birthplace|spot|area|areas|part of the world|neighborhood|neighbourhood|station|room|planet";
const COUNT =
  "number|amount|percentage|percent|proportion|share|rate|cost|costs|price|sum|total|toll|death toll|body count|size|height|length|width|weight|age|speed|distance|population|temperature|value|salary|turnout|score|quantity|fraction|ratio|depth|duration|budget|magnitude|frequency|volume|figure|ransom amount";
const REASON =
  "reason|reasons|cause|causes|motive|motives|motivation|rationale|goal|goals|aim|aims|purpose|objective|objectives|intention|intentions|explanation|justification";

/** Wordings that say what is asked wherever they stand. */
export const EXPLICIT_SIGNS: readonly Sign[] = [
  ["comparison", /(?<asks> (?:what (?:is|are) )?(?:the )?(?:main |key |biggest )?differences? (?:between|from))(?= )/u],
  [
    "comparison",
    /^(?<asks> (?:compare|contrast|comparison of|comparison between|how do|how does)) .{1,120} (?:differ|compare|stack up)(?= )|^(?<asks2> (?:compare|contrast|comparison (?:of|between)))(?= )/u,
  ],
  ["comparison", / (?<asks>vs|versus)(?= )/u],
  ["comparison", /^ how (?:is|are|was|were) .{1,120} (?:different|similar|alike)(?= )|^ how similar /u],
  [
    "comparison",
    /^ (?:which|who|what)(?: one)?(?: of \p{L}+ \p{L}+)? (?:is|was|are|were|has|had|did|does|got|costs|cost|came)? ?(?:the )?(?:more|less|fewer|better|worse|\p{L}{2,}(?<!oth|wh|aft|und|nev|ev|numb|memb|play|work|own|lead|pow|wat)er)(?= ).{0,100} (?:or|than) /u,
  ],
  [
    "timeline",
    /(?<asks> (?:the )?(?:timeline|time line|chronology|sequence of events|order of events|course of events|chain of events|step by step|play by play)(?: of)?)(?= )/u,
  ],
  ["timeline", /(?<asks>^ (?:in )?(?:what|which) order)(?= )/u],
  [
    "timeline",
    /(?<asks>^ what (?:happened|happens|occurred|went down|came|comes|follows|followed))(?= (?:next|then|after|afterwards|afterward|before|beforehand|first|when|once|while|later|following|since|as|right after|immediately|shortly after|leading up|prior|until|between|during the days)\b)/u,
  ],
  [
    "timeline",
    /^ what (?:was|is|were) (?:the )?(?:next|aftermath|events)(?= )|^ (?:and )?then what $|^ what (?:led up to|next) /u,
  ],
  [
    "timeline",
    /^ how (?:did|has|have|had|does|do) .{1,100} (?:unfold|unfolded|play out|played out|develop|developed|evolve|evolved|progress|progressed)(?= )/u,
  ],
  [
    "definition",
    /(?<asks>^ (?:define|definition of|meaning of|the meaning of|what is (?:the )?(?:meaning|definition) of|whats meant by|what is meant by))(?= )/u,
  ],
  [
    "definition",
    /(?<asks> (?:meaning|definition|stands for what|stand for what|means what|mean what|stands for|abbreviation|acronym)) $/u,
  ],
  [
    "definition",
    /^ what (?:do|does|did|is|are) .{1,80} (?<asks>mean|stand for|stands for|short for|an acronym for|an abbreviation for)(?= $| (?:in|by|exactly|anyway|here) )/u,
  ],
  ["definition", /^ what .{1,80} (?<asks>means|stands for) $/u],
  [
    "reason",
    /^ (?:what is |what was |what were |what are |give me |explain )?(?:the |a |any |some )?(?:main |real |official |exact |likely |underlying )?(?<asks>(?:reason|reasons|reasoning|cause|causes|motive|motives|motivation|rationale|purpose) (?:for|behind|of|why|that))(?= )/u,
  ],
  [
    "list",
    /(?<asks>^ (?:list|list of|a list of|give me a list of|full list of|give a list of|name|enumerate|examples of|some examples of|give examples of|give me examples of|all the|every))(?= (?!(?:of|is|was) ))/u,
  ],
  [
    "statement",
    new RegExp(
      `^ what (?:did|do|does|has|have|had|is|are|was|were|would|will|might) .{1,100} (?:say|said|saying|tell|told|claim|claimed|think|comment|respond|reply|argue|state|tweet|have to say|remark|warn|announce|announced|declare)(?= )`,
      "u",
    ),
  ],
  [
    "statement",
    /^ what (?:was|has been|is|is being|got|gets) (?:said|claimed|stated|tweeted|announced|told|argued)(?= )/u,
  ],
  [
    "statement",
    /^ how (?:did|do|does|has|have|is|are|was|were|will) .{1,100} (?:react|reacted|respond|responded|reacting|responding|reply|replied|comment|describe|described|see|view|feel about|explain)(?= )/u,
  ],
  [
    "statement",
    new RegExp(
      `^ (?:what (?:is|was|were|are) )?(?:the |his |her |their |its |any |\\p{L}+ ){0,3}(?:reaction|reactions|response|responses|statement|statements|opinion|view|views|stance|comment|comments|reply|remarks|position|quote|quotes)(?: (?:of|from|by|to|on|about|towards?) | $)`,
      "u",
    ),
  ],
  ["statement", new RegExp(`^ .{2,100} (?:${SAYING}) (?<asks>what) $`, "u")],
];

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
  ["quantity", new RegExp(`^(?<asks> (?:(?:by|at|for|to|in|of) )?(?:what|which)) ${ADJ}(?:${COUNT})(?= )`, "u")],
  [
    "quantity",
    new RegExp(
      `^(?<asks> what ${BE})(?: (?:the|his|her|their|its|\\p{L}+) ){0,1}?(?:the |his |her |their |its )?${ADJ}(?:${COUNT})(?= (?:of|for|in|on|per|to|at|when|during|after|before|by|now|today|yesterday|then|there|last|this) | $)`,
      "u",
    ),
  ],
  [
    "quantity",
    new RegExp(
      `^(?<asks>(?: the)? (?:number|amount|percentage|total number|total amount) of)(?= )|^(?: the)? ${ADJ}(?:${COUNT})(?= (?:of|in|for|on|per|from)| $)`,
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
      `^(?<asks> (?:what|which) (?:${BE} )?(?:the |his |her |their |its )?${ADJ}(?:${REASON}))(?= )|^(?: the)? (?:${REASON}) (?:of|for|behind)(?= )`,
      "u",
    ),
  ],
  [
    "time",
    new RegExp(
      `^(?<asks> (?:(?:in|on|at|by|since|until|till|from|during|for|around|before|after|as of) )?(?:when|(?:what|which) (?:exact |specific |particular |calendar )?(?:${TIME})))(?= )`,
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
      `^(?<asks> (?:in|at|from|to|near|on|through|around|outside|into|across) (?:what|which)) ${ADJ}(?:${PLACE})(?= )`,
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

/** Where only the end of a question asks: "the flood was when", "they paid how much". */
export const TAIL_SIGNS: readonly Sign[] = [
  [
    "time",
    new RegExp(` (?<asks>(?:(?:since|until|from|on|in|at|by|till) )?(?:when|(?:what|which) (?:${TIME}))) $`, "u"),
  ],
  [
    "place",
    new RegExp(` (?<asks>(?:(?:from|in|at|to|near) )?(?:where(?: at| exactly)?|(?:what|which) (?:${PLACE}))) $`, "u"),
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
  ["time", new RegExp(` (?<asks>(?:on|in|at|by|since|until)? ?(?:what|which) (?:${TIME}))(?= )`, "u")],
  ["place", new RegExp(` (?<asks>(?:in|at|from|to|near) (?:what|which) (?:${PLACE}))(?= )`, "u")],
  ["time", / (?<asks>when)(?= (?:did|was|were|is|are|will|exactly|precisely|approximately|roughly) )/u],
  ["place", / (?<asks>where)(?= (?:did|was|were|is|are|will|exactly|precisely) )/u],
  ["reason", / (?<asks>why|how come)(?= (?:did|was|were|is|are|will|would|do|does|not) )/u],
  ["manner", / (?<asks>how)(?= (?:did|was|were|is|are|will|would|do|does|exactly) )/u],
  ["thing", / (?<asks>what|which)(?= (?:did|was|were|is|are|will|would|do|does|exactly) )/u],
  ["person", / (?<asks>who|whom)(?= (?:did|was|were|is|are|will|would|do|does|exactly) )/u],
  ["reason", new RegExp(` (?<asks>${REASON})(?= | $)`, "u")],
  ["yes-no", /^(?<asks> (?:any|anyone|anybody|anything|ever|nobody|true that|if|whether))(?= )/u],
];

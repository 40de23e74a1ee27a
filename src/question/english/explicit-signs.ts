import type { Sign } from "./sign.ts";
import { SAYING } from "./verbs.ts";

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

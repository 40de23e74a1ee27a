/** What people say before they ask and after, in the plain words of `plain-words.ts`. */

const GREETING =
  "hi|hey|hello|yo|ok|okay|k|so|and|but|also|well|wait|um|uh|uhm|hmm|pls|please|sorry|guys|bro|dude|folks|everyone|yall|again|then|now|or|oh|ah|lol|lmao|omg|btw|just|like|actually|honestly|seriously|anyway|plus|curious|wondering|quick question|dumb question|stupid question|serious question|genuine question|question|asking for a friend|by the way|for real|fr|idk|remember|according to you|tldr|exactly";

const KNOWING =
  "know|knows|known|remember|understand|heard|hear|tell|explain|say|mention|mentions|happen to know|have any idea|have a clue|have an idea|have any clue|figure out|find out|found out|got any idea|recall|reveal|disclose|specify|state|clarify";

const SOURCES =
  "articles|article|news|sources|source|reports|reporting|stories|story|papers|texts|text|press coverage|coverage";

/** Frames around a question, each up to the question itself. */
const FRAMES: readonly string[] = [
  `(?:does|do|did|has|have) (?:anyone|anybody|any of you|someone|somebody|we|you|they|people|one|y all)(?: here)?(?: even| actually| really| ever| yet| all)* (?:${KNOWING})(?: yet)?(?: for sure)?`,
  `(?:anyone|anybody|someone|you)(?: here)?(?: even| actually| really)? (?:know|knows|remember|heard|got)(?: any idea)?`,
  "(?:got |have |has |is there |are there )?any (?:idea|ideas|clue|word|news|info|information|update|updates|details)(?: yet)?(?: on| about| of| as to| regarding)?",
  "no (?:idea|clue)",
  `(?:can|could|would|will|may|should) (?:you|someone|somebody|anyone|anybody|i|we|one)(?: guys)?(?: please| maybe| just| kindly)* (?:tell|explain|say|remind|show|help|clarify|give|ask|know|find out)(?: to)?(?: me| us)?(?: please| out| understand| know| find out)?(?: about| on)?`,
  "id (?:like|love) to know|i d (?:like|love) to know|i (?:would like to know|want to know|need to know|wonder|was wondering|am wondering|am trying to find out|am curious|forgot|forget|dont know|dont get|do not know|dont understand|dont remember|cant remember|missed|never understood|still dont get)|im (?:wondering|curious|trying to find out|trying to understand|not sure|asking)|not sure|no one (?:knows|told me)|would (?:like|love) to know|want to know|need to know|trying to (?:find out|understand|figure out)",
  `(?:does|do|did|is|are|what do|what does|what did) (?:the|any|any of the|these|your|our|all|those)? ?(?:${SOURCES})(?: here| ever| actually)? (?:say|mention|tell|explain|report|reveal|give|state|specify|know|write|have)(?: us| me)?(?: anything| something| more)?(?: on| about| of| regarding)?`,
  `(?:according to|from|based on|per|in|going by) (?:the|these|those|your|all) (?:${SOURCES}|report)`,
  "is it (?:clear|known|said|confirmed|reported|stated|public|mentioned)(?: yet| anywhere)?(?= (?:who|whom|whose|what|which|when|where|why|how|if|whether|by|in|at) )|it is(?: not| still not)? (?:clear|known)|is there (?:any )?(?:word|info|information|mention|news) (?:on|about|of)|do(?:es)? (?:it|they|he|she) (?:say|mention|tell|explain)(?= (?:who|whom|whose|what|which|when|where|why|how|if|whether) )",
  "(?:please )?(?:tell|remind|show|give) (?:me|us)(?: again| please| more)?(?: about| the details of| details on)?|let (?:me|us) know|help me understand|explain(?: to)?(?: me| us)?(?= (?:who|whom|whose|what|which|when|where|why|how) )|find out|look up|do you think|would you say|you know|you think",
  "(?:more|info|information|details|anything|something|update|updates|news)(?: info| information)? (?:on|about|regarding)",
];

const LEAD = new RegExp(`^ (?:${[GREETING, ...FRAMES].join("|")})(?= )`, "u");

const TAIL = new RegExp(
  ` (?:please|pls|plz|thx|thanks|thank you|ty|tho|though|lol|lmao|bro|dude|man|mate|exactly|again|btw|rn|guys|anyway|anyways|by the way|do you know|does anyone know|anyone know|does anybody know|any idea|any ideas|do we know|you know|according to (?:the|these) (?:${SOURCES})|in the (?:${SOURCES})|if (?:you|anyone|anybody) knows?|or what|or something|precisely|specifically|fr|idk|huh|eh|even|the hell|i wonder)(?= $)`,
  "u",
);

const MOST_FRAMES = 6;

/** Where in a wording the question itself begins and ends. Never all of it: "and when" keeps its last word. */
export function questionWithin(wording: string): { readonly from: number; readonly to: number } {
  let from = 0;
  let to = wording.length;
  for (let frame = 0; frame < MOST_FRAMES; frame += 1) {
    const lead = LEAD.exec(wording.slice(from, to))?.[0] ?? "";
    if (lead === "" || from + lead.length + 1 >= to) break;
    from += lead.length;
  }
  for (let frame = 0; frame < MOST_FRAMES; frame += 1) {
    const tail = TAIL.exec(wording.slice(from, to));
    if (tail === null || tail.index === 0) break;
    to = from + tail.index + 1;
  }
  return { from, to };
}

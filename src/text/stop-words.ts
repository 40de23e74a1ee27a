/** Words that ask. They tell what kind of answer is sought, not which sentence holds it. */
export const QUESTION_WORDS: ReadonlySet<string> = new Set([
  "who",
  "whom",
  "whose",
  "what",
  "which",
  "when",
  "where",
  "why",
  "how",
]);

/**
 * Folded words without content of their own. Kept out on purpose, since news turns on them: not, no, never, against,
 * before, after, without, state, us, all, more, first, new.
 */
export const STOP_WORDS: ReadonlySet<string> = new Set([
  ...QUESTION_WORDS,
  ..."a an the this that these those there here".split(" "),
  ..."i me my mine myself you your yours yourself he him his himself she her hers herself it its itself".split(" "),
  ..."we our ours ourselves they them their theirs themselves one ones".split(" "),
  ..."am is are was were be been being do does did done doing have has had having".split(" "),
  ..."can could shall should will would may might must ought".split(" "),
  ..."and or but nor so yet if then than as because while though although whether".split(" "),
  ..."of in on at by for from to with into onto upon about over under through during between among within".split(" "),
  ..."also just very too such some any many much each both other another same own only even still already".split(" "),
  ..."im ive id ill youre youve youd youll hes shes weve theyre theyve thats whats whos theres".split(" "),
  // How people write in a hurry; none of it is in an article.
  ..."please pls plz u ur r n tho lol lmao omg wtf btw idk rn ok okay yo hey hi hello thanks".split(" "),
  ..."bro dude guys da dis dat wat cuz coz gonna wanna heck hell damn actually really basically".split(" "),
  ..."anyone anybody know tell happen happens happened happening".split(" "),
]);

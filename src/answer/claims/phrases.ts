/** Verbs of several words, and the one word that says the same. */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:took|takes|take|taken|taking)\s+place\b/giu, "occurred"],
  [/\bhappen(?:s|ed|ing)?\b/giu, "occurred"],
  [/\b(?:called|calls|call|calling)\s+off\b/giu, "cancelled"],
  [/\bput(?:s|ting)?\s+off\b/giu, "postponed"],
  [/\b(?:break|breaks|broke|broken|breaking|cut|cuts|cutting)\s+off\b/giu, "severed"],
  [
    /\b(?:cut|cuts|cutting|broke|ended|severed)(?=\s+(?:its\s+|all\s+|their\s+)?(?:diplomatic\s+)?(?:ties|relations)\b)/giu,
    "severed",
  ],
  [/\b(?:carry|carries|carried|carrying)\s+out\b/giu, "conducted"],
  [/\b(?:shut|shuts|shutting)\s+down\b/giu, "closed"],
  [/\b(?:kick|throw|threw|kicked|thrown)\s+out\b/giu, "expelled"],
  [/\b(?:broke|break|breaks|broken|got|get|gets|gotten)\s+in(?:to)?\b/giu, "entered"],
  [/\bstand(?:s|ing)?\s+for\b|\bstood\s+for\b/giu, "abbreviates"],
  [/\bdue\s+to\b|\bbecause\s+of\b|\bin\s+response\s+to\b/giu, "over"],
  [/\b(?:is|are|was|were|be|been|being)\s+(?:behind|responsible\s+for)\b/giu, "were conducting"],
  [/\bbehind\b/giu, "conducting"],
  // A strike is a walkout; who is struck is hit.
  [/\bstruck\b/giu, "hit"],
];

/** Words that say about the same in a report; none of a line may mean the opposite of another, or another deed. */
const ALIKE = `
sever
attack hit assault
say tell report write add announce
conduct perpetrate commit
postpone delay
expel oust deport
enter penetrate breach
leave depart quit
begin start commence launch
end finish conclude
close shut
demand require
condemn denounce deplore
blame accuse
deny reject dismiss
unfounded baseless groundless false
hold organise organize host stage
steal take grab
publish post release
hacker attacker
computer pc
tie relation relationship
e-mail email mail
website site webpage
firm company
big large huge massive
important serious
money fund funding
help aid assistance assist support
talk negotiation
worker employee staff
injure hurt wound
queue line
deal agreement accord
ban forbid prohibit
disclose reveal
search raid
live reside
prison jail
probe investigation inquiry investigate
ship vessel ferry
wage pay salary
walkout strike
resume restart
remove delete wipe erase
impact affect disrupt
near close
earlier before previously
`;

/** Words that add nothing that could be wrong. */
const LIGHT = `
reportedly apparently recently previously later then officially formally publicly also again already meanwhile
government authority country fact report news article say tell add announce write major several various certain
not no never percent`;

/** Brings phrases to single words. Lengths change. */
export function inWords(text: string): string {
  return PHRASES.reduce((rest, [pattern, word]) => rest.replaceAll(pattern, word), text);
}

/** The lines of {@link ALIKE} and the words of {@link LIGHT}, as words. */
export function alikeLines(): readonly (readonly string[])[] {
  return ALIKE.trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/u));
}

export function lightWords(): readonly string[] {
  return LIGHT.trim().split(/\s+/u);
}

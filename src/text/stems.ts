import porter from "natural/lib/natural/stemmers/porter_stemmer.js";

/**
 * Words that Porter's algorithm throws together with others (organization with organ, international with intern,
 * authorities with author) and forms that it cannot know (stole, women, defence). Each line: a stem, its words.
 */
const EXCEPTIONS = `
news: news
organiz: organization organizations organisation organisations organizational organisational organize organized organizes organizing organizer organizers organise organised organises organising organiser organisers
international: international internationally
internal: internal internally
general: general generals
univers: universe universal
university: university universities
author: author authors authored
authority: authority authorities
communicat: communication communications communicate communicated communicates communicating
community: community communities
operat: operation operations operational operate operated operates operating
operativ: operative operatives
operator: operator operators
army: army armies
relation: relation relations
relativ: relative relatives
policy: policy policies
police: police policing
executiv: executive executives
execut: execute executed executes executing execution executions
experienc: experience experiences experienced
experiment: experiment experiments experimental
resident: resident residents
president: president presidents presidency
defens: defence defences defense defenses defensive
centr: centre centres center centers central
program: programme programmes program programs
analyz: analyse analysed analysing analyze analyzed analyzing
analysi: analysis analyses
paralyz: paralyse paralysed paralysing paralyze paralyzed paralyzing
say: said say says saying
take: take takes took taken taking
steal: steal steals stole stolen stealing
break: break breaks broke broken breaking
begin: begin begins began begun beginning
hold: hold holds held holding
tell: tell tells told telling
leav: leave leaves left leaving
give: give gives gave given giving
find: find finds found finding
know: know knows knew known knowing
send: send sends sent sending
write: write writes wrote written writing
speak: speak speaks spoke spoken speaking
go: go goes went gone going
fall: fall falls fell fallen falling
lead: lead leads led leading
buy: buy buys bought buying
build: build builds built building
bring: bring brings brought bringing
catch: catch catches caught catching
choos: choose chooses chose chosen choosing
come: come comes came coming
fight: fight fights fought fighting
get: get gets got gotten getting
hide: hide hides hid hidden hiding
lose: lose loses lost losing
make: make makes made making
meet: meet meets met meeting meetings
pay: pay pays paid paying
rise: rise rises rose risen rising
see: see sees saw seen seeing
sell: sell sells sold selling
spend: spend spends spent spending
stand: stand stands stood standing
think: think thinks thought thinking
throw: throw throws threw thrown throwing
win: win wins won winning
man: man men
woman: woman women
child: child children
peopl: people person persons
several: several
severe: severe severely
important: important importance importantly
informal: informal informally
emergency: emergency emergencies
protestant: protestant protestants
officer: officer officers
generous: generous generously
generat: generate generates generated generating generation generations generator generators
defendant: defendant defendants
`;

const STEM_OF: ReadonlyMap<string, string> = new Map(
  EXCEPTIONS.trim()
    .split("\n")
    .flatMap((line) => {
      const [stem = "", words = ""] = line.split(": ");
      return words.split(" ").map((word) => [word, stem] as const);
    }),
);

const ENGLISH_WORD = /^[a-z]{3,}$/u;

/**
 * The stem that the forms of an English word share, by Porter's algorithm (M. F. Porter, "An algorithm for suffix
 * stripping", 1980) with the exceptions above. Takes a folded token; one with digits or letters beyond a to z is returned
 * as it is.
 */
export function stem(folded: string): string {
  if (!ENGLISH_WORD.test(folded)) return folded;
  return STEM_OF.get(folded) ?? porter.stem(folded);
}

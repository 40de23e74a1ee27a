import porter from "natural/lib/natural/stemmers/porter_stemmer.js";
import { IRREGULAR_VERBS } from "./irregular-verbs.ts";

/**
 * Words that Porter's algorithm throws together with others (organization with organ, international with intern,
 * authorities with author) and forms that it cannot know (women, defence). Each line: a stem, its words.
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

const STEM_OF: ReadonlyMap<string, string> = new Map([...irregularForms(), ...exceptions()]);

function exceptions(): readonly (readonly [word: string, stem: string])[] {
  return linesOf(EXCEPTIONS).flatMap((line) => {
    const [stem = "", words = ""] = line.split(": ");
    return words.split(" ").map((word) => [word, stem] as const);
  });
}

/** Every form of an irregular verb with the stem of its base form. */
function irregularForms(): readonly (readonly [word: string, stem: string])[] {
  return linesOf(IRREGULAR_VERBS).flatMap((line) => {
    const [base = "", ...forms] = line.split(" ");
    return forms.map((form) => [form, porter.stem(base)] as const);
  });
}

function linesOf(table: string): readonly string[] {
  return table.trim().split("\n");
}

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

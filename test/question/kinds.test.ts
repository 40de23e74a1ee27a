import { expect } from "chai";
import { readAskedQuestion } from "../../src/question/read-question.ts";
import { HELD_OUT, HELD_OUT_FOREIGN } from "./held-out-questions.ts";

/** Kind by kind, the way people type: every one must be read right. */
const ENGLISH: Readonly<Record<string, string>> = {
  agent: `
who robbed the bank
who was behind the blast?
n who did it
any idea who spilled the oil
who's responsible for the leak
whos to blame for the flood
who did the robbery
who has bought the club
does anyone know who wrote the anthem
the statue was toppled by who
by whom was the treaty drafted
which country invaded first
which team won the cup
what group claimed responsibility
who claimed responsibility for the bombing
who could have poisoned the well
whodunnit: who took the jewels
so who actually built this thing
who the hell deleted the files
which company was responsible for the spill
who was suing the airline
who really invented the telephone
do the articles say who fired the shot`,
  person: `
who is the prime minister of norway
whos the new pope
who was killed in the fire
who died
who survived the crash
whose boat sank
whom did they elect
with whom did she travel
to whom does the island belong
who owns the newspaper
who are the candidates
which minister resigns next
who did the president call
who was hit by the tax
what company does he work for
the winner is who`,
  time: `
when did the wall come down
the strike ended when
the attack was when??
wen did they land
wehn is the eclipse
when was that
what day is the match
which year did it open
what time does it start
what time frame are we talking about
since when do they know
how long ago did the ship sink
how recently was it painted
at what time did the alarm go off
in what year was the law passed
on which date is the hearing
until when is the offer valid
when's the next train
does anybody know when the shop closes
can u tell me when the bridge reopens
date of the coronation
what was the date of the launch
when the hell did this happen
do we know when they left
did they say when the report is due
malta left the league when
what month does the school year begin
so when will it be fixed`,
  place: `
where is the summit
where did the train derail
wheres the body
where at
the fire broke out where
which city was hit hardest by the storm
in which country is the mine
what town is she from
where exactly did they land
where do penguins live
where r the protests
from where do they get the water
location of the crash
at which airport did it land
to what city did they move
where to
whereabouts was he seen
any idea where the money went`,
  quantity: `
how many people died
hw many ppl came
how mnay cars were sold
how much money did they lose
what % of the vote did she get
how long were they inside
how old is the tree
how big is the crater
they need how many votes
what is the population of malta
what was the death toll
number of injured
how far away is the fire
how often does it rain there
what percentage of households have a car
how much does it cost
cost of the bridge
what is the price of bread now
how tall is he
at what speed did it hit
how high is the dam
total number of arrests
how much snow fell
the damage was how much
what amount was paid
by how much did prices rise
how fast was the car going
for how long was the road closed`,
  reason: `
why did the talks fail
y did they leave
whys everyone angry
how come nobody noticed
reason for the strike
what was the reason for the ban
what caused the crash
why did they leave when the rain began
what led to the split
for what reason was he fired
what did she resign for
he quit why
the cause of death
what made him angry
what is behind the shortage
why not
why tho
what prompted the recall
motive for the murder
what are the causes of inflation
does anyone know why the pool is shut
explain why the price fell
what triggered the avalanche`,
  manner: `
how did they get in
how do bees make honey
how was the tunnel dug
how does the court work
hwo did the fire spread
how can people vote
in what way is it unfair
they got out how
explain how it works
by what means did they travel
how is cheese made
how exactly did he cheat
does anyone know how she won
what method did they use`,
  thing: `
what was stolen
what did they find in the cave
what kind of plane was it
which law was broken
wat did they take
waht is on the menu
what happened to the dog
what happened
which song won
what is the capital of chad
what is the strike about
what did the court decide
what are they building
they found what
what type of bird is it
what weapon was used
what was the name of the boat
with what was the wall painted
what will happen to the school
what did the storm destroy
what's wrong with the engine
which vaccine did she get
what language is spoken there`,
  "yes-no": `
did the plane land
was he found guilty
is it true that the mayor lied
is the shop open
are they married
has anyone been charged
have they paid
do cats swim
does the law apply to kids
can you swim there
will it rain
were people hurt
didn't they win
isnt the road closed
any survivors
anyone injured
so it's over, right?
the mayor resigned?
did more than 100 people come
could the fire spread
did he leave because he was ill
do we know if the road is open
was there a second explosion
are the buses running when it snows
would it help`,
  definition: `
what is a tariff
whats an apt
what is TIMS
TIMS meaning
what does the acronym NASA stand for
define recession
definition of a caucus
what are cookies
what is meant by soft power
what does habeas corpus mean
quorum stands for what
what's ransomware
wtf is a blockchain
can someone explain what a hedge fund is
what is operation overlord
meaning of quorum
what exactly is a comet
what is la traviata`,
  list: `
name the planets
list the winners
name all the actors
what all was hit
what were the conditions of the deal
which are the oldest bridges
what are some examples of mammals
give me a list of the victims
who all came
what types of cheese are there
what else was taken
name three rivers
examples of fossil fuels`,
  comparison: `
difference between x and y
what is the difference between weather and climate
compare the two plans
how is a crow different from a raven
cats vs dogs
which is cheaper the bus or the train
how do the candidates differ
is the new phone better than the old one or worse
differences between the drafts`,
  timeline: `
sequence of events
timeline of the siege
what happened next
what happened when the servers went down
what happened after the vote
order of events on the night
how did the scandal unfold
what came next
chronology of the trial
what happened before the match`,
  statement: `
what did the mayor say about the floods
who said the war was over
what does the report say about exports
what did she tell reporters
how did markets react to the news
what did the firm say
what was the response of the union
who denied it
what did the king think of it
the minister said what
who has said that
what has the club said about the transfer`,
  other: `
earthquake japan 2011
more on the vote
tell me about the festival
what about the second one
champions league final`,
};

const FOREIGN: readonly (readonly [language: string, kind: string, question: string])[] = [
  ["de", "time", "Wann beginnt das Konzert?"],
  ["de", "agent", "wer hat den Zug entführt"],
  ["de", "agent", "Wer steckt hinter dem Anschlag"],
  ["de", "person", "wer war der erste Kanzler"],
  ["de", "quantity", "wieviel kostet das Ticket"],
  ["de", "reason", "wieso wurde der Flughafen geschlossen"],
  ["de", "place", "In welcher Stadt ist das Museum?"],
  ["de", "thing", "was ist mit dem Schiff passiert"],
  ["de", "definition", "Was bedeutet Quorum"],
  ["de", "yes-no", "hat der Minister gelogen"],
  ["fr", "time", "depuis quand la route est-elle fermée"],
  ["fr", "agent", "qui a construit la tour"],
  ["fr", "person", "qui est le maire de Lyon"],
  ["fr", "quantity", "combien coûte le billet"],
  ["fr", "place", "dans quelle ville se trouve le musée"],
  ["fr", "reason", "pour quelle raison a-t-il démissionné"],
  ["fr", "manner", "comment fonctionne le tribunal"],
  ["fr", "thing", "que s'est-il passé dans le port"],
  ["fr", "yes-no", "est-ce que le pont est ouvert ?"],
  ["es", "time", "¿En qué año se fundó la ciudad?"],
  ["es", "agent", "quién ganó la carrera"],
  ["es", "person", "quien es el alcalde"],
  ["es", "quantity", "cuánto cuesta la entrada"],
  ["es", "reason", "por que se cayo el puente"],
  ["es", "yes-no", "¿Es verdad que cerraron la escuela?"],
  ["it", "time", "in che anno è stata fondata la città"],
  ["it", "agent", "chi ha vinto la gara"],
  ["it", "person", "chi è il sindaco"],
  ["it", "place", "dov'è il museo"],
  ["it", "quantity", "quanto costa il biglietto"],
  ["it", "reason", "come mai la strada è chiusa"],
  ["it", "thing", "cosa hanno trovato nella grotta"],
  ["sq", "time", "në cilin vit u themelua qyteti"],
  ["sq", "agent", "kush e fitoi garën"],
  ["sq", "person", "kush është kryetari"],
  ["sq", "quantity", "sa kushton bileta"],
  ["sq", "place", "ku ndodhet muzeu"],
  ["sq", "yes-no", "a është hapur ura"],
  ["fa", "time", "موزه چه زمانی باز می‌شود"],
  ["fa", "person", "شهردار کیست"],
  ["fa", "place", "موزه کجاست"],
  ["fa", "quantity", "بلیت چقدر است"],
  ["fa", "yes-no", "آیا پل باز است؟"],
  ["en", "person", "who is vladimir von der heyden"],
  ["en", "definition", "what is el nino"],
  ["en", "place", "where is la paz"],
  ["en", "other", "juan de la cruz trial"],
  ["en", "thing", "what did le monde report"],
  ["en", "quantity", "how many people die in die hard"],
  ["en", "time", "when did der blaue reiter split"],
];

/** Share of the questions written before the rules that must be read right; what was reached stands in docs/DESIGN.md. */
const HELD_OUT_SHARE = 0.97;

describe("the kind of a question", () => {
  for (const [kind, list] of Object.entries(ENGLISH)) {
    it(`is told of questions for ${kind}`, () => {
      const wrong = questionsOf(list).filter((question) => readAskedQuestion(question, null).kind !== kind);
      expect(wrong.map((question) => `${question}: ${readAskedQuestion(question, null).kind}`)).to.deep.equal([]);
    });
  }

  it("is told in spite of slips, and not by words that resemble", () => {
    const typed = {
      "raeson for the delay": "reason",
      "locaiton of the wreck": "place",
      "which ocmpany built the dam": "agent",
      "hwy did the dam break": "reason",
      "whn did the dam break": "time",
      "were did the plane land": "place",
      "wsa anyone hurt": "yes-no",
      "what is the populaton of malta": "quantity",
      "what drives inflation": "reason",
      "wheat prices": "other",
      "white house fire": "other",
      "show times": "other",
      "chen arrested in oslo": "other",
    };
    const read = Object.keys(typed).map((question) => [question, readAskedQuestion(question, null).kind]);
    expect(Object.fromEntries(read)).to.deep.equal(typed);
  });

  it("is told with the language", () => {
    const wrong = FOREIGN.map(([language, kind, question]) => ({ expected: `${language} ${kind}`, question }))
      .map(({ expected, question }) => ({ expected, question, read: readingOf(question) }))
      .filter(({ expected, read }) => expected !== read);
    expect(wrong).to.deep.equal([]);
  });

  it("is told of most questions that were written before the rules", () => {
    const asked = Object.entries(HELD_OUT).flatMap(([kind, list]) =>
      questionsOf(list).map((question) => ({ expected: `en ${kind}`, question })),
    );
    const all = [
      ...asked,
      ...HELD_OUT_FOREIGN.map(([language, kind, question]) => ({ expected: `${language} ${kind}`, question })),
    ];
    const right = all.filter(({ expected, question }) => readingOf(question) === expected).length;
    expect(right / all.length).to.be.at.least(HELD_OUT_SHARE);
  });
});

function questionsOf(list: string): readonly string[] {
  return list.trim().split("\n");
}

function readingOf(question: string): string {
  const { kind, language } = readAskedQuestion(question, null);
  return `${language} ${kind}`;
}

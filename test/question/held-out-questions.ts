/**
 * Questions by the kind that a careful reader gives them, written before any rule was. Add none because a rule reads it, and
 * make no rule because one is misread: the share that is read right is only worth something while that holds.
 */
export const HELD_OUT: Readonly<Record<string, string>> = {
  agent: `
who set the warehouse on fire
whod steal a painting like that
who really blew up the pipeline?
n who sold them the tickets
the bridge was designed by whom
which company built the reactor
which team beat them in the final
whos to blame 4 the crash
any idea who leaked the tape
wich country sent the satellite up
do we know who shot him
who else has sued the bank
who discovered penicillin
what group kidnapped the tourists
hwo stole the crown`,
  person: `
who is the new coach
whos the mayor of lisbon
who was arrested after the riots
who did the queen meet in dublin
whose idea was it
who got injured
to whom was the prize given
who are the finalists
which minister is in charge of fishing
who died in the avalanche`,
  time: `
when does the exhibition open
the volcano erupted when
wehn was the treaty signed
wen did the band split up
what year did the wall fall
on which day is the vote
the flight lands at what time??
since when is the road closed
how long ago was the last eruption
until when can you apply
when exactly did she resign
ok but when will the trains run again
date of the next eclipse
and the launch is when
whens the deadline`,
  place: `
where did the plane come down
wheres the festival held
the summit is where
which city hosts the games next
in what country is the dam
where at do they keep the gold
what town was flooded
where exactly is the new airport gonna be
location of the wreck
from where did the convoy leave`,
  quantity: `
how many goals did she score
hw many people live there
how much did the stadium cost
how mch money was raised
what % of voters stayed home
the fire destroyed how many homes
how tall is the tower
how long did the strike last
what percentage of the crop was lost
number of passengers on board
death toll of the earthquake
how far is the probe from earth
what was the price of a barrel
at what temperature does it melt
how often do the buses run`,
  reason: `
why did the bridge collapse
y did they cancel the concert
whys the river so low
how come the shop closed
reason for the delay
what caused the blackout
what made the company recall its cars
what did they arrest him for
why were trains late when it snowed
cause of the fire
what was the motive of the killer
any idea why the site is down
the match was called off why
what was behind the price rise`,
  manner: `
how did the thieves get into the vault
how does the vaccine work
how was the wreck found
how can i get a refund
in what way did the law change
hwo did they cross the border
how do whales sleep
by what means was the message sent
they escaped how
tell me how the machine counts votes`,
  thing: `
what was stolen from the museum
what kind of fuel does the rocket use
which drug was he given
what did the inspectors find
what happened to the crew
what is the capital of peru
what does the new law forbid
wat did they build there
waht was on board
what language do they speak
which newspaper printed the letter
what will be done with the money
what is the name of the ship
what's the strike about
they were charged with what`,
  "yes-no": `
did the minister resign
is the bridge open again
was anyone hurt
has the virus spread to europe
is it true that the bank went bust
will there be a second vote
are schools closed on monday
can tourists enter the park
didnt they promise a refund
so the trial is over right?
were there any survivors
anyone killed?
does the drug have side effects
the company paid the fine?
have the talks failed`,
  definition: `
what is a credit default swap
whats an eclipse
what is NATO
what does GDP stand for
ECB meaning
define inflation
meaning of the word quisling
what are stem cells
what does force majeure mean
what exactly is dark matter`,
  list: `
name the countries that signed
list all the winners
what all did they take
which are the largest lakes
name three moons of jupiter
what are the main symptoms
give me a list of the banned products
who all was at the meeting
what were the demands of the strikers
examples of renewable energy`,
  comparison: `
difference between a hurricane and a typhoon
which is bigger the old stadium or the new one
how does the new model differ from the old one
android vs ios market share
compare the two budgets
what's the difference between ale and lager
is mars larger than venus or smaller
how are the two treaties different`,
  timeline: `
sequence of events before the crash
what happened next
what happened after the dam broke
timeline of the merger
what happened when the lights went out
in what order did the ships sink
what came after the verdict
how did the crisis unfold`,
  statement: `
what did the pope say about the war
who said the economy was strong
what does the bank say about interest rates
how did the union react to the offer
what did the doctor tell the press
what was the reaction of the opposition
what do experts think of the plan
who denied the rumours`,
  other: `
election results ohio
tell me about the strike
volcano iceland flights
and the second one?
more on the trial`,
};

/** The same in other languages: tag, kind, question. */
export const HELD_OUT_FOREIGN: readonly (readonly [language: string, kind: string, question: string])[] = [
  ["de", "time", "wann wurde die Brücke gebaut"],
  ["de", "agent", "Wer hat das Bild gestohlen?"],
  ["de", "place", "wo ist das Flugzeug abgestürzt"],
  ["de", "quantity", "wie viele Menschen sind gestorben"],
  ["de", "reason", "warum streiken die Fahrer"],
  ["de", "definition", "was ist eine Inflation"],
  ["de", "person", "wer ist der neue Trainer"],
  ["de", "yes-no", "ist die Schule wieder offen"],
  ["fr", "time", "quand le pont a-t-il été construit"],
  ["fr", "agent", "qui a volé le tableau"],
  ["fr", "place", "où est tombé l'avion"],
  ["fr", "quantity", "combien de personnes sont mortes"],
  ["fr", "reason", "pourquoi les trains sont-ils en retard"],
  ["fr", "yes-no", "est-ce que l'école est ouverte"],
  ["fr", "thing", "qu'est-ce qu'ils ont trouvé"],
  ["es", "time", "cuándo se construyó el puente"],
  ["es", "agent", "quien robó el cuadro"],
  ["es", "place", "¿dónde cayó el avión?"],
  ["es", "quantity", "cuantos muertos hubo en el terremoto"],
  ["es", "reason", "por qué cerraron la fábrica"],
  ["es", "definition", "qué es una hipoteca"],
  ["it", "time", "quando è stato costruito il ponte"],
  ["it", "agent", "chi ha rubato il quadro"],
  ["it", "place", "dove è caduto l'aereo"],
  ["it", "quantity", "quante persone sono morte"],
  ["it", "reason", "perché hanno chiuso la fabbrica"],
  ["it", "definition", "cos'è un mutuo"],
  ["sq", "time", "kur u ndërtua ura"],
  ["sq", "agent", "kush e vodhi pikturën"],
  ["sq", "place", "ku ra avioni"],
  ["sq", "quantity", "sa njerëz vdiqën në tërmet"],
  ["sq", "reason", "pse u mbyll fabrika"],
  ["sq", "definition", "çfarë është inflacioni"],
  ["fa", "time", "پل کی ساخته شد"],
  ["fa", "agent", "چه کسی نقاشی را دزدید"],
  ["fa", "place", "هواپیما کجا سقوط کرد"],
  ["fa", "quantity", "چند نفر در زلزله مردند"],
  ["fa", "reason", "چرا کارخانه بسته شد"],
  ["fa", "definition", "تورم چیست"],
  ["en", "person", "who is jose mourinho"],
  ["en", "definition", "what is la gazzetta dello sport"],
  ["en", "thing", "what did der spiegel print"],
  ["en", "place", "where is rio de janeiro"],
  ["en", "time", "when did die welt start"],
];

import { expect } from "chai";
import { readStance } from "../../src/answer/stance.ts";

type Row = readonly [sentence: string, how: string | null, speaker: string | null];

const ROWS: readonly Row[] = [
  // Plain statements.
  ["Ferries left the port of Lundvik again on Wednesday.", null, null],
  ["The river rose by two metres overnight.", null, null],
  ["Parliament passed the budget with 64 votes.", null, null],
  ["The storm claimed 12 lives along the coast.", null, null],
  ["The fire claimed the lives of three firefighters.", null, null],
  ["Ten passengers were admitted to hospital with burns.", null, null],
  ["The clinic admitted 40 patients over the weekend.", null, null],
  ["The court denied bail to the two drivers.", null, null],
  ["The airline denied him boarding in Oslo.", null, null],
  ["The board rejected the offer of 7 percent.", null, null],
  ["The court rejected the notion that a treaty needs a seal.", null, null],
  ["The president dismissed the finance minister in March.", null, null],
  ["The two countries dispute the islands.", null, null],
  ["There were 14 confirmed cases in the valley.", null, null],
  ["Police arrested an alleged arsonist in the harbour.", null, null],
  ["The senate confirmed as much as it could.", null, null],
  ["The mayor's stated aim was a bridge without toll.", null, null],
  ["The number of reported thefts fell by half.", null, null],
  ["The talks with Norvik, which denied wrongdoing, broke down on Monday.", null, null],
  ["The ministry neither confirmed nor denied the visit.", null, null],
  ["The bank did not confirm the breach.", null, null],
  ["The coach refused to admit the mistake.", null, null],
  ["The agency is expected to confirm the figures next week.", null, null],
  ["The harbour office could not confirm or deny it.", null, null],
  // Reported.
  ["The Seafarers' Union said 412 sailors had stopped work.", "reported", "The Seafarers' Union"],
  ["Karsten Hoel, who leads the union, said nobody would sail.", "reported", "Karsten Hoel"],
  ["Ida Brandt, the mayor, said the port would open.", "reported", "Ida Brandt"],
  ["According to the weather service, the dry spell will last until May.", "reported", "the weather service"],
  ["The dam is safe, according to Ola Nord.", "reported", "Ola Nord"],
  ["On Monday the ministry announced a mediator.", "reported", "the ministry"],
  ["“We will sail when we are paid what is ours,” said Karsten Hoel.", "reported", "Karsten Hoel"],
  ["“They denied everything that we put to them in May,” Hoel said.", "reported", "Hoel"],
  ["The vaccine works in nine of ten children, the researchers reported.", "reported", "the researchers"],
  ["A spokesman for the ministry told reporters that the road was open.", "reported", "A spokesman for the ministry"],
  ["The singer reportedly left the country.", "reported", null],
  ["The minister is said to favour a second bridge.", "reported", null],
  ["The mayor and the union said the strike was over.", "reported", "The mayor and the union"],
  ["The strike ended and the union said it had won.", "reported", "the union"],
  ["He said the bridge would be closed.", "reported", null],
  ["But the central bank warned that prices would rise.", "reported", "the central bank"],
  ["Police in Lundvik later added that nobody was hurt.", "reported", "Police in Lundvik"],
  // Claimed.
  ["Norvik claimed that the union had broken the law.", "claimed", "Norvik"],
  ["Hoel accused the company of delay.", "claimed", "Hoel"],
  ["The company was accused of delay.", "claimed", null],
  ["The company was accused by the mayor of delay.", "claimed", "the mayor"],
  ["The company was accused by the ministry of labour of delay.", "claimed", "the ministry of labour"],
  ["The company was accused of delay by the mayor of Lundvik.", "claimed", "the mayor of Lundvik"],
  ["Prosecutors accused Norvik, which denied it, of fraud.", "claimed", "Prosecutors"],
  ["The mayor blamed the flood on the dam's owners.", "claimed", "The mayor"],
  ["The coast guard has repeatedly alleged that the trawler fished at night.", "claimed", "The coast guard"],
  ["The Green Front claimed responsibility for the blockade.", "claimed", "The Green Front"],
  ["The referee was allegedly paid in cash.", "claimed", null],
  ["The company left the talks, claiming that the union had lied.", "claimed", null],
  ["The owners insist that the mine is safe.", "claimed", "The owners"],
  ["The owners insisted that the mine was safe.", "claimed", "The owners"],
  ["The flood was blamed on the dam's owners.", "claimed", null],
  ["The hospital alleges that two nurses stole drugs.", "claimed", "The hospital"],
  ["NTX reported that the mayor accused Norvik of fraud.", "claimed", "the mayor"],
  // Denied.
  ["The company denied that it had refused.", "denied", "The company"],
  ["Norvik Freight has denied any role in the raid.", "denied", "Norvik Freight"],
  ["The foreign ministry rejected the accusation.", "denied", "The foreign ministry"],
  ["Brandt dismissed the reports as rumours.", "denied", "Brandt"],
  ["The airline called the claims baseless.", "denied", "The airline"],
  ["The club called the story “nonsense”.", "denied", "The club"],
  ["The bank rejected as false what the paper had printed.", "denied", "The bank"],
  ["A spokesman said the company denied the charge.", "denied", "the company"],
  ["Hoel said he denied it.", "denied", "Hoel"],
  ["Nord said that he had nothing to do with the fire.", "denied", "Nord"],
  ["The report was denied by the army.", "denied", "the army"],
  ["The army denies that any soldier crossed the river.", "denied", "The army"],
  ["The factory, a subsidiary of Norvik, disputed the inspectors' findings.", "denied", "The factory"],
  ["While the union blamed the company, the owners denied it.", "claimed", "the union"],
  // Confirmed.
  ["The mayor confirmed that the bridge would stay closed.", "confirmed", "The mayor"],
  ["The death was confirmed by the hospital.", "confirmed", "the hospital"],
  ["The death was confirmed on Monday.", "confirmed", null],
  ["The minister admitted that the figures were wrong.", "confirmed", "The minister"],
  ["On Friday the airline acknowledged the breach.", "confirmed", "the airline"],
  ["The coach conceded that his team had been lucky.", "confirmed", "The coach"],
  ["Two engineers verified the crack, NTX reported.", "confirmed", "Two engineers"],
  ["The ministry confirmed that the company had denied the claim.", "confirmed", "The ministry"],
];

describe("who says so, and how", () => {
  for (const [sentence, how, speaker] of ROWS) {
    it(`${how ?? "plain"}: ${sentence}`, () => {
      const stance = readStance(sentence);
      expect(stance?.how ?? null).to.equal(how);
      const span = stance?.speaker ?? null;
      expect(span === null ? null : sentence.slice(span.start, span.end)).to.equal(speaker);
    });
  }

  it("copes with long and hostile sentences", () => {
    for (const text of ["said ".repeat(800), "denied, ".repeat(500), "“".repeat(4_000), "a ".repeat(2_000), ""]) {
      expect(["reported", "denied", undefined]).to.include(readStance(text)?.how);
    }
  });
});

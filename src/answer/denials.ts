import { fold } from "../text/fold.ts";
import { stem } from "../text/stems.ts";
import { stanceClass } from "./differences.ts";
import type { Statement } from "./statement.ts";

/** Share of the question's words in the statement that the denial must hold too, and the fewest of them. */
const CARRIED_SHARE = 0.6;
const MIN_CARRIED = 2;

/** Share of what is denied that the statement must tell. */
const ABOUT_SHARE = 0.5;
/** Words for a claim, and for its being untrue: they say nothing of what it is. */
const OF_CLAIMS: ReadonlySet<string> = new Set(
  `claims accusation allegation charge report rumour suggestion assertion finding account version blame criticism role
  involvement part responsibility baseless unfounded groundless false untrue fabricated lies absurd fake any wrongdoing`
    .split(/\s+/u)
    .map((word) => stem(fold(word))),
);

/** Whether one sentence denies what the other says, both about what the question asks. */
export function denies(denial: Statement, statement: Statement): boolean {
  if (stanceClass(denial.stance) !== "denied" || stanceClass(statement.stance) === "denied") return false;
  if (statement.negated) return false;
  const common = [...statement.carried].filter((word) => denial.carried.has(word)).length;
  if (common >= MIN_CARRIED && common >= statement.carried.size * CARRIED_SHARE && isAbout(denial, statement))
    return true;
  return common > 0 && isNamedBy(denial, statement);
}

/** Whether a statement tells most of what is denied. */
function isAbout({ about }: Statement, { words }: Statement): boolean {
  const denied = [...about].filter((word) => !OF_CLAIMS.has(word));
  return denied.filter((word) => words.has(word)).length >= denied.length * ABOUT_SHARE;
}

/** Whether the one who denies is the one of whom the other sentence says that they did it. */
function isNamedBy({ stance, evidence }: Statement, statement: Statement): boolean {
  const speaker = stance?.speaker ?? null;
  if (speaker === null) return false;
  const name = evidence.sentence.text.slice(speaker.start, speaker.end).toLowerCase();
  const { text } = statement.evidence.sentence;
  return statement.evidence.answers.some(({ start, end }) => {
    const answer = text.slice(start, end).toLowerCase();
    return /\p{Lu}/u.test(text.slice(start, end)) && (name.includes(answer) || answer.includes(name));
  });
}

import { stanceClass } from "./differences.ts";
import type { Statement } from "./statement.ts";

/** Share of the question's words in the statement that the denial must hold too, and the fewest of them. */
const CARRIED_SHARE = 0.6;
const MIN_CARRIED = 2;

/** Whether one sentence denies what the other says, both about what the question asks. */
export function denies(denial: Statement, statement: Statement): boolean {
  if (stanceClass(denial.stance) !== "denied" || stanceClass(statement.stance) === "denied") return false;
  if (statement.negated) return false;
  const common = [...statement.carried].filter((word) => denial.carried.has(word)).length;
  if (common >= MIN_CARRIED && common >= statement.carried.size * CARRIED_SHARE) return true;
  return common > 0 && isNamedBy(denial, statement);
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

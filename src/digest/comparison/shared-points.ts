import { datesAgree, differences } from "../../answer/differences.ts";
import { agree, countTheSame } from "../../answer/quantities.ts";
import type { Statement } from "../../answer/statement.ts";
import type { Point } from "../../domain/answer.ts";
import type { Article } from "../../domain/article.ts";
import type { Overlap } from "./overlap.ts";

/** Overlap from which on two sentences say the same, where one holds all dates, numbers and names of the other. */
const SAME_OVERLAP = 0.5;
/** Share of a statement's words that another must have to bear it out. */
const BORNE_OUT = 0.65;

/** Puts together what says the same, best first; a sentence belongs to the first group whose best it resembles. */
export function groupsOf(statements: readonly Statement[], overlap: Overlap): readonly (readonly Statement[])[] {
  const groups: Statement[][] = [];
  for (const statement of statements) {
    const group = groups.find(([best]) => best !== undefined && saysTheSame(statement, best, overlap));
    if (group === undefined) groups.push([statement]);
    else group.push(statement);
  }
  return groups;
}

function saysTheSame(a: Statement, b: Statement, overlap: Overlap): boolean {
  return overlap(a, b) >= SAME_OVERLAP && differences(a, b).size === 0 && (bearsOut(a, b) || bearsOut(b, a));
}

/** Whether a footnote to one statement can name the other: most of its words and all that can be checked stand there. */
function bearsOut(other: Statement, quoted: Statement): boolean {
  return (
    shareHeld(quoted, other) >= BORNE_OUT &&
    quoted.dates.every((one) => other.dates.some((its) => datesAgree(one, its))) &&
    quoted.quantities.every((one) => other.quantities.some((its) => countTheSame(one, its) && agree(one, its))) &&
    namesWithin(quoted).every((term) => other.words.has(term))
  );
}

/** Share of a statement's words that another has. */
function shareHeld({ words }: Statement, other: Statement): number {
  return [...words].filter((word) => other.words.has(word)).length / Math.max(1, words.size);
}

/** Names of a statement, without those of who reports it. */
function namesWithin({ names, evidence }: Statement): readonly string[] {
  const { publisher } = evidence.sentence.article;
  return names.filter(({ surface }) => !publisher.includes(surface)).map(({ term }) => term);
}

/** What a group says, in the sentence that most of the others bear out, with one of each of their articles. */
export function sharedPoint(
  group: readonly Statement[],
): { readonly point: Point; readonly behind: readonly Article[] } | null {
  const supported = group.map((quoted) => ({
    quoted,
    others: group.filter(
      (other) => other !== quoted && articleOf(other) !== articleOf(quoted) && bearsOut(other, quoted),
    ),
  }));
  const [best] = supported.toSorted((a, b) => b.others.length - a.others.length);
  if (best === undefined) return null;
  const { quoted, others } = best;
  const also = new Map(others.toReversed().map((one) => [articleOf(one), one.evidence]));
  return {
    point: { evidence: quoted.evidence, also: [...also.values()].toReversed(), stance: quoted.stance },
    behind: [articleOf(quoted), ...also.keys()],
  };
}

/** Where a statement stands. */
export function articleOf({ evidence }: Statement): Article {
  return evidence.sentence.article;
}

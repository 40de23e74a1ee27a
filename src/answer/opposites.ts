import { fold } from "../text/fold.ts";
import { stem } from "../text/stems.ts";

/** Words that do not go together, group by group: two sentences with different ones of a group tell different things. */
const GROUPS = `
rose grew climbed gained up increased | fell dropped sank lost down decreased declined shrank
began started launched opened joined | ended finished closed stopped left quit
won | lost
arrested detained jailed imprisoned | released freed acquitted
accepted approved agreed passed supported backed | rejected refused opposed vetoed blocked
bought acquired | sold
arrived entered came | departed left fled
hired appointed elected | fired dismissed resigned sacked
before | after
more higher larger | less fewer lower smaller
guilty | innocent
alive survived | dead died killed
found | missing lost
legal | illegal
public | private
north northern | south southern | east eastern | west western
men man male boys | women woman female girls
morning | afternoon | evening | night
first | second | third | fourth | fifth | last
injured wounded hurt | killed died dead
imports imported | exports exported
invaded attacked | defended | withdrew
`;

interface Side {
  readonly group: number;
  readonly side: number;
}

const SIDES_OF: ReadonlyMap<string, readonly Side[]> = sidesOf();

/** Whether one text has a word to which the other has the opposite, and not the word itself. */
export function areOpposed(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return opposes(a, b) || opposes(b, a);
}

function opposes(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const word of a) {
    if (b.has(word)) continue;
    for (const { group, side } of SIDES_OF.get(word) ?? []) {
      for (const other of b) {
        if (a.has(other)) continue;
        if (SIDES_OF.get(other)?.some((one) => one.group === group && one.side !== side) === true) return true;
      }
    }
  }
  return false;
}

function sidesOf(): ReadonlyMap<string, readonly Side[]> {
  const sides = new Map<string, readonly Side[]>();
  for (const [group, line] of GROUPS.trim().split("\n").entries()) {
    for (const [side, words] of line.split("|").entries()) {
      for (const word of words.trim().split(/\s+/u)) {
        const key = stem(fold(word));
        sides.set(key, [...(sides.get(key) ?? []), { group, side }]);
      }
    }
  }
  return sides;
}

import type { Evidence, Point } from "../domain/answer.ts";
import { differences } from "./differences.ts";
import { sameText, supports } from "./same-point.ts";
import type { Statement } from "./statement.ts";

/** Further sentences named for one point. */
const MAX_ALSO = 4;
/** Scores this close to the best are as good; among them the newest article is quoted. */
const EQUAL_RANK = 0.98;
/** A further point must come this close to the best one's score. */
export const RELATIVE_SCORE = 0.5;
/** Share of the shorter sentence's words in the longer one from which on it adds nothing worth a place. */
const REDUNDANT = 0.8;
/** In sentences with fewer words than this a single other word can be all the difference: "Norvik owns a road near Aas". */
const FEW_WORDS = 8;

/** A point with its sentence read for comparison. */
export interface ReadPoint {
  readonly point: Point;
  readonly statement: Statement;
}

/**
 * Puts together what says the same.
 *
 * @param ranked best first; a dozen or so, since each is compared with each
 * @returns best first
 */
export function groupPoints(ranked: readonly Statement[]): readonly ReadPoint[] {
  const groups: Statement[][] = [];
  for (const statement of ranked) {
    const group = groups.find(([best]) => best !== undefined && belongs(statement, best));
    if (group === undefined) groups.push([statement]);
    else group.push(statement);
  }
  return groups.flatMap((group) => pointOf(group) ?? []);
}

function belongs(one: Statement, best: Statement): boolean {
  return supports(one, best) || supports(best, one) || sameText(one, best);
}

function pointOf(group: readonly Statement[]): ReadPoint | null {
  const [best] = group;
  if (best === undefined) return null;
  const asGood = group.filter(({ evidence }) => evidence.score >= best.evidence.score * EQUAL_RANK);
  const statement = asGood.reduce((newest, one) => (publishedOf(one) > publishedOf(newest) ? one : newest), best);
  const also = new Map<string, Evidence>();
  for (const other of group) {
    const { id } = other.evidence.sentence.article;
    if (other !== statement && also.size < MAX_ALSO && !also.has(id) && supports(other, statement)) {
      also.set(id, other.evidence);
    }
  }
  return { statement, point: { evidence: statement.evidence, also: [...also.values()], stance: statement.stance } };
}

function publishedOf({ evidence }: Statement): string {
  return evidence.sentence.article.published ?? "";
}

/**
 * Chooses which points are shown: the best, and those nearly as good that say something else.
 *
 * @param points best first
 */
export function choosePoints(points: readonly ReadPoint[], limit: number): readonly ReadPoint[] {
  const [best] = points;
  const chosen: ReadPoint[] = [];
  for (const one of points) {
    const isClose = best !== undefined && one.point.evidence.score >= best.point.evidence.score * RELATIVE_SCORE;
    if (chosen.length >= limit || !isClose) break;
    if (chosen.every((other) => !isRedundant(one.statement, other.statement))) chosen.push(one);
  }
  return chosen;
}

/** Whether a sentence adds nothing to another, though it may not be a footnote to it. */
function isRedundant(one: Statement, other: Statement): boolean {
  const common = [...one.words].filter((word) => other.words.has(word)).length;
  const shorter = Math.min(one.words.size, other.words.size);
  if (common < (shorter < FEW_WORDS ? shorter : shorter * REDUNDANT)) return false;
  return [...differences(one, other)].every((difference) => difference === "recurrence");
}

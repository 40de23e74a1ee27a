import { type AmendedField, amendDraft } from "../../curating/amend-draft.ts";
import type { GatheredDraft } from "../../curating/gather.ts";
import type { Problem } from "../../domain/problem.ts";
import { plain } from "../../present/text/plain-line.ts";
import { describeDetail, describeProblem } from "../../present/corpus/problems.ts";
import type { Asking } from "./asking.ts";
import { type Terminal, writeLine } from "./terminal.ts";

const FIELDS: readonly AmendedField[] = ["title", "publisher", "published", "language", "url"];
/** Typed for no value, and to be asked nothing more. */
const NONE = "-";
const ENOUGH = "!";

/** A draft, and what is uncertain about it. */
export interface DoubtedDraft extends GatheredDraft {
  readonly doubts: readonly Problem[];
}

/**
 * Asks what is uncertain about drafts, field by field, with what was found as the answer to take.
 *
 * @param today `YYYY-MM-DD`
 * @returns the drafts as the person has them, without the doubts that were settled
 */
export async function askDoubts(
  terminal: Terminal,
  asking: Asking,
  drafts: readonly DoubtedDraft[],
  today: string,
): Promise<readonly DoubtedDraft[]> {
  const told: DoubtedDraft[] = [];
  let isAsking = drafts.some(({ doubts }) => askedFields(doubts).length > 0);
  if (isAsking) {
    await writeLine(
      terminal.output,
      `\nSome of it is uncertain. Enter keeps what stands in brackets, ${NONE} leaves it empty, ${ENOUGH} asks nothing more.`,
    );
  }
  for (const one of drafts) {
    let amended = one;
    const fields = askedFields(one.doubts);
    if (isAsking && fields.length > 0) await writeLine(terminal.output, plain(one.draft.article.title, 300));
    for (const field of fields) {
      const answered: DoubtedDraft | null = isAsking ? await askField(terminal, asking, amended, field, today) : null;
      if (answered === null) isAsking = false;
      else amended = answered;
    }
    told.push(amended);
  }
  return told;
}

function askedFields(doubts: readonly Problem[]): readonly AmendedField[] {
  return FIELDS.filter((asked) => doubts.some(({ field }) => field === asked));
}

/** Null where nothing more is to be asked. */
async function askField(
  terminal: Terminal,
  asking: Asking,
  one: DoubtedDraft,
  field: AmendedField,
  today: string,
): Promise<DoubtedDraft | null> {
  for (const { detail } of one.doubts.filter((doubt) => doubt.field === field)) {
    await writeLine(terminal.output, `  ${describeDetail(detail)}`);
  }
  for (;;) {
    const found = one.draft.article[field];
    const answer = await asking.ask(`  ${field} [${found === null ? NONE : plain(found, 300)}]: `);
    if (answer === null || answer === ENOUGH) return null;
    if (answer === "") return one;
    const amended = amendDraft(one.draft, field, answer === NONE ? null : answer, today);
    if (amended.ok) {
      return { ...one, draft: amended.value, doubts: one.doubts.filter((doubt) => doubt.field !== field) };
    }
    for (const problem of amended.error) await writeLine(terminal.output, `  ${describeProblem(problem)}`);
  }
}

import type { Stance } from "../domain/answer.ts";
import type { DateMention } from "../domain/sentence.ts";
import { otherForms } from "./name-forms.ts";
import { areOpposed } from "./opposites.ts";
import { agree, countTheSame } from "./quantities.ts";
import type { Statement } from "./statement.ts";

/** In what two sentences about the same cannot both be quoted for one point. */
export type Difference = "date" | "number" | "name" | "polarity" | "stance" | "opposite" | "recurrence";

/** All in which two statements differ: each gives a value there, and none that the other gives. */
export function differences(a: Statement, b: Statement): ReadonlySet<Difference> {
  const found = new Set<Difference>();
  if (conflict(a.dates, b.dates, datesAgree)) found.add("date");
  if (conflict(a.quantities, b.quantities, (one, other) => countTheSame(one, other) && agree(one, other))) {
    found.add("number");
  }
  if (conflict(a.names, b.names, (one, other) => one.term === other.term) || otherForms(a.names, b.names) !== null) {
    found.add("name");
  }
  if (a.negated !== b.negated) found.add("polarity");
  if (stanceClass(a.stance) !== stanceClass(b.stance)) found.add("stance");
  if (areOpposed(a.words, b.words)) found.add("opposite");
  if (a.recurring !== b.recurring) found.add("recurrence");
  return found;
}

/** Whether either has something to which nothing in the other answers. */
function conflict<T>(a: readonly T[], b: readonly T[], agrees: (a: T, b: T) => boolean): boolean {
  return (
    a.some((one) => !b.some((other) => agrees(one, other))) && b.some((one) => !a.some((other) => agrees(other, one)))
  );
}

/** Whether two dates can be the same: one lies within the other. "In July" and "on July 15" can. */
export function datesAgree(a: DateMention, b: DateMention): boolean {
  return (a.from <= b.from && b.to <= a.to) || (b.from <= a.from && a.to <= b.to);
}

/** To say that somebody said so is no more than to say it. */
export function stanceClass(stance: Stance | null): Stance["how"] {
  return stance?.how ?? "reported";
}

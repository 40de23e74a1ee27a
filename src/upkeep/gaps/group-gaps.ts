import { setImmediate as otherWork } from "node:timers/promises";
import type { BadlyRatedQuestion, Gap } from "../../domain/gap.ts";
import type { OpenQuestion } from "../../domain/store.ts";
import { clusterWordings } from "./cluster.ts";
import { dot } from "./likeness.ts";
import { type AskedWording, type Meaning, type Wording, wordingKey, wordingReader } from "./wording.ts";

export interface AskedInVain {
  readonly open: readonly OpenQuestion[];
  readonly badlyRated: readonly BadlyRatedQuestion[];
}

/** Different wordings that are grouped: those asked most often. */
const MAX_WORDINGS = 10_000;
/** Longest wording that is read, in characters. */
const MAX_LENGTH = 500;
const MAX_VARIANTS = 10;
/** Most time to take before other work is let in, in milliseconds. */
const SLICE_MS = 8;

/**
 * What people ask in vain, grouped by what they want to know: what was asked most often first, ties by the latest. Whom
 * a question mentions by Discord's means, or by an address, is taken out of it. Lets other work in between.
 *
 * @throws (rejects with) the signal's reason, once it fires
 */
export async function groupGaps(input: AskedInVain, meaning: Meaning, signal?: AbortSignal): Promise<readonly Gap[]> {
  const steps = groupingSteps(input, meaning);
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - since < SLICE_MS) continue;
    await otherWork();
    signal?.throwIfAborted();
    since = performance.now();
  }
}

/** The gap that an id names, also one it had before; undefined where there is none. */
export function gapById(gaps: readonly Gap[], id: string): Gap | undefined {
  return gaps.find((gap) => gap.id === id) ?? gaps.find(({ ids }) => ids.includes(id));
}

function* groupingSteps(input: AskedInVain, meaning: Meaning): Generator<undefined, readonly Gap[]> {
  const read = wordingReader(meaning);
  const wordings: Wording[] = [];
  for (const asked of distinctWordings(input)) {
    wordings.push(read(asked));
    yield;
  }
  const groups = yield* clusterWordings(meaning, wordings);
  return groups.map((group) => gapOf(group)).sort(mostAskedFirst);
}

/** Each wording once, those asked most often first. */
function distinctWordings({ open, badlyRated }: AskedInVain): readonly AskedWording[] {
  const wordings = new Map<string, AskedWording>();
  const rated = badlyRated.map((one) => ({ ...one, badlyRated: one.times }));
  for (const one of [...open.map((asked) => ({ ...asked, badlyRated: 0 })), ...rated]) {
    const text = withoutPeople(one.text);
    const key = wordingKey(text);
    if (key === "") continue;
    const known = wordings.get(key);
    wordings.set(key, known === undefined ? { ...one, text } : together(known, one));
  }
  return [...wordings.values()].sort(mostAskedFirst).slice(0, MAX_WORDINGS);
}

/** Who rated a question has asked it too, so the two counts are not added up. */
function together(known: AskedWording, one: AskedWording): AskedWording {
  const isOtherCount = known.badlyRated > 0 !== one.badlyRated > 0;
  return {
    text: known.text,
    times: isOtherCount ? Math.max(known.times, one.times) : known.times + one.times,
    badlyRated: known.badlyRated + one.badlyRated,
    firstDay: known.firstDay < one.firstDay ? known.firstDay : one.firstDay,
    lastDay: known.lastDay > one.lastDay ? known.lastDay : one.lastDay,
  };
}

/** Discord's mentions of people, roles and channels, and addresses of mail. */
const PEOPLE = /<[@#][!&]?\d+>|(?<!\S)@\S+|\S+@\S+\.\S+/gu;

function withoutPeople(text: string): string {
  return text.slice(0, MAX_LENGTH).replaceAll(PEOPLE, " ").replaceAll(/\s+/gu, " ").trim();
}

function gapOf(group: readonly Wording[]): Gap {
  const byAge = group.toSorted((a, b) => compare(a.firstDay, b.firstDay) || compare(a.id, b.id));
  const question = mostTypical(group);
  const variants = group.filter((one) => one !== question).toSorted(mostAskedFirst);
  return {
    id: byAge[0]?.id ?? "",
    ids: byAge.map(({ id }) => id),
    question: question?.text ?? "",
    variants: variants.slice(0, MAX_VARIANTS).map(({ text }) => text),
    wordings: group.length,
    times: group.reduce((sum, { times }) => sum + times, 0),
    badlyRated: group.reduce((sum, { badlyRated }) => sum + badlyRated, 0),
    firstDay: byAge[0]?.firstDay ?? "",
    lastDay: group.reduce((last, { lastDay }) => (lastDay > last ? lastDay : last), ""),
  };
}

/** Most members that are weighed against each other. */
const MAX_WEIGHED = 50;

/** Of those asked most often the one nearest to all others, ties by the shorter. */
function mostTypical(group: readonly Wording[]): Wording | undefined {
  const most = Math.max(...group.map(({ times }) => times));
  const often = group.filter(({ times }) => times === most).slice(0, MAX_WEIGHED);
  const others = group.slice(0, MAX_WEIGHED);
  const nearness = new Map(
    often.map((one) => [
      one,
      others.reduce(
        (sum, { vector }) => sum + (one.vector === null || vector === null ? 0 : dot(one.vector, vector)),
        0,
      ),
    ]),
  );
  return often.sort(
    (a, b) =>
      (nearness.get(b) ?? 0) - (nearness.get(a) ?? 0) || a.text.length - b.text.length || compare(a.text, b.text),
  )[0];
}

type Counted = Pick<AskedWording, "times" | "lastDay"> & ({ readonly question: string } | { readonly text: string });

function mostAskedFirst(a: Counted, b: Counted): number {
  return b.times - a.times || compare(b.lastDay, a.lastDay) || compare(textOf(a), textOf(b));
}

function textOf(counted: Counted): string {
  return "question" in counted ? counted.question : counted.text;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

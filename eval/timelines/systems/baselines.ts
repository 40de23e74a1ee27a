import { type TermVector, centroidOf, cosine } from "../../../src/digest/timeline/vectors.ts";
import type { Candidate } from "../../../src/digest/timeline/collect-dates.ts";
import { leadsOf } from "./leads.ts";
import { type TimelineMaker, bestDays, daysOf } from "./system.ts";

/** The days on which most appeared, each with the first sentences of what appeared first in the file. */
export const PUBLISHED: TimelineMaker = {
  name: "published",
  title: "Most published, first sentences",
  make(collection, { dates, sentences }) {
    return new Map(
      bestDays(collection.published.onDay, dates).map((day) => [
        day,
        leadsOf(collection, day)
          .slice(0, sentences)
          .map(({ sentence }) => sentence.text),
      ]),
    );
  },
};

/** The days that most sentences mention, each with those of them that are nearest to their mean. */
export const MENTIONED: TimelineMaker = {
  name: "mentioned",
  title: "Most mentioned, nearest to the mean",
  make(collection, { dates, sentences }) {
    const days = new Map(daysOf(collection).map(({ day, tellings }) => [day, tellings]));
    const counts = new Map([...days].map(([day, tellings]) => [day, tellings.length]));
    return new Map(
      bestDays(counts, dates).map((day) => {
        const tellings = days.get(day) ?? [];
        const mean = centroidOf(tellings.map(({ vector }) => [vector, 1]));
        const ranked = tellings.toSorted((a, b) => cosine(b.vector, mean) - cosine(a.vector, mean));
        return [day, ranked.slice(0, sentences).map(({ candidate }) => candidate.sentence.text)];
      }),
    );
  },
};

/** Candidates of a day among which sentences are chosen. */
const PROPOSED = 20;

/**
 * After DATEWISE of Gholipour Ghalandari and Ifrim (ACL 2020), without what it learns from timelines: the days that most
 * documents mention; as candidates the sentences that mention a day and the first of what appeared on it, those nearest to
 * the mean of the two means (PM-mean); of them, one by one, those that bring the sum nearest to that of all (CentroidOpt).
 */
export const DATEWISE: TimelineMaker = {
  name: "datewise",
  title: "Like DATEWISE, not learned",
  make(collection, { dates, sentences }) {
    const days = new Map(daysOf(collection).map(({ day, tellings }) => [day, tellings]));
    const counts = new Map(
      [...days].map(([day, tellings]) => [
        day,
        new Set(tellings.map(({ candidate }) => candidate.sentence.article)).size,
      ]),
    );
    const { space } = collection.dated;
    return new Map(
      bestDays(counts, dates).map((day) => {
        const mentioning = (days.get(day) ?? []).map(({ candidate, vector }) => ({ candidate, vector }));
        const known = new Set(mentioning.map(({ candidate }) => candidate));
        const leads = leadsOf(collection, day).map((candidate) => ({
          candidate,
          vector: space.vectorOf(candidate.terms),
        }));
        const means = [mentioning, leads].map((some) => centroidOf(some.map(({ vector }) => [vector, 1])));
        const mean = centroidOf(means.map((vector) => [vector, 1]));
        const proposed = [...mentioning, ...leads.filter(({ candidate }) => !known.has(candidate))]
          .toSorted((a, b) => cosine(b.vector, mean) - cosine(a.vector, mean))
          .slice(0, PROPOSED);
        return [day, nearestTogether(proposed, sentences).map(({ sentence }) => sentence.text)];
      }),
    );
  },
};

interface Proposed {
  readonly candidate: Candidate;
  readonly vector: TermVector;
}

function nearestTogether(proposed: readonly Proposed[], wanted: number): readonly Candidate[] {
  const mean = centroidOf(proposed.map(({ vector }) => [vector, 1]));
  const chosen: Proposed[] = [];
  while (chosen.length < Math.min(wanted, proposed.length)) {
    const [best] = proposed
      .filter((one) => !chosen.includes(one))
      .map((one) => ({ one, near: cosine(centroidOf([...chosen, one].map(({ vector }) => [vector, 1])), mean) }))
      .toSorted((a, b) => b.near - a.near);
    if (best === undefined) break;
    chosen.push(best.one);
  }
  return chosen.map(({ candidate }) => candidate);
}

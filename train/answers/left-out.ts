import { RANKING_FEATURES } from "../../src/answer/features.ts";
import { SILENCE_SIGNALS } from "../../src/answer/silence.ts";

/** Which features and signals are learned, by their order; the others get the weight 0. */
export interface Learned {
  readonly ranking: readonly boolean[];
  readonly silence: readonly boolean[];
}

const KINDS = { ranking: RANKING_FEATURES, silence: SILENCE_SIGNALS } as const;

/**
 * What is learned where some names are left out: "words" leaves out the feature and the signal of that name,
 * "ranking:words" and "silence:words" one of them.
 *
 * @returns null where one of the names is none
 */
export function learnedWithout(names: readonly string[]): Learned | null {
  const known = new Set(
    Object.entries(KINDS).flatMap(([kind, all]) => all.flatMap((name) => [name, `${kind}:${name}`])),
  );
  if (!names.every((name) => known.has(name))) return null;
  const learned = (kind: keyof typeof KINDS): readonly boolean[] =>
    KINDS[kind].map((name) => !names.includes(name) && !names.includes(`${kind}:${name}`));
  return { ranking: learned("ranking"), silence: learned("silence") };
}

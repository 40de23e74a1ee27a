/** Where questions come from: our own, typed like chat, and those of public sets. */
export const SOURCES = ["chat", "squad2", "selqa", "multihop"] as const;

export type Source = (typeof SOURCES)[number];

/** The public sets, whose articles our own questions are about too. */
export const PUBLIC_SETS = ["squad2", "selqa", "multihop"] as const satisfies readonly Source[];

export type PublicSet = (typeof PUBLIC_SETS)[number];

/** Over which articles a question is asked: a few, as a new community has them, or all of its set. */
export const SETTINGS = ["small", "whole"] as const;

export type Setting = (typeof SETTINGS)[number];

/** How a question was asked. */
export interface Group {
  readonly source: Source;
  readonly setting: Setting;
}

const NOTHING = { ranking: 0, silence: 0 } as const;

/** What is learned: which sentence comes first, and whether to answer. */
export type Decision = "ranking" | "silence";

/**
 * How much all questions of a group count together, beside the other groups; what counts nothing is not asked. Silence is
 * learned mostly from our own questions: those that others wrote to have no answer were written over a paragraph, not asked
 * by somebody who wants to know.
 */
const MIXTURE: Readonly<Record<Source, Readonly<Record<Setting, Readonly<Record<Decision, number>>>>>> = {
  chat: { small: { ranking: 3, silence: 3 }, whole: { ranking: 3, silence: 3 } },
  squad2: { small: { ranking: 1, silence: 0.5 }, whole: { ranking: 1, silence: 0.2 } },
  selqa: { small: NOTHING, whole: { ranking: 1, silence: 0.3 } },
  multihop: { small: NOTHING, whole: { ranking: 1, silence: 0.3 } },
};

/** Of a source's questions every n-th is taken. */
export const EVERY: Readonly<Record<Source, number>> = { chat: 1, squad2: 4, selqa: 1, multihop: 1 };

/** How many articles a small corpus has, by whose articles they are: those of squad2 are long. */
export const SMALL_CORPUS: Readonly<Record<PublicSet, number>> = { squad2: 1, selqa: 3, multihop: 3 };

/** The settings in which the questions of a source are asked. */
export function settingsOf(source: Source): readonly Setting[] {
  return SETTINGS.filter((setting) => MIXTURE[source][setting].ranking > 0);
}

/** How much each example counts: those of a group share what the group counts, however many they are. */
export function exampleWeights(examples: readonly Group[], decision: Decision): Float64Array {
  const counts = new Map<string, number>();
  const nameOf = ({ source, setting }: Group): string => `${source}/${setting}`;
  for (const example of examples) counts.set(nameOf(example), (counts.get(nameOf(example)) ?? 0) + 1);
  return Float64Array.from(
    examples,
    (example) => MIXTURE[example.source][example.setting][decision] / (counts.get(nameOf(example)) ?? 1),
  );
}

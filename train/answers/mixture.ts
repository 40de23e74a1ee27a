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

/** How much all questions of a group count together, beside the other groups; what counts nothing is not asked. */
const MIXTURE: Readonly<Record<Source, Readonly<Record<Setting, number>>>> = {
  chat: { small: 3, whole: 3 },
  squad2: { small: 1, whole: 1 },
  selqa: { small: 0, whole: 1 },
  multihop: { small: 0, whole: 1 },
};

/** Of a source's questions every n-th is taken. */
export const EVERY: Readonly<Record<Source, number>> = { chat: 1, squad2: 4, selqa: 1, multihop: 1 };

/** How many articles a small corpus has, by whose articles they are: those of squad2 are long. */
export const SMALL_CORPUS: Readonly<Record<PublicSet, number>> = { squad2: 1, selqa: 3, multihop: 3 };

/** The settings in which the questions of a source are asked. */
export function settingsOf(source: Source): readonly Setting[] {
  return SETTINGS.filter((setting) => MIXTURE[source][setting] > 0);
}

/** How much each example counts: those of a group share what the group counts, however many they are. */
export function exampleWeights(examples: readonly Group[]): Float64Array {
  const counts = new Map<string, number>();
  const nameOf = ({ source, setting }: Group): string => `${source}/${setting}`;
  for (const example of examples) counts.set(nameOf(example), (counts.get(nameOf(example)) ?? 0) + 1);
  return Float64Array.from(
    examples,
    (example) => MIXTURE[example.source][example.setting] / (counts.get(nameOf(example)) ?? 1),
  );
}

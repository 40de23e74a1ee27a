import type { Disagreement, Point, Side } from "../../domain/answer.ts";
import type { Words } from "../../domain/words.ts";
import { cleanText } from "../text/clean.ts";
import { cut } from "../text/cut.ts";
import { type Footnote, footnoteNumbers } from "./sources.ts";
import { withinSentence } from "../text/speaker.ts";

/** A disagreement in words, plain text. */
export interface ToldDisagreement {
  readonly heading: string;
  readonly sides: readonly {
    /** What this side says: "4 May 2021", "Denied by the company". */
    readonly label: string;
    /** Numbers of the footnotes that stand for it. */
    readonly footnotes: readonly number[];
  }[];
}

const STANCES = ["claimed", "denied", "confirmed", "reported"] as const;

const MAX_LABEL = 120;
const MAX_SPEAKERS = 2;

/** Says in what articles disagree, side by side. */
export function toldDisagreement(
  words: Words,
  { about, sides }: Disagreement,
  points: readonly Point[],
  footnotes: readonly Footnote[],
): ToldDisagreement {
  return {
    heading: words.say(`disagreement.${about}`),
    sides: sides.map((side) => {
      const own = side.points.flatMap((place) => points[place] ?? []);
      return {
        label: cut(cleanText(labelOf(words, about, side, own)).trim(), MAX_LABEL),
        footnotes: footnoteNumbers(footnotes, own),
      };
    }),
  };
}

function labelOf(words: Words, about: Disagreement["about"], { value }: Side, points: readonly Point[]): string {
  if (about === "date") return words.date(value, "long");
  const stance = about === "stance" ? STANCES.find((one) => one === value) : undefined;
  if (stance === undefined) return value;
  const speakers = [...new Set(points.flatMap((point) => speakerOf(point) ?? []))].slice(0, MAX_SPEAKERS);
  return speakers.length === 0
    ? words.say(`stance.${stance}`)
    : words.say(`stance.${stance}-by`, { speakers: words.list(speakers, "and") });
}

/** Who says so, as it stands within a sentence. */
function speakerOf({ stance, evidence }: Point): string | null {
  const speaker = stance?.speaker ?? null;
  if (speaker === null) return null;
  const { text } = evidence.sentence;
  return withinSentence(text.slice(speaker.start, speaker.end));
}

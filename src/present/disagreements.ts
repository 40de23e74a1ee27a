import type { Disagreement, Point, Side } from "../domain/answer.ts";
import { cleanText } from "./clean.ts";
import { cut } from "./cut.ts";
import { formatDate } from "./dates.ts";
import { type Footnote, footnoteNumbers } from "./sources.ts";
import { listed } from "./words.ts";

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

const HEADINGS: Readonly<Record<Disagreement["about"], string>> = {
  date: "The articles give different dates:",
  number: "The articles give different numbers:",
  name: "The articles give different names:",
  stance: "This is disputed:",
};

const STANCES: Readonly<Record<string, string>> = {
  claimed: "Claimed",
  denied: "Denied",
  confirmed: "Confirmed",
  reported: "Said",
};

const MAX_LABEL = 120;
const MAX_SPEAKERS = 2;

/** Says in what articles disagree, side by side. */
export function toldDisagreement(
  { about, sides }: Disagreement,
  points: readonly Point[],
  footnotes: readonly Footnote[],
): ToldDisagreement {
  return {
    heading: HEADINGS[about],
    sides: sides.map((side) => {
      const own = side.points.flatMap((place) => points[place] ?? []);
      return {
        label: cut(cleanText(labelOf(about, side, own)).trim(), MAX_LABEL),
        footnotes: footnoteNumbers(footnotes, own),
      };
    }),
  };
}

function labelOf(about: Disagreement["about"], { value }: Side, points: readonly Point[]): string {
  if (about === "date") return formatDate(value, "long");
  if (about !== "stance") return value;
  const speakers = [...new Set(points.flatMap((point) => speakerOf(point) ?? []))].slice(0, MAX_SPEAKERS);
  const how = STANCES[value] ?? value;
  return speakers.length === 0 ? how : `${how} by ${listed(speakers, "and")}`;
}

/** Who says so, as it stands within a sentence: "the company" also where it begins one. */
function speakerOf({ stance, evidence }: Point): string | null {
  const speaker = stance?.speaker ?? null;
  if (speaker === null) return null;
  const { text } = evidence.sentence;
  return text
    .slice(speaker.start, speaker.end)
    .replace(/^(?:The|An?|Some|Two|Its|His|Her|Their)\b/u, (word) => word.toLowerCase());
}

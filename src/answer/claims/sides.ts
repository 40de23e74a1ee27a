import type { DateMention } from "../../domain/sentence.ts";
import type { Analyzer } from "../../text/analyzer.ts";
import { sourceFrame } from "../source-frame.ts";
import { readStance } from "../stance.ts";
import { type Told, readTold } from "./told.ts";

/** A text taken apart into what it tells and who it says says so. */
export interface Sides {
  readonly told: Told;
  /** Index terms of whoever is said to say so; empty where nobody is. */
  readonly party: ReadonlySet<string>;
  /** When they are said to have said so. */
  readonly saidOn: readonly DateMention[];
}

/** "…, Rama said according to AFP" has two. */
const MAX_FRAMES = 3;
/** "Karsten Hoel, who leads the union, said …": a sentence within a sentence. */
const RELATIVE = /^(?<head>[^,]{2,80}), (?:who|which) (?<inner>[^,]{3,160}), (?<rest>\S.{3,})$/su;

/** Takes a text apart. `dates` are those of it that count. */
export function sidesOf(analyzer: Analyzer, text: string, dates: readonly DateMention[]): Sides {
  let rest = text;
  const parties: string[] = [];
  const within = (from: number, to: number) => (date: DateMention) => date.start < to && from < date.end;
  let told = dates;
  for (let frame = 0; frame < MAX_FRAMES; frame += 1) {
    const found = sourceFrame(rest);
    if (found === null) break;
    const { start, end, party } = found;
    rest = rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end);
    parties.push(party);
    told = told.filter((date) => !within(start, end)(date));
  }
  const speaker = readStance(text)?.speaker ?? null;
  if (speaker !== null && parties.length > 0) parties.push(text.slice(speaker.start, speaker.end));
  const terms = parties.flatMap((party) => analyzer.analyze(party)).filter(({ stop }) => !stop);
  return {
    told: readTold(analyzer, rest, told),
    party: new Set(terms.map(({ term }) => term)),
    saidOn: dates.filter((date) => !told.includes(date)),
  };
}

/**
 * The sentences that a sentence can be read as: itself, and where a clause about its subject is inserted, that clause and
 * what is left without it. What was cut away is blank, so that offsets stay.
 */
export function readingsOf(text: string): readonly string[] {
  const { head, inner, rest } = RELATIVE.exec(text)?.groups ?? {};
  if (head === undefined || inner === undefined || rest === undefined) return [text];
  const [from, to] = [text.indexOf(inner, head.length), text.length - rest.length];
  const blank = (start: number, end: number): string => " ".repeat(Math.max(0, end - start));
  return [
    text,
    head + blank(head.length, from) + text.slice(from, from + inner.length) + blank(from + inner.length, text.length),
    head + blank(head.length, to) + rest,
  ];
}

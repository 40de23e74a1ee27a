import type { DateValues, NoValues } from "./values.ts";

/** Said of what happened in order of time, and of its picture. */
export interface TimelineMessages {
  readonly "command.timeline.name": NoValues;
  readonly "command.timeline.description": NoValues;
  readonly "command.timeline.option.topic.name": NoValues;
  readonly "command.timeline.option.topic.description": NoValues;
  readonly "command.timeline.option.from.name": NoValues;
  readonly "command.timeline.option.from.description": NoValues;
  readonly "command.timeline.option.to.name": NoValues;
  readonly "command.timeline.option.to.description": NoValues;
  readonly "timeline.title": NoValues;
  readonly "timeline.title-about": { readonly topic: string };
  readonly "timeline.counted": { readonly dates: number; readonly articles: number };
  /** Days that other articles give for the same, with the numbers of their footnotes. */
  readonly "timeline.other-dates": { readonly dates: string };
  readonly "timeline.passed-over": { readonly count: number };
  readonly "timeline.from": DateValues;
  readonly "timeline.to": DateValues;
  /** What the bars of the picture count: 30 characters, since a phone shows no more. */
  readonly "timeline.unit-day": NoValues;
  readonly "timeline.unit-week": NoValues;
  readonly "timeline.unit-month": NoValues;
  readonly "timeline.unit-quarter": NoValues;
  readonly "timeline.unit-year": NoValues;
  readonly "timeline.unit-days": { readonly count: number };
  /** The picture in words. */
  readonly "timeline.alt": { readonly count: number; readonly period: string };
  readonly "timeline.alt-busiest": { readonly count: number; readonly period: string };
}

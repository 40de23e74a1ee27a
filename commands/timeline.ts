import type { PartialDate } from "../src/domain/article.ts";
import type { Command, CommandContext, Library, OptionSpecs } from "../src/domain/command.ts";
import type { TimelineRequest } from "../src/domain/digest.ts";
import type { Picture } from "../src/domain/picture.ts";
import type { Reply } from "../src/domain/reply.ts";
import { questionChoices } from "../src/present/text/choices.ts";
import { cut } from "../src/present/text/cut.ts";
import { typedDayChoices } from "../src/present/text/day-choices.ts";
import { unreadableDayReply } from "../src/present/answers/latest-reply.ts";
import { LIMITS } from "../src/present/text/limits.ts";
import { pageOf } from "../src/present/text/pager.ts";
import { stateText } from "../src/present/text/state-text.ts";
import { type ToldTimeline, timelineChart } from "../src/present/posts/timeline-chart.ts";
import { DATES_A_PAGE, timelineReply, timelineTitle } from "../src/present/posts/timeline-reply.ts";
import { readDay } from "../src/present/text/typed-day.ts";
import { passagesInContext } from "./opening/passages-in-context.ts";
import { tellReading } from "./opening/tell-reading.ts";

/** As many as one look at a picture takes in, and as a list to choose from holds. */
const MOST_DATES = 25;
/** The topic travels in the id of the button that makes a draft, with both days, in 100 characters. */
const TOPIC_LENGTH = 50;

const options = {
  topic: { type: "text", required: false, maxLength: TOPIC_LENGTH, autocomplete: true },
  from: { type: "text", required: false, maxLength: 40, autocomplete: true },
  to: { type: "text", required: false, maxLength: 40, autocomplete: true },
} as const satisfies OptionSpecs;

type Wanted = Pick<TimelineRequest, "topic" | "from" | "to">;

/** A button's state is the topic, the first day and the last, each empty for none. */
export default {
  name: "timeline",
  options,
  visibility: "private",

  run(context, args) {
    for (const typed of [args.from, args.to]) {
      if (typed !== undefined && typed.trim() !== "" && dayOf(context, typed) === null) {
        return Promise.resolve(unreadableDayReply(context.words, typed.trim()));
      }
    }
    return page(context, wantedOf(context, [args.topic, args.from, args.to]), 0);
  },

  complete({ library, words }, option, typed) {
    if (option !== "topic") {
      return Promise.resolve(typedDayChoices(words, typed, library.status().newest, today(library)));
    }
    const names = library.completeName(typed, LIMITS.autocomplete.choices);
    return Promise.resolve(questionChoices(typed, names, TOPIC_LENGTH));
  },

  actions: {
    /** Turns the page. State: page number, then what was wanted. */
    async page(context, [number = "0", ...state]) {
      const reply = await page(context, wantedOf(context, state), Number(number));
      return { place: context.byAsker ? "update" : "new", reply };
    },

    /** Shows a passage in its article. The value chosen is the passage's ref. */
    open(context) {
      return passagesInContext(context, context.values);
    },
  },
} as const satisfies Command<typeof options>;

async function page(context: CommandContext, wanted: Wanted, number: number): Promise<Reply> {
  const { library, words, signal, standing, who } = context;
  const found = await library.timeline({ ...wanted, dates: MOST_DATES }, signal, tellReading(context));
  const { newest, event } = library.status();
  const state = [wanted.topic ?? "", wanted.from ?? "", wanted.to ?? ""];
  const mayDraft = standing !== "member" && who.server !== null;
  return timelineReply(words, found, wanted.topic, {
    newest,
    timeZone: event.timeZone,
    pageNumber: pageOf(number, found.status === "told" ? found.events.length : 0, DATES_A_PAGE),
    pageRef: (other) => ({ command: "timeline", action: "page", state: [String(other), ...state] }),
    openRef: { command: "timeline", action: "open", state: [] },
    refOf: (sentence) => library.refOf(sentence),
    draftRef: mayDraft ? { command: "summary", action: "from-timeline", state } : null,
    picture: found.status === "told" ? await pictureOf(context, found, wanted.topic) : null,
  });
}

/** The words do without it where it cannot be drawn. */
async function pictureOf(
  { pictures, words, library, signal }: CommandContext,
  found: ToldTimeline,
  topic: string | null,
): Promise<Picture | null> {
  const title = topic === null ? library.status().event.name : timelineTitle(words, topic);
  const drawn = await pictures.timeline(timelineChart(words, title, found), signal);
  return drawn.ok ? drawn.value : null;
}

/** Reads what was typed or what a button says, which can be forged: what is no day is none. */
function wantedOf(context: CommandContext, [topic = "", from = "", to = ""]: readonly (string | undefined)[]): Wanted {
  const [first, last] = [dayOf(context, from), dayOf(context, to)];
  const isReversed = first !== null && last !== null && isAfter(first, last);
  return {
    topic: cut(stateText(topic), TOPIC_LENGTH) || null,
    from: isReversed ? last : first,
    to: isReversed ? first : last,
  };
}

/** Whether a date comes after another wherever the rougher of the two may lie. */
function isAfter(one: PartialDate, other: PartialDate): boolean {
  const length = Math.min(one.length, other.length);
  return one.slice(0, length) > other.slice(0, length);
}

function dayOf({ words, library }: Pick<CommandContext, "words" | "library">, typed: string): PartialDate | null {
  return readDay(words.language, typed, today(library));
}

/** The day it is where the event happens, `YYYY-MM-DD`. */
function today(library: Library): string {
  // Swedish dates are written as ISO 8601 has them.
  return new Date().toLocaleDateString("sv-SE", { timeZone: library.status().event.timeZone });
}

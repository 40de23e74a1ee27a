import type { Article } from "../../domain/article.ts";
import type { Candidate, Dated, MentionedDate, Telling } from "./collect-dates.ts";
import { cosine } from "./vectors.ts";

const DAY_MS = 86_400_000;
/** What a mention counts by what the date does in its sentence; one in passing shows that the day is remembered. */
const WORTH = { told: 1, said: 0.35, reported: 0.3, passing: 0.9, ahead: 0.15 } as const;
/** What each further sentence of an article counts, and how many do. */
const FURTHER = 0.2;
const MOST_FURTHER = 3;
/** What a date counts that no sentence tells of. */
const NOT_TOLD = 0.6;
/** Sentences at the head of an article; where they name no day, what they tell is mostly of the day of publication. */
const HEAD = 3;
const UNDATED_HEAD = 0.5;
/** An article that appeared so many days later looks back. */
const LATER = 3;
const ALONE_LATER = 0.2;
const WEIGHTS = { articles: 1, later: 0.7, weeks: 0.3, burst: 0.3 } as const;
/** What a date counts that is no single day. */
const PRECISION = { day: 1, range: 0.5, month: 0.45, year: 0.25 } as const;
/** Days before the first article after which a date counts half, and the least that it counts. */
const HALF_BEFORE = 60;
const LEAST_BEFORE = 0.25;
/** How much further reports of one house count: the power of how many there are. */
const SAME_HOUSE = 0.6;

/** How many articles appeared when. */
export interface Published {
  /** By day, `YYYY-MM-DD`. */
  readonly onDay: ReadonlyMap<string, number>;
  /** Those of them whose first sentences name no day. */
  readonly undatedOnDay: ReadonlyMap<string, number>;
  readonly first: string | null;
  readonly last: string | null;
  readonly articles: number;
}

/** @param candidates all sentences of the articles that are looked at */
export function publishedOf(articles: readonly Article[], candidates: readonly Candidate[]): Published {
  const named = new Map<Article, boolean>();
  for (const { sentence, mentions } of candidates) {
    if (sentence.position >= HEAD) continue;
    const { article } = sentence;
    named.set(article, (named.get(article) ?? false) || mentions.some(({ precision }) => precision === "day"));
  }
  const onDay = new Map<string, number>();
  const undatedOnDay = new Map<string, number>();
  for (const article of articles) {
    const { published } = article;
    if (published?.length !== 10) continue;
    onDay.set(published, (onDay.get(published) ?? 0) + 1);
    if (named.get(article) === false) undatedOnDay.set(published, (undatedOnDay.get(published) ?? 0) + 1);
  }
  const days = [...onDay.keys()].toSorted();
  return { onDay, undatedOnDay, first: days[0] ?? null, last: days.at(-1) ?? null, articles: articles.length };
}

/**
 * How much a date matters, above 0: by how many articles mention it, how many of them later and in how many different
 * weeks (what is still told later mattered: Kessler et al. 2012, Tran et al. 2015), how much appeared on the day and the
 * next, and how far the sentences are about what all of it is about. Articles of one house count less each.
 *
 * The features are those of Gholipour Ghalandari and Ifrim (2020) and of the papers they name; the weights are ours, chosen
 * by hand.
 */
export function importanceOf(date: MentionedDate, { centre }: Dated, published: Published): number {
  const houses = new Map<string, number>();
  const byArticle = new Map<Article, Telling[]>();
  for (const telling of date.tellings) {
    const { article } = telling.candidate.sentence;
    const others = byArticle.get(article);
    if (others === undefined) byArticle.set(article, [telling]);
    else others.push(telling);
  }
  let later = 0;
  const weeks = new Set<number>();
  for (const [article, tellings] of byArticle) {
    const worth = worthOf(tellings, centre);
    const house = article.agency ?? article.publisher;
    houses.set(house, (houses.get(house) ?? 0) + worth);
    const delay = daysBetween(date.to, article.published);
    if (delay === null) continue;
    if (delay >= LATER) later += worth;
    weeks.add(Math.floor(delay / 7));
  }
  const undated = date.precision === "day" ? (published.undatedOnDay.get(date.from) ?? 0) : 0;
  const articles = [...houses.values()].reduce(
    (sum, worth) => sum + (worth > 1 ? worth ** SAME_HOUSE : worth),
    UNDATED_HEAD * undated,
  );
  const score =
    WEIGHTS.articles * Math.log1p(articles) +
    // One article that looks back shows no more than that it does.
    WEIGHTS.later * Math.log1p(byArticle.size > 1 ? later : later * ALONE_LATER) +
    WEIGHTS.weeks * Math.log1p(Math.max(0, weeks.size - 1)) +
    WEIGHTS.burst * burstOn(date, published) * Math.min(1, articles);
  const told = date.tellings.some(({ mention }) => mention?.role === "told" || mention?.role === "said") ? 1 : NOT_TOLD;
  return score * told * PRECISION[date.precision] * nearness(date.to, published.first);
}

function worthOf(tellings: readonly Telling[], centre: Dated["centre"]): number {
  const worths = tellings
    .map(({ mention, candidate, vector }) => {
      const about = candidate.relevance * (0.5 + Math.min(1, 2 * cosine(vector, centre)));
      return (mention === null ? 0 : WORTH[mention.role]) * about;
    })
    .toSorted((a, b) => b - a);
  const [best = 0, ...others] = worths;
  return best + FURTHER * others.slice(0, MOST_FURTHER).reduce((sum, worth) => sum + worth, 0);
}

/** How much more appeared on a day and the next than on others: a logarithm, 0 for none. */
function burstOn({ from, precision }: MentionedDate, { onDay, articles }: Published): number {
  if (precision !== "day" || onDay.size === 0) return 0;
  const next = new Date(Date.parse(from) + DAY_MS).toISOString().slice(0, 10);
  const usual = articles / onDay.size;
  return Math.log1p(((onDay.get(from) ?? 0) + (onDay.get(next) ?? 0)) / (2 * usual));
}

function nearness(to: string, first: string | null): number {
  const days = first === null ? null : daysBetween(to, first);
  return days === null || days <= 0 ? 1 : Math.max(LEAST_BEFORE, 2 ** (-days / HALF_BEFORE));
}

/** Null where a day is not told. */
function daysBetween(day: string, later: string | null): number | null {
  return later?.length === 10 ? Math.round((Date.parse(later) - Date.parse(day)) / DAY_MS) : null;
}

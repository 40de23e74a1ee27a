import type { Corpus } from "../../domain/corpus.ts";
import type { ArticleCount } from "../../domain/keeping.ts";
import type { Coverage } from "../../domain/picture.ts";
import { corpusStats } from "../../corpus/keep/corpus-stats.ts";

/** As many as one look takes in. */
const MOST_PUBLISHERS = 12;
const MOST_TOPICS = 12;
const MONTH_LENGTH = "2022-09".length;

/** What a corpus covers. Pure. @param mentions see `mentionsOf` */
export function coverageOf(corpus: Pick<Corpus, "articles">, mentions: readonly ArticleCount[]): Coverage {
  const { articles, publishers, months, undated } = corpusStats(corpus, 0);
  const others = publishers.slice(MOST_PUBLISHERS);
  const isMonth = ({ name }: ArticleCount): boolean => name.length === MONTH_LENGTH;
  return {
    articles,
    months: months.filter(isMonth),
    // Of some only the year is known.
    undated: undated + sum(months.filter((stretch) => !isMonth(stretch))),
    publishers: publishers.slice(0, MOST_PUBLISHERS),
    others: { publishers: others.length, articles: sum(others) },
    topics: mentions.slice(0, MOST_TOPICS),
  };
}

function sum(counts: readonly ArticleCount[]): number {
  return counts.reduce((total, { articles }) => total + articles, 0);
}

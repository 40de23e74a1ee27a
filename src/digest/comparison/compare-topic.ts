import type { Comparison } from "../../domain/digest.ts";
import type { RetellingSource } from "../retelling.ts";

/** First version: what each publisher says best. */
export async function compareTopic(
  { answerer }: RetellingSource,
  topic: string,
  signal: AbortSignal,
): Promise<Comparison> {
  signal.throwIfAborted();
  const { hits } = answerer.search({ text: topic, context: [] }, { offset: 0, limit: 20, quotes: "preferred" });
  const publishers = [...new Set(hits.map(({ sentence }) => sentence.article.publisher))];
  if (hits.length === 0) return { status: "not-in-articles", closest: [], unknownWords: [] };
  const of = (publisher: string) => hits.filter(({ sentence }) => sentence.article.publisher === publisher);
  return {
    status: "compared",
    topic,
    publishers: publishers.map((name) => ({
      name,
      articles: [...new Set(of(name).map((hit) => hit.sentence.article))],
    })),
    shared: [],
    single: publishers.map((publisher) => ({
      publisher,
      points: of(publisher)
        .slice(0, 3)
        .map((evidence) => ({ evidence, also: [], stance: null })),
    })),
    contradictions: [],
    corrections: [],
  };
}

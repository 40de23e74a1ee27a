import { z } from "zod";
import type { Answer, Evidence, Question } from "../../domain/answer.ts";
import type { ConfidentSearchPage } from "../../answer/answerer.ts";
import type { Result } from "../../domain/result.ts";

/** A line of a batch: what is asked, under which id. */
export interface BatchQuestion {
  readonly id: string | number;
  readonly question: Question;
  /** Ids of the articles to look in, or undefined for all. */
  readonly within: ReadonlySet<string> | undefined;
}

const LINE = z.object({
  id: z.union([z.string(), z.number()]),
  question: z.string(),
  context: z.array(z.string()).optional(),
  within: z.string().optional(),
});

/** Reads one line of a batch. The error is a phrase that says what is wrong with the line. */
export function parseBatchLine(line: string): Result<BatchQuestion, string> {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return { ok: false, error: "not JSON" };
  }
  const parsed = LINE.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return {
      ok: false,
      error: `${issue?.path.join(".") ?? ""}: ${issue?.message ?? "not a question"}`.replace(/^: /u, ""),
    };
  }
  const { id, question, context, within } = parsed.data;
  const ids = within
    ?.split(",")
    .map((article) => article.trim())
    .filter((article) => article !== "");
  return {
    ok: true,
    value: {
      id,
      question: { text: question, context: context ?? [] },
      within: ids === undefined || ids.length === 0 ? undefined : new Set(ids),
    },
  };
}

/** A sentence as the command line's JSON gives it. `start` and `end` are UTF-16 offsets into the article's body. */
export interface SentenceRecord {
  readonly text: string;
  readonly article: string;
  readonly title: string;
  readonly publisher: string;
  readonly url: string | null;
  readonly published: string | null;
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

export interface AnswerRecord {
  readonly id: string | number | null;
  readonly question: string;
  readonly status: Answer["status"];
  readonly confidence: number;
  /** What the reply would show, in order: the answer, or under `not-in-articles` the closest passages. */
  readonly sentences: readonly SentenceRecord[];
}

export function answerRecord(id: string | number | null, answer: Answer): AnswerRecord {
  const question = answer.question.text;
  switch (answer.status) {
    case "answered": {
      const { status, confidence, evidence } = answer;
      return { id, question, status, confidence, sentences: evidence.map((one) => sentenceRecord(one)) };
    }
    case "not-in-articles": {
      const { status, confidence, closest } = answer;
      return { id, question, status, confidence, sentences: closest.map((one) => sentenceRecord(one)) };
    }
    case "unusable-question": {
      return { id, question, status: answer.status, confidence: 0, sentences: [] };
    }
  }
}

export interface SearchRecord {
  readonly id: string | number | null;
  readonly confidence: number;
  readonly results: readonly SentenceRecord[];
}

export function searchRecord(id: string | number | null, page: ConfidentSearchPage): SearchRecord {
  return { id, confidence: page.confidence, results: page.hits.map((hit) => sentenceRecord(hit)) };
}

function sentenceRecord({ sentence, score }: Evidence): SentenceRecord {
  const { article, text, start, end } = sentence;
  const { id, title, publisher, url, published } = article;
  return { text, article: id, title, publisher, url, published, start, end, score };
}

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

/** A prepared corpus's files within its folder. */
export const DATA_FILES = {
  articles: "articles.jsonl",
  /** Sentences as written, one a line. */
  text: "sentences.txt",
  /** Their words, folded, without stop words, one sentence a line. */
  words: "words.txt",
  facts: "facts.json",
} as const;

const QUESTION = z.object({ text: z.string(), words: z.array(z.string()) });

/** All about a prepared corpus but its sentences. */
export const FACTS = z.object({
  sentences: z.number(),
  articles: z.number(),
  tokens: z.number(),
  distinctWords: z.number(),
  questions: z.object({ plain: z.array(QUESTION), slips: z.array(QUESTION) }),
  /** Articles that are not in the corpus, to be added. */
  added: z.array(
    z.object({
      line: z.string(),
      sentences: z.array(z.object({ id: z.number(), words: z.string(), text: z.string() })),
    }),
  ),
});

export type Facts = z.infer<typeof FACTS>;

export async function readFacts(folder: string): Promise<Facts> {
  return FACTS.parse(JSON.parse(await readFile(join(folder, DATA_FILES.facts), "utf8")));
}

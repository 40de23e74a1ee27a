import { InputError } from "../run/read-questions.ts";

/** `npm run eval -- summaries FILE`. */
export async function measureSummaries(_argv: readonly string[]): Promise<number> {
  return Promise.reject(new InputError("Summaries cannot be measured yet."));
}

import { InputError } from "../run/read-questions.ts";

/** `npm run eval -- timelines FILE`. */
export async function measureTimelines(_argv: readonly string[]): Promise<number> {
  return Promise.reject(new InputError("Timelines cannot be measured yet."));
}

import type { Answer } from "../domain/answer.ts";
import { listed } from "./words.ts";

type Asked = Exclude<Answer, { status: "unusable-question" }>;

/**
 * Says that a question was asked in another language than the articles are written in; empty where it was not.
 *
 * @param languages BCP 47 tags of the articles' languages
 */
export function languageLine({ explanation: { language } }: Asked, languages: readonly string[]): string {
  const base = (tag: string): string => tag.split("-")[0]?.toLowerCase() ?? tag;
  if (languages.length === 0 || languages.some((one) => base(one) === base(language))) return "";
  const names = new Intl.DisplayNames("en", { type: "language" });
  const nameOf = (tag: string): string => {
    try {
      return names.of(tag) ?? tag;
    } catch {
      // A tag is whatever stands in the event's file.
      return tag;
    }
  };
  const written = listed(
    languages.map((tag) => nameOf(tag)),
    "and",
  );
  return `The articles are in ${written}. Of a question in ${nameOf(language)} I can only look up names, numbers and dates.`;
}

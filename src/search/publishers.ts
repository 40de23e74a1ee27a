import type { Article } from "../domain/article.ts";
import { tokenize } from "../text/tokens.ts";

/**
 * The names under which an article was published, by its publisher or its agency, that hold what someone typed: every word
 * of it begins a word of the name. "voa" and "VOA News" hold for "VOA News", "oa" does not.
 */
export function publisherMatcher(typed: string): (article: Article) => readonly string[] {
  const wanted = tokenize(typed).map(({ folded }) => folded);
  // Publishers are few and articles many.
  const known = new Map<string, boolean>();
  const holds = (name: string): boolean => {
    let held = known.get(name);
    if (held === undefined) {
      const words = tokenize(name).map(({ folded }) => folded);
      held = wanted.length > 0 && wanted.every((word) => words.some((own) => own.startsWith(word)));
      known.set(name, held);
    }
    return held;
  };
  return ({ publisher, agency }) => [publisher, ...(agency === null ? [] : [agency])].filter((name) => holds(name));
}

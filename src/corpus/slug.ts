const longest = 59;

/** A name as an article's id: lower-case letters, digits and hyphens, cut between words; `article` where none are left. */
export function slugOf(name: string): string {
  const words = name
    .slice(0, 500)
    .normalize("NFKD")
    .replaceAll(/[\p{M}'’]/gu, "")
    .toLowerCase()
    .split(/[^a-z0-9]+/u)
    .filter((word) => word !== "");
  let slug = (words[0] ?? "article").slice(0, longest);
  for (const word of words.slice(1)) {
    if (slug.length + 1 + word.length > longest) break;
    slug += `-${word}`;
  }
  return slug;
}

/** The id to try after `attempt` others were taken: `ink`, `ink-2`, `ink-3`. */
export function numberedId(id: string, attempt: number): string {
  if (attempt === 0) return id;
  const suffix = `-${attempt + 1}`;
  return id.slice(0, longest - suffix.length) + suffix;
}

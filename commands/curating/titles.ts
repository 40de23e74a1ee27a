import type { CommandContext } from "../../src/domain/command.ts";

/**
 * Looks up titles of articles of the event asked about here, as it is served now; where they are there no more, as it was
 * when the person asked.
 */
export function titlesIn({ library, libraries }: Pick<CommandContext, "library" | "libraries">) {
  return (id: string): string | null => {
    const now = libraries.find(library.status().event.id);
    return (now?.article(id) ?? library.article(id))?.title ?? null;
  };
}

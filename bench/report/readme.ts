const END = "<!-- tables: end -->";

/**
 * A README with everything between its two markers replaced.
 *
 * @param writtenBy the command that writes the tables, as the first marker names it
 * @throws where a marker is missing
 */
export function withTables(readme: string, tables: string, writtenBy: string): string {
  const marker = `<!-- tables: begin, written by ${writtenBy} -->`;
  const begin = readme.indexOf(marker);
  const end = readme.indexOf(END, begin);
  if (begin === -1 || end === -1) throw new Error(`The README lacks the marker "${begin === -1 ? marker : END}".`);
  return `${readme.slice(0, begin + marker.length)}\n\n${tables.trim()}\n\n${readme.slice(end)}`;
}

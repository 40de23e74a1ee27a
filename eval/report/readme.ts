const BEGIN = "<!-- tables: begin, written by npm run eval -- --write -->";
const END = "<!-- tables: end -->";

/** A README with everything between its two markers replaced. Throws where a marker is missing. */
export function withTables(readme: string, tables: string): string {
  const begin = readme.indexOf(BEGIN);
  const end = readme.indexOf(END, begin);
  if (begin === -1 || end === -1) throw new Error(`The README lacks the marker "${begin === -1 ? BEGIN : END}".`);
  return `${readme.slice(0, begin + BEGIN.length)}\n\n${tables.trim()}\n\n${readme.slice(end)}`;
}

/** Commands whose words may hold `-word`, which elsewhere is an option. */
const ASKING: ReadonlySet<string> = new Set(["ask", "search"]);
/** Our options have one letter or two hyphens. */
const EXCLUSION = /^-[\p{L}"“„«].+$/su;

/**
 * Sets what is excluded from a search, `-word`, behind `--`, so that it is not taken for an option. Its place among the
 * other words does not matter.
 *
 * @param args the words after the program's name
 */
export function exclusionsLast(args: readonly string[]): readonly string[] {
  if (!ASKING.has(args[0] ?? "")) return args;
  const end = args.indexOf("--");
  const before = end === -1 ? args : args.slice(0, end);
  const after = end === -1 ? [] : args.slice(end + 1);
  const excluded = before.filter((word) => EXCLUSION.test(word));
  if (excluded.length === 0) return args;
  return [...before.filter((word) => !EXCLUSION.test(word)), "--", ...after, ...excluded];
}

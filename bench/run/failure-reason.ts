const MOST_CHARACTERS = 80;

/**
 * Why an engine failed, in a few words for a table's cell.
 *
 * @param message the error's message, or the end of what a dead process wrote to standard error
 * @param ending how a dead process ended: a signal or an exit code
 */
export function failureReason(message: string, ending?: string): string {
  if (/heap out of memory|Allocation failed|bad_alloc|Array buffer allocation/u.test(message)) return "out of memory";
  if (ending === "SIGKILL") return "killed, most likely for its memory";
  if (ending !== undefined) return `its process ended: ${ending}`;
  const line = message.split("\n", 1)[0]?.trim() ?? "";
  return line.length > MOST_CHARACTERS ? `${line.slice(0, MOST_CHARACTERS - 1)}…` : line;
}

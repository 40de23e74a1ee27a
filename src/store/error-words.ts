/** The code of a library's or the system's error, such as `SQLITE_FULL`, `28P01` or `ECONNREFUSED`; empty for none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

/** What an error says, with its code. Where several addresses were tried, the first tells as much as all. */
export function wordsOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return wordsOf(error.errors[0]);
  const message = error instanceof Error ? error.message : "unknown";
  const code = codeOf(error);
  return code === "" || message.includes(code) ? message : `${code}, ${message}`;
}

/** An ISO 8601 instant as Discord's timestamp, which clients show in their own time zone; what is none stays as it is. */
export function momentMarkdown(at: string, style: "f" | "R" = "f"): string {
  const milliseconds = Date.parse(at);
  return Number.isNaN(milliseconds) ? "" : `<t:${String(Math.floor(milliseconds / 1_000))}:${style}>`;
}

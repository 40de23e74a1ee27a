/** Values in quotation marks, the first twenty, for a line of a terminal. */
export function list(values: readonly string[]): string {
  const shown = values.slice(0, 20).map(quote).join(", ");
  return values.length > 20 ? `${shown} and ${values.length - 20} more` : shown;
}

/** Text from elsewhere in quotation marks, cut short. */
export function quote(text: string): string {
  return `“${plain(text)}”`;
}

/** Text safe for one line of a terminal: nothing that moves the cursor, turns the direction or cannot be seen. */
export function plain(text: string, limit = 160): string {
  const visible = text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]+/gu, "�");
  return visible.length > limit ? `${visible.slice(0, limit - 1)}…` : visible;
}

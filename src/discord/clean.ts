/** Replaces what Discord refuses or what would break the JSON: lone surrogates and control characters. */
export function clean(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, "\u{FFFD}").replaceAll(/[^\P{Cc}\n\t]/gu, "");
}

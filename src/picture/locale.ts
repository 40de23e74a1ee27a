const BRITISH = "en-GB";

/** The locale for a language's dates and figures: English is British here, and so is what is no language. */
export function localeOf(language: string): string {
  try {
    return language === "en" ? BRITISH : (Intl.getCanonicalLocales(language)[0] ?? BRITISH);
  } catch {
    return BRITISH;
  }
}

/** A date with the months of English all three letters long, as everywhere else in the house. */
export function evenMonths(date: string, locale: string): string {
  return locale === BRITISH ? date.replaceAll(/\bSept\b/gu, "Sep") : date;
}

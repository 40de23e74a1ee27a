type Translations = Readonly<Record<string, string | null>> | null | undefined;

/** Where Discord looks before it shows the default; https://docs.discord.com/developers/interactions/application-commands */
const fallbacks: Readonly<Record<string, string>> = { "en-US": "en-GB", "en-GB": "en-US", "es-419": "es-ES" };

/** What a client of that locale shows: the translation where there is one. */
export function localised(text: string, translations: Translations, locale: string): string {
  return translations?.[locale] ?? translations?.[fallbacks[locale] ?? ""] ?? text;
}

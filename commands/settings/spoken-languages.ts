/** Tags of the languages that can be set, as the catalogues are called. */
export const SPOKEN_LANGUAGES = ["en", "de", "fr", "es", "it", "sq"] as const;

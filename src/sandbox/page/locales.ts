/** Client languages to try the bot in: those of Discord's locales it may be asked in. Discord has no Albanian. */
export const locales = [
  { code: "en-US", name: "English (US)" },
  { code: "en-GB", name: "English (UK)" },
  { code: "de", name: "Deutsch" },
  { code: "fr", name: "Français" },
  { code: "es-ES", name: "Español" },
  { code: "it", name: "Italiano" },
  { code: "el", name: "Ελληνικά" },
  { code: "tr", name: "Türkçe" },
] as const;

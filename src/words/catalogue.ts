import { IntlMessageFormat } from "intl-messageformat";
import { z } from "zod";
import type { Result } from "../domain/result.ts";

/** The messages of one language, ready to be filled in. */
export interface Catalogue {
  /** BCP 47 tag. */
  readonly language: string;
  readonly messages: ReadonlyMap<string, IntlMessageFormat>;
}

const catalogueSchema = z.record(z.string(), z.string());

/**
 * Reads a catalogue: a flat JSON object from identifier to ICU message.
 *
 * @see https://unicode-org.github.io/icu/userguide/format_parse/messages/
 * @returns or what is wrong with it, as part of a sentence.
 */
export function readCatalogue(language: string, json: string): Result<Catalogue, string> {
  const parsed = parseJson(json);
  if (parsed === null) return { ok: false, error: "it is no flat JSON object of texts" };
  const messages = new Map<string, IntlMessageFormat>();
  for (const [id, text] of Object.entries(parsed)) {
    try {
      // Angle brackets are Discord's and the reader's, not ours.
      messages.set(id, new IntlMessageFormat(text, intlLocale(language), undefined, { ignoreTag: true }));
    } catch {
      return { ok: false, error: `${id} is no ICU message` };
    }
  }
  return { ok: true, value: { language, messages } };
}

/** The locale for a language's dates and numbers: English is British here. */
export function intlLocale(language: string): string {
  return language === "en" ? "en-GB" : language;
}

function parseJson(json: string): Readonly<Record<string, string>> | null {
  try {
    return catalogueSchema.parse(JSON.parse(json));
  } catch {
    return null;
  }
}

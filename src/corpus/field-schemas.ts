import { z } from "zod";
import { findHiddenCharacters } from "./characters.ts";
import { corpusLimits } from "./limits.ts";
import { isPartialDate } from "./partial-date.ts";

/*
 * The schemas of what stands in front matter and in event.yaml. A custom check's message is the identifier of the
 * problem it finds; `schema-problems.ts` reads it.
 */
/** One line of text. */
export const line = (limit: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(limit)
    .refine((text) => findHiddenCharacters(text, []).every(({ severity }) => severity === "warning"), {
      error: "control-character",
    });

const url = line(2000).refine(isWebAddress, { error: "url-invalid" });
const date = z.preprocess(
  // YAML reads 2022 as a number.
  (value) => (typeof value === "number" ? String(value) : value),
  z.string().trim().min(1).refine(isPartialDate, { error: "date-invalid" }).nullable(),
);
const language = line(35).refine(isLanguage, { error: "language-invalid" });
const kind = z.enum(["brief", "original"]);

/** Front matter of an article. */
export const articleFields = z.object({
  title: line(300),
  publisher: line(100),
  agency: line(100).nullish(),
  authors: z.array(line(100)).max(50).nullish(),
  url: url.nullable(),
  published: date,
  language,
  kind,
  note: line(300).nullish(),
  reprintOf: line(corpusLimits.jsonIdLength).nullish(),
});

/** What `articleFields` makes of front matter. */
export type ArticleFields = z.infer<typeof articleFields>;

const aliases = z.array(line(100)).min(1).max(50);

/** Sources of one event. */
const mostSources = 100;
/** Pages of one source that are looked at each time. */
const mostPages = 500;

/** What `sources` of `event.yaml` holds: where articles come from. */
export const eventSources = z
  .array(
    z.object({
      url,
      type: z.enum(["feed", "page"]).nullish(),
      publisher: line(100).nullish(),
      language: language.nullish(),
      kind: kind.nullish(),
      include: z.preprocess(
        (value) => (typeof value === "string" ? [value] : value),
        z.array(line(100)).min(1).max(50).nullish(),
      ),
      limit: z
        .number()
        .refine((number) => Number.isInteger(number) && number >= 1 && number <= mostPages, {
          error: `a whole number from 1 to ${mostPages}`,
        })
        .nullish(),
    }),
  )
  .max(mostSources);

/** `event.yaml`. */
export const eventFields = z.object({
  name: line(100),
  description: line(500),
  languages: z.array(language).min(1).max(20),
  timeZone: line(60).refine(isTimeZone, { error: "time-zone-invalid" }),
  glossary: z
    .array(z.object({ term: line(100), aliases }))
    .max(1000)
    .nullish(),
  names: z
    .array(z.object({ name: line(100), variants: aliases }))
    .max(1000)
    .nullish(),
  examples: z.array(line(100)).max(25).nullish(),
  sources: eventSources.nullish(),
  /** Whether an article that spoils a gold question is told of, or is not served. */
  gold: z.enum(["report", "require"]).nullish(),
});

/** What `eventFields` makes of `event.yaml`. */
export type EventFields = z.infer<typeof eventFields>;

function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/[^\s<>"\\]+$/iu.test(text) || !URL.canParse(text)) return false;
  const { username, password } = new URL(text);
  return username === "" && password === "";
}

function isLanguage(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

function isTimeZone(text: string): boolean {
  // Newer versions of Node also take offsets (+02:00), older ones do not.
  if (!/^[A-Za-z]/u.test(text)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: text }).format(0) !== "";
  } catch {
    return false;
  }
}

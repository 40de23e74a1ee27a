/** For a message that is always the same. */
export type NoValues = Readonly<Record<string, never>>;

/** A date in words, and how precise it is: many languages put other small words before a day than before a year. */
export type DateValues = { readonly date: string; readonly precision: DatePrecision };

/** How much of a {@link PartialDate} is given. */
export type DatePrecision = "day" | "month" | "year";

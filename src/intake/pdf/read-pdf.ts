import { isInFuture, isPartialDate } from "../../corpus/partial-date.ts";
import type { LeftOut } from "../../domain/import-report.ts";
import type { GivenFields, SourceBytes, SourceReading } from "../../domain/intake.ts";
import { plainWords } from "../feed/plain-words.ts";
import { intakeLimits } from "../limits.ts";
import { doubt, refused } from "../report.ts";
import { draftText } from "../text/draft-text.ts";
import { namesIn } from "../text/names-in.ts";
import { takeSavedFields } from "../text/saved-fields.ts";
import { dropRepeated } from "./drop-repeated.ts";
import { extractPdf } from "./extract-pdf.ts";
import { paragraphsOf } from "./paragraphs.ts";
import { printedTitle } from "./printed-title.ts";
import type { PdfContent } from "./protocol.ts";

/**
 * Reads the text of a PDF as an article. The lines of what was left out are its pages.
 * @throws only the signal's reason, once it fires
 */
export async function readPdf(
  source: SourceBytes,
  options: { readonly given: GivenFields; readonly today: string; readonly signal: AbortSignal },
): Promise<SourceReading> {
  const { given, today, signal } = options;
  const extracted = await extractPdf(source.bytes, signal);
  if (!extracted.ok) return refused(source.name, extracted.error);
  const content = extracted.value;
  const { pages } = content;
  const blank = pages.filter((lines) => lines.length === 0).length;
  if (blank === pages.length) return refused(source.name, { id: "pdf-no-text", pages: pages.length });
  const trimmed = dropRepeated(pages);
  const paragraphs = paragraphsOf(trimmed.pages);
  const text = paragraphs.map(({ text }) => text).join("\n\n");
  // Letters of a font that does not say which they are.
  const shown = text.replaceAll(/(?!\n)\p{Cc}/gu, "\uFFFD");
  const unread = shown.split("\uFFFD").length - 1;
  const saved = takeSavedFields(shown, today);
  const reading = draftText(saved.text, source, {
    given,
    today,
    found: {
      ...saved.found,
      title: saved.found.title ?? titleOf(content) ?? printedTitle(paragraphs),
      authors: saved.found.authors.length > 0 ? saved.found.authors : authorsOf(content),
    },
    lastResortDate: createdOf(content, today),
  });
  // Paragraphs stand on every other line of the text they were joined to.
  const onPage = (left: LeftOut): LeftOut => ({
    ...left,
    line: paragraphs[Math.floor((left.line - 1) / 2)]?.page ?? 1,
  });
  const dropped = trimmed.dropped.map(({ text, page }): LeftOut => ({ line: page, text, reason: "repeated" }));
  const drafts = reading.drafts.map(({ article, leftOut }) => ({
    article,
    leftOut: [...dropped, ...[...saved.leftOut, ...leftOut].map(onPage)],
  }));
  const detail = { id: "pdf-pages-without-text", count: blank, pages: pages.length } as const;
  const doubts = [
    ...(blank === 0 ? [] : [doubt(source.name, null, detail)]),
    ...(unread === 0 ? [] : [doubt(source.name, null, { id: "encoding-damaged", encoding: "text", count: unread })]),
  ];
  return { drafts, entries: [], problems: [...doubts, ...reading.problems] };
}

/** Programs put the file's name where the title should be, or their own. */
function titleOf({ title }: PdfContent): string | null {
  const words = plainWords(title, intakeLimits.titleLength);
  const isNone =
    words === null ||
    words.split(" ").length < 2 ||
    /\.(?:docx?|pdf|indd|qxd|pptx?|xlsx?|rtf|txt|html?)$|^(?:microsoft|untitled|document|slide|layout|print)\b/iu.test(
      words,
    );
  return isNone ? null : words;
}

function authorsOf({ author }: PdfContent): readonly string[] {
  return namesIn(author ?? "").filter(
    (name) => !/\b(?:user|admin|administrator|microsoft|office|owner)\b/iu.test(name),
  );
}

/** The day in the time zone of whoever made the file. */
function createdOf({ created }: PdfContent, today: string): string | null {
  const [, year, month, day] = /^(?:D:)?(\d{4})(\d{2})(\d{2})/u.exec(created ?? "") ?? [];
  const date = [year, month, day].join("-");
  return isPartialDate(date) && !isInFuture(date, today) ? date : null;
}

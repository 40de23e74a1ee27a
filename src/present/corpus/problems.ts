import type { Problem, ProblemDetail } from "../../domain/problem.ts";
import { describeFetchFailure } from "./fetch-failures.ts";
import { list, plain, quote } from "../text/plain-line.ts";
import { wordsForDoubt } from "./soundness-text.ts";

/**
 * A problem of the corpus in one line for a terminal: where it is, what was expected, what came, what to do. Whatever
 * was taken from the file is cut short and shown without control characters.
 */
export function describeProblem({ file, line, field, detail }: Problem): string {
  const place = line === null ? plain(file, 300) : `${plain(file, 300)}:${line}`;
  return [place, ...(field === null ? [] : [plain(field, 120)]), describeDetail(detail)].join(": ");
}

/** A problem without its place, where that is told already. */
export function describeDetail(detail: ProblemDetail): string {
  switch (detail.id) {
    case "folder-missing":
      return "there is no such file or folder. Check the path, or create it with “corpus import”.";
    case "folder-unreadable":
      return `the folder cannot be read (${plain(detail.reason)}). Check that it is a folder and who may read it.`;
    case "no-corpus":
      return "expected an event folder or a JSON Lines file (.jsonl). Name the folder that holds event.yaml and articles/.";
    case "no-articles":
      return "no article here can be used. Add one below articles/, or mend the problems told above.";
    case "several-events":
      return `expected one event, found ${list(detail.events)}. Name one of these folders.`;
    case "file-unreadable":
      return detail.reason === "ENOENT"
        ? "there is no such file. Create it; corpus/README.md shows what belongs in it."
        : `the file cannot be read (${plain(detail.reason)}). Check who may read it.`;
    case "file-not-regular":
      return "expected a plain file, found a link, a folder, a pipe or a device. Put a copy of the file itself here.";
    case "file-too-large":
      return `expected at most ${size(detail.limit)}, found ${size(detail.bytes)}. Split it, or leave out what is no text.`;
    case "file-not-utf8":
      return `expected UTF-8 text, found another byte at offset ${detail.offset}. Save the file as UTF-8.`;
    case "file-name-invalid":
      return "expected a name of lower-case letters, digits and hyphens, ending in .md. Rename the file.";
    case "id-invalid":
      return `expected a name such as ap-20220907, found ${quote(detail.received)}. Write an id that is no path.`;
    case "front-matter-missing":
      return "expected front matter: a line “---”, the fields, another line “---”. Add it at the very top.";
    case "front-matter-unclosed":
      return "expected a second line “---” after the fields, found none. Add it above the text.";
    case "front-matter-language":
      return `expected YAML after a plain “---”, found ${quote(detail.language)}. Write the fields as YAML.`;
    case "yaml-invalid":
      return `expected YAML, found something else: ${plain(detail.reason)}. Put quotes around text with : or # in it.`;
    case "json-invalid":
      return `expected one JSON object on the line: ${plain(detail.reason)}. Write each article on a line of its own.`;
    case "field-missing":
      return "this field is required and is not there. Add it; where the value is unknown, url and published may be null.";
    case "field-duplicate":
      return "this field is there twice. Keep one of the two.";
    case "field-unknown":
      return detail.known.length === 1
        ? `no such field; did you mean ${list(detail.known)}? It is ignored.`
        : `no such field; there are ${list(detail.known)}. It is ignored.`;
    case "field-type":
      return `expected ${plain(detail.expected)}, found ${plain(detail.received)}. ${remedies[detail.remedy ?? "other"]}`;
    case "field-empty":
      return "expected a value, found nothing. Fill it in.";
    case "field-too-long":
      return `expected at most ${detail.limit}, found ${detail.length}. Shorten it.`;
    case "field-not-one-of":
      return `expected ${detail.allowed.map(quote).join(" or ")}, found ${quote(detail.received)}. Write one of these.`;
    case "date-invalid":
      return `expected a date like 2022-09-10, found ${quote(detail.received)}. Write year, year-month or year-month-day, or null.`;
    case "date-in-future":
      return `${quote(detail.received)} has not come yet. Check the date.`;
    case "url-invalid":
      return `expected an address like https://example.org/news, found ${quote(detail.received)}. Write it whole, or null.`;
    case "language-invalid":
      return `expected a language tag like en or sq, found ${quote(detail.received)}. Write a BCP 47 tag.`;
    case "time-zone-invalid":
      return `expected a time zone like Europe/Oslo, found ${quote(detail.received)}. Write its IANA name.`;
    case "alias-ambiguous":
      return `${quote(detail.alias)} stands for ${list(detail.terms)}. Keep it under one of them.`;
    case "body-empty":
      return "expected text, found none. Write the article, or remove the file.";
    case "body-too-long":
      return `expected at most ${detail.limit} characters of text, found ${detail.length}. Split the article.`;
    case "control-character":
      return `the text holds ${detail.character}, a character that cannot be shown. Delete it.`;
    case "invisible-character":
      return `the text holds ${detail.character}, a character that cannot be seen. Delete it unless it is meant.`;
    case "duplicate-id":
      return `the name ${quote(detail.articleId)} is taken by ${plain(detail.other, 300)}. Give this article another.`;
    case "duplicate-body":
      return `the same text is in ${plain(detail.other, 300)}. Remove one of the two, or link the later one to the other with “reprintOf”.`;
    case "value-assumed":
      return `not given, so ${quote(detail.value)} was taken. Write it down if it should be another.`;
    case "value-unknown":
      return detail.value === "url"
        ? "not known, so the footnote will have no link. Give --url, or write it into the article's file."
        : "not known, so words such as “on Saturday” cannot be turned into dates. Give --published, or write it into the article's file.";
    case "format-unsupported":
      return `expected a web page, a PDF, a feed, plain text, Markdown or JSON Lines, found ${quote(detail.format)}. Save it as one of these.`;
    case "file-unwritable":
      return `the file cannot be written (${plain(detail.reason)}). Check who may write there, and the space left.`;
    case "encoding-guessed":
      return `nothing says how its characters are written, so ${quote(detail.encoding)} was taken. Check accents and quotation marks, or save it as UTF-8.`;
    case "encoding-contradicted":
      return `it says it is written in ${quote(detail.declared)}, yet it is ${quote(detail.taken)}, and was read so. Check accents and quotation marks.`;
    case "encoding-unknown":
      return `it says it is written in ${quote(detail.declared)}, which is no known encoding. Check accents and quotation marks, or save it as UTF-8.`;
    case "encoding-damaged":
      return `${detail.count} of its characters cannot be read as ${quote(detail.encoding)}. Look for “�” in the text and mend it.`;
    case "language-differs":
      return `it says its language is ${quote(detail.declared)}, yet it reads like ${quote(detail.detected)}. Check which it is.`;
    case "language-unknown":
      return `the text is too short to tell its language, so ${quote(detail.assumed)} was taken. Write it down if it is another.`;
    case "feed-invalid":
      return `expected a feed (RSS, Atom or JSON Feed), found something else: ${plain(detail.reason)}. Check the address.`;
    case "feed-empty":
      return "the feed has no entries. Check the address, or come back later.";
    case "feed-too-long":
      return `expected at most ${detail.limit} entries, found ${detail.length}. Only the first are taken.`;
    case "feed-entries-unusable":
      return `${detail.count} entries of the feed name no page on the web. They are left out.`;
    case "pdf-damaged":
      return "the PDF is damaged and cannot be read. Save or fetch it again.";
    case "pdf-locked":
      return "the PDF asks for a password. Save a copy that does not.";
    case "pdf-no-text":
      return `the PDF has no text on its ${detail.pages} pages, as a scan has none. Run text recognition (OCR) over it first.`;
    case "pdf-pages-without-text":
      return `${detail.count} of its ${detail.pages} pages have no text. Check whether they are scans that hold some.`;
    case "pdf-too-long":
      return `expected at most ${detail.limit} pages, found ${detail.pages}. Save the pages that matter as a PDF of their own.`;
    case "pdf-too-costly":
      return `reading the PDF takes more ${detail.limit} than it may. Save its text as a plain file.`;
    case "gold-id-taken":
      return `the id ${quote(detail.goldId)} is there twice. Give this question another.`;
    case "gold-contradicts":
      return "a question that the articles should not answer can name no article and no words. Leave them out, or expect “answered”.";
    case "gold-article-unknown":
      return `no article is called ${quote(detail.articleId)}. Name another for this question, or remove the question.`;
    case "withdrawn-before": {
      const when = detail.on === null ? "before" : `on ${plain(detail.on)}`;
      const why = detail.reason === null ? "" : `: ${quote(detail.reason)}`;
      return `it was withdrawn ${when}${why}. Put it back with “corpus restore ${plain(detail.article)}”, or leave it out.`;
    }
    case "not-fetched":
      return describeFetchFailure(detail.failure);
    case "source-too-costly":
      return `reading it takes more ${detail.limit} than it may. Save its text as a plain file.`;
    case "problems-omitted":
      return `${detail.count} more problems of this file are not listed. Mend those told above first.`;
    case "page-too-complex":
      return detail.what === "depth"
        ? `the page is nested deeper than ${detail.limit} elements. Save its text as plain text (.txt).`
        : `the page has more than ${detail.limit} elements. Save its text as plain text (.txt).`;
    case "page-unreadable":
      return "the page cannot be read. Save its text as plain text (.txt).";
    case "no-article":
      return "expected a page with an article, found none. Name the article's own page, or save its text as plain text (.txt).";
    case "several-articles":
      return "the page holds more articles than one; the first was taken. Import the others from their own pages.";
    case "values-differ": {
      const [taken = "", ...others] = detail.values;
      return `the page says ${quote(taken)} and ${list(others)}; the first was taken. Check which is right.`;
    }
    case "teaser":
      return "the page seems to show the beginning only, the rest being for subscribers. Check that nothing is missing.";
    case "text-short":
      return `only ${detail.length} characters of text were found. Check that nothing is missing.`;
    case "live-coverage":
      return "this is live coverage, which goes on. Import it again when it has ended.";
    case "text-from-metadata":
      return "the text was taken from the page's metadata, where paragraphs may be run together. Check it.";
    case "canonical-elsewhere":
      return `the page gives ${quote(detail.received)} as its address, which is on another site. Check which is the original.`;
    case "reprint-of-itself":
    case "reprint-origin-missing":
    case "reprint-loop":
    case "reprint-of-reprint":
    case "reprint-unlinked":
    case "sentence-doubtful":
    case "quotes-unbalanced":
    case "name-unused":
    case "example-unanswered":
    case "brief-copies":
    case "url-repeated":
    case "url-shortened":
    case "url-copy":
    case "url-insecure":
    case "url-front-page":
    case "url-tracking":
    case "url-dead":
    case "publisher-differs":
    case "date-not-in-url":
      return wordsForDoubt(detail);
  }
}

const remedies = {
  quotes: "Put quotes around text that looks like a number.",
  list: "Write [first, second], or each on a line of its own after a dash.",
  other: "Write it as corpus/README.md shows.",
} as const;

function size(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KiB` : `${Math.ceil(bytes / (1024 * 1024))} MiB`;
}

import type { DoubtDetail } from "../../domain/problem.ts";
import { list, plain, quote } from "../text/plain-line.ts";

/** A doubt about a corpus in words for a terminal: what was found, and what to do. */
export function wordsForDoubt(detail: DoubtDetail): string {
  switch (detail.id) {
    case "reprint-of-itself":
      return "the article is said to be a reprint of itself. Write the id of another article, or delete the line.";
    case "reprint-origin-missing":
      return `there is no article ${quote(detail.origin)} here. Write the id of one that is, or delete the line.`;
    case "reprint-loop":
      return `${list(detail.articles)} are said to be reprints of each other. Delete the line in the one that was first.`;
    case "reprint-of-reprint":
      return `this links to another reprint. Write ${quote(detail.origin)}, the origin of both.`;
    case "reprint-unlinked":
      return `${percent(detail.share)} of the text is in ${quote(detail.origin)} too. Add “reprintOf: ${plain(detail.origin)}”, so that the two count as one source.`;
    case "sentence-doubtful":
      return `${sentenceDoubts[detail.doubt]}: ${quote(detail.text)} ${sentenceRemedies[detail.doubt]}`;
    case "quotes-unbalanced":
      return `a quotation mark opens or closes alone in the paragraph ${quote(detail.text)} Add the other one, or delete it.`;
    case "name-unused":
      return `no article mentions ${quote(detail.term)} by any of its names. Check their spelling, or remove the entry.`;
    case "example-unanswered":
      return `the articles give no answer to ${quote(detail.question)}. Ask otherwise, add an article, or remove it.`;
    case "brief-copies":
      return `${detail.words} words in a row stand in ${plain(detail.other, 300)} too: ${quote(detail.text)}. Tell it in other words.`;
    case "url-repeated":
      return `${plain(detail.other, 300)} has the same address. Check both; put two texts of one page into one file.`;
    case "url-shortened":
      return `${quote(detail.host)} only leads on to another address. Open it, and write the address it leads to.`;
    case "url-copy":
      return `${copies[detail.copy]} Write the address of the page itself.`;
    case "url-insecure":
      return "the address begins with http. Write https if the page is there too.";
    case "url-front-page":
      return "this is a front page, which says something else every day. Write the address of the article.";
    case "url-tracking":
      return `the address says where a reader came from (${list(detail.parameters)}). Leave that out.`;
    case "url-dead":
      return `the address leads nowhere (${plain(detail.reason)}). Find the page's new address, or write null and add a note.`;
    case "publisher-differs":
      return `other articles from ${plain(detail.host)} name ${quote(detail.usual)}. Write one name for one publisher.`;
    case "date-not-in-url":
      return `this says ${quote(detail.published)}, the address ${quote(detail.dated)}. Check when it was published.`;
  }
}

const sentenceDoubts = {
  long: "a sentence of more than 600 characters",
  unended: "a sentence without a mark at its end",
  "small-start": "a sentence that begins with a small letter",
  abbreviation: "a sentence that ends after an abbreviation",
} as const;

const sentenceRemedies = {
  long: "Split it if a full stop or a blank line is missing.",
  unended: "Add the mark if one is missing, or delete what is no sentence.",
  "small-start": "Join it to what stands before it, or write a capital.",
  abbreviation: "Write the word or the name in full.",
} as const;

const copies = {
  amp: "this is the address of a copy for phones (AMP).",
  mobile: "this is the address of a copy for phones.",
  archive: "this is the address of an archive's copy.",
} as const;

function percent(share: number): string {
  return `${Math.floor(share * 100)} %`;
}

import type { ProblemDetail } from "../../domain/problem.ts";

/** What the thread that reads a PDF is given. */
export interface PdfWorkerData {
  readonly bytes: Uint8Array;
  readonly mostPages: number;
  /** UTF-16 code units of text after which it stops. */
  readonly mostText: number;
}

/** A line of a page as it is printed. Lengths are in points, from the page's lower left corner. */
export interface PdfLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of the line's foot. */
  readonly y: number;
  readonly height: number;
}

/** What a PDF holds. What its metadata say is what a program or somebody typed in, seldom with care. */
export interface PdfContent {
  /** Lines of each page, in the order in which the file has them. */
  readonly pages: readonly (readonly PdfLine[])[];
  readonly title: string | null;
  readonly author: string | null;
  /** As the file has it: `D:20220910101112+02'00'`. */
  readonly created: string | null;
}

/** What the thread says, once. */
export type FromPdfWorker =
  | { readonly kind: "content"; readonly content: PdfContent }
  | { readonly kind: "refused"; readonly detail: ProblemDetail };

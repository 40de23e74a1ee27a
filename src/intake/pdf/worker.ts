import { parentPort, workerData } from "node:worker_threads";
import { getDocumentProxy } from "unpdf";
import { z } from "zod";
import { linesOfItems, textItem } from "./lines.ts";
import type { FromPdfWorker, PdfLine, PdfWorkerData } from "./protocol.ts";

const words = z.string().nullable().catch(null);
const metadata = z.object({ info: z.object({ Title: words, Author: words, CreationDate: words }).partial() });

async function read({ bytes, mostPages, mostText }: PdfWorkerData): Promise<FromPdfWorker> {
  const document = await getDocumentProxy(bytes, { verbosity: 0, useSystemFonts: false, stopAtErrors: false });
  if (document.numPages > mostPages) {
    return { kind: "refused", detail: { id: "pdf-too-long", pages: document.numPages, limit: mostPages } };
  }
  const pages: (readonly PdfLine[])[] = [];
  let length = 0;
  for (let number = 1; number <= document.numPages && length <= mostText; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const lines = linesOfItems(items.flatMap((item: unknown) => textItem.safeParse(item).data ?? []));
    length += lines.reduce((sum, { text }) => sum + text.length, 0);
    pages.push(lines);
    page.cleanup();
  }
  const { info = {} } = metadata.safeParse(await document.getMetadata()).data ?? {};
  const { Title: title = null, Author: author = null, CreationDate: created = null } = info;
  return { kind: "content", content: { pages, title, author, created } };
}

/** A thread that reads one PDF. See `protocol.ts` for what is said. */
async function serve(data: PdfWorkerData): Promise<void> {
  let answer: FromPdfWorker;
  try {
    answer = await read(data);
  } catch (error) {
    const isLocked = error instanceof Error && error.name === "PasswordException";
    answer = { kind: "refused", detail: { id: isLocked ? "pdf-locked" : "pdf-damaged" } };
  }
  parentPort?.postMessage(answer, []);
}

await serve(workerData);

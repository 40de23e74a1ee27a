/** What comes of reading a file: its text, or why it is not read. */
type Read = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: string };

/** Characters are counted by the server; four bytes make one at most. */
const mostBytes = 4 * 65_536;

/** Reads a conversation's file, unless it is too large to be one. */
export async function readFile(file: File): Promise<Read> {
  if (file.size > mostBytes) {
    return { ok: false, problem: "The file is too large for a conversation: 64 KB at most." };
  }
  try {
    return { ok: true, text: await file.text() };
  } catch {
    return { ok: false, problem: "The file could not be read." };
  }
}

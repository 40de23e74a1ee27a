/** What comes of uploading a file: the id by which a command names it, or why it is not taken. */
export type Uploaded = { readonly ok: true; readonly id: string } | { readonly ok: false; readonly problem: string };

const mostBytes = 10 << 20;
const tooLarge = "The file is too large: 10 MB at most.";
const lost = "The file could not be uploaded.";

/** Uploads a file to the sandbox, to be sent with a command. */
export async function uploadFile(file: File): Promise<Uploaded> {
  if (file.size > mostBytes) {
    return { ok: false, problem: tooLarge };
  }
  const form = new FormData();
  form.set("file", file);
  try {
    const response = await fetch("/uploads", { method: "POST", body: form });
    if (!response.ok) {
      return { ok: false, problem: response.status === 413 ? tooLarge : lost };
    }
    // The answer is this page's own server's, built with it.
    const { id }: { readonly id: string } = await response.json();
    return { ok: true, id };
  } catch {
    return { ok: false, problem: lost };
  }
}

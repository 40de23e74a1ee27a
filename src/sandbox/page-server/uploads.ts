import type { HttpBindings } from "@hono/node-server";
import type { Hono } from "hono";
import { readBytes, safeName } from "../api/request.ts";
import type { State } from "../state.ts";
import { isFromUs } from "./guard.ts";

/** Room for what a form puts around its file. */
const aroundBytes = 1 << 16;
const usualType = "application/octet-stream";

/**
 * Takes a file that somebody is about to send with a command, as a form with a part `file`, and answers with the id by
 * which the command then names it. Discord's client does it in two steps as well. No page of another site is let in.
 */
export function uploadRoutes(app: Hono<{ Bindings: HttpBindings }>, state: State): void {
  app.post("/uploads", async (context) => {
    const { incoming } = context.env;
    if (incoming.headers.origin !== undefined && !isFromUs(incoming))
      return context.json(problem("Not from here."), 403);
    const file = await readFile(context.req.raw, state.limits.fileBytes);
    if (file === "too-large") return context.json(problem("The file is too large: 10 MB at most."), 413);
    if (file === "none") return context.json(problem("That is no form with one file."), 400);
    const id = state.ids.next();
    const bytes = new Uint8Array(await file.arrayBuffer());
    state.files.keep(id, { name: safeName(file.name), contentType: file.type || usualType, bytes }, null);
    return context.json({ id }, 201);
  });
}

async function readFile(request: Request, most: number): Promise<File | "too-large" | "none"> {
  const bytes = await readBytes(request, most + aroundBytes);
  if (bytes === null) return "too-large";
  try {
    const headers = { "content-type": request.headers.get("content-type") ?? "" };
    const form = await new Response(new Uint8Array(bytes), { headers }).formData();
    const file = form.get("file");
    if (file === null || typeof file === "string") return "none";
    return file.size > most ? "too-large" : file;
  } catch {
    return "none";
  }
}

function problem(reason: string): { readonly reason: string } {
  return { reason };
}

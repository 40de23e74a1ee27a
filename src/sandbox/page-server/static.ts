import { createHash } from "node:crypto";
import { readFile, realpath } from "node:fs/promises";
import { extname, join, resolve, sep } from "node:path";
import type { Hono } from "hono";
import type { HttpBindings } from "@hono/node-server";
import type { Files } from "../files.ts";
import { pictureType } from "../pictures.ts";
import { readModule } from "./modules.ts";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
};

export interface PageFolders {
  readonly files: string;
  readonly modules: string;
}

/**
 * Serves the page's files, the libraries it imports, and the files of messages.
 * @param folders where the page's own files are and where its modules, asked for under `/page/`; null for no page.
 */
export function pageRoutes(app: Hono<{ Bindings: HttpBindings }>, folders: PageFolders | null, files: Files): void {
  app.get("/attachments/:id/:name", (context) => {
    const file = files.get(context.req.param("id"));
    if (file === undefined) return context.notFound();
    const picture = pictureType(file.bytes);
    const headers = {
      ...securityHeaders(""),
      // Whatever it is, it is fetched or saved, never shown as a page of ours.
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "Content-Type": picture ?? typeOf(file.contentType),
      "Content-Disposition": `${picture === null ? "attachment" : "inline"}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    };
    return new Response(new Uint8Array(file.bytes), { headers });
  });
  app.get("/modules/:name", async (context) => {
    const source = await readModule(context.req.path);
    return source === null ? context.notFound() : script(source);
  });
  if (folders === null) return;
  app.get("/*", async (context) => {
    const { path } = context.req;
    const file = path.startsWith("/page/")
      ? await readPageFile(folders.modules, path.slice("/page".length))
      : await readPageFile(folders.files, path === "/" ? "/index.html" : path);
    return file ?? context.notFound();
  });
}

async function readPageFile(folder: string, path: string): Promise<Response | null> {
  try {
    const root = await realpath(resolve(folder));
    const file = await realpath(join(root, decodeURIComponent(path)));
    if (!file.startsWith(root + sep)) return null;
    const type = types[extname(file)];
    if (type === undefined) return null;
    const bytes = await readFile(file);
    const hashes = extname(file) === ".html" ? importMapHashes(bytes.toString("utf8")) : "";
    return new Response(new Uint8Array(bytes), { headers: { ...securityHeaders(hashes), "Content-Type": type } });
  } catch {
    return null;
  }
}

/** As it was told with the file, where that is a type at all; what only calls itself a picture is none. */
function typeOf(told: string): string {
  if (told.startsWith("image/")) return "application/octet-stream";
  return /^[\w.+-]{1,60}\/[\w.+-]{1,90}(?:; ?charset=[\w-]{1,40})?$/u.test(told) ? told : "application/octet-stream";
}

function script(source: string): Response {
  const headers = { ...securityHeaders(""), "Content-Type": "text/javascript; charset=utf-8" };
  return new Response(source, { headers });
}

/** An import map can only stand in the page itself; the policy lets in the very ones our page has, by their hash. */
function importMapHashes(html: string): string {
  const maps = html.matchAll(/<script type="importmap">([\s\S]*?)<\/script>/g);
  return [...maps]
    .map(
      ([, text]) =>
        ` 'sha256-${createHash("sha256")
          .update(text ?? "")
          .digest("base64")}'`,
    )
    .join("");
}

function securityHeaders(scriptHashes: string): Record<string, string> {
  return {
    "Content-Security-Policy": [
      "default-src 'none'",
      `script-src 'self'${scriptHashes}`,
      "style-src 'self'",
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join("; "),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
  };
}

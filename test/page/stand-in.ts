import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { WebSocketServer } from "ws";
import type { FromPage, ToPage } from "../../src/sandbox/page-protocol.ts";
import { Script } from "./script.ts";

/** A server of the page that plays a fixed part, so that the page can be tested without a sandbox or a bot. */
export interface StandIn {
  readonly address: string;
  /** Everything the page has sent, in order. */
  readonly received: readonly FromPage[];
  /** Sends to every open page. */
  readonly push: (message: ToPage) => void;
  /** Cuts every connection without a farewell. */
  readonly cut: () => void;
  readonly close: () => Promise<void>;
}

const dist = new URL("../../", import.meta.url);
const statics = new URL("../src/sandbox/page/", dist);
const libraries: Readonly<Record<string, string>> = {
  "preact.js": "preact",
  "preact-hooks.js": "preact/hooks",
  "preact-jsx-runtime.js": "preact/jsx-runtime",
};
/** Serves the page on a free port of this machine as the sandbox would, content security policy included. */
export async function startStandIn(): Promise<StandIn> {
  const html = await readFile(new URL("index.html", statics), "utf8");
  const received: FromPage[] = [];
  const respond = getRequestListener(routes(html).fetch);
  const server = createServer((request, response) => void respond(request, response));
  const sockets = new WebSocketServer({ server, path: "/page" });
  const push = (message: ToPage): void => {
    for (const socket of sockets.clients) {
      socket.send(JSON.stringify(message));
    }
  };
  const script = new Script(push);
  sockets.on("connection", (socket) => {
    socket.send(JSON.stringify(script.hello()));
    socket.on("message", (data: Buffer) => {
      const message: FromPage = JSON.parse(data.toString("utf8"));
      received.push(message);
      script.play(message);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const bound = server.address();
  const port = bound !== null && typeof bound === "object" ? bound.port : 0;
  return {
    address: `http://127.0.0.1:${port}/`,
    received,
    push,
    cut: () => {
      for (const socket of sockets.clients) {
        socket.terminate();
      }
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets.clients) {
          socket.terminate();
        }
        sockets.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function routes(html: string): Hono {
  const importMap = /<script type="importmap">([^]*?)<\/script>/.exec(html)?.[1] ?? "";
  const hash = createHash("sha256").update(importMap).digest("base64");
  const policy = [
    "default-src 'none'",
    `script-src 'self' 'sha256-${hash}'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
  const app = new Hono();
  app.get("/", (context) => context.html(html, 200, { "content-security-policy": policy }));
  app.get("/:sheet{[a-z-]+\\.css}", (context) => file(new URL(context.req.param("sheet"), statics), "text/css"));
  app.get("/icon.svg", () => file(new URL("icon.svg", statics), "image/svg+xml"));
  app.get("/modules/:name", (context) => {
    const library = libraries[context.req.param("name")];
    return library === undefined ? context.notFound() : file(new URL(import.meta.resolve(library)), "text/javascript");
  });
  app.get("/page/*", (context) => {
    const path = context.req.path.replace(/^\/page\//, "");
    return /^[a-z/-]+\.js$/.test(path)
      ? file(new URL(`src/sandbox/page/${path}`, dist), "text/javascript")
      : context.notFound();
  });
  return app;
}

async function file(url: URL, type: string): Promise<Response> {
  const content = await readFile(fileURLToPath(url));
  return new Response(content, { headers: { "content-type": `${type}; charset=utf-8` } });
}

import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import type { Upload } from "../files.ts";
import type { Limits } from "../options.ts";
import { invalidForm, refuse, type ApiAnswer } from "./answer.ts";
import { Report } from "../rules/report.ts";

export type ApiContext = Context<{ Bindings: HttpBindings }>;

/** A request as the routes see it. */
export interface ApiRequest {
  readonly method: string;
  /** Without `/api/v10`. */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** Parsed JSON; undefined without a body. */
  readonly body: unknown;
  /** Files sent along, by the n of `files[n]`. */
  readonly uploads: ReadonlyMap<string, Upload>;
}

export type Body =
  | { readonly ok: true; readonly body: unknown; readonly uploads: ReadonlyMap<string, Upload> }
  | { readonly ok: false; readonly answer: ApiAnswer };

const none: ReadonlyMap<string, Upload> = new Map();
const mostFiles = 10;

/** Reads a JSON or multipart body within the limits. */
export async function readBody(context: ApiContext, limits: Limits): Promise<Body> {
  const type = context.req.header("content-type") ?? "";
  const multipart = type.startsWith("multipart/form-data");
  const bytes = await readBytes(context.req.raw, multipart ? limits.fileBytes + limits.jsonBytes : limits.jsonBytes);
  if (bytes === null) return { ok: false, answer: refuse(40005) };
  if (bytes.byteLength === 0) return { ok: true, body: undefined, uploads: none };
  if (multipart) return readMultipart(bytes, type, limits);
  if (!type.startsWith("application/json")) return { ok: false, answer: wrongType() };
  return readJson(new TextDecoder().decode(bytes), none);
}

function readJson(text: string, uploads: ReadonlyMap<string, Upload>): Body {
  try {
    const body: unknown = JSON.parse(text);
    return { ok: true, body, uploads };
  } catch {
    return { ok: false, answer: refuse(50109) };
  }
}

/** Null where there are more than `most`. */
export async function readBytes(request: Request, most: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (request.body === null) return new Uint8Array();
  for await (const chunk of request.body) {
    size += chunk.byteLength;
    if (size > most) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function readMultipart(bytes: Uint8Array, type: string, limits: Limits): Promise<Body> {
  let form: FormData;
  try {
    form = await new Response(bytes, { headers: { "content-type": type } }).formData();
  } catch {
    return { ok: false, answer: wrongType() };
  }
  const uploads = new Map<string, Upload>();
  for (const [key, value] of form) {
    if (typeof value === "string") continue;
    const number = /^files?\[(\d{1,3})\]$/.exec(key)?.[1] ?? String(uploads.size);
    const content = new Uint8Array(await value.arrayBuffer());
    if (content.byteLength > limits.fileBytes) return { ok: false, answer: refuse(40005) };
    uploads.set(number, { name: safeName(value.name), contentType: value.type, bytes: content });
  }
  if (uploads.size > mostFiles) {
    const report = new Report();
    report.tooLong(["attachments"], mostFiles);
    return { ok: false, answer: invalidForm(report.tree) };
  }
  const payload = form.get("payload_json");
  return typeof payload === "string" ? readJson(payload, uploads) : { ok: true, body: {}, uploads };
}

/** Discord keeps letters, digits and a little punctuation of a file's name. */
export function safeName(name: string): string {
  const safe = name.replaceAll(/[^\p{L}\p{N}._-]/gu, "_").slice(0, 260);
  return safe === "" ? "unknown" : safe;
}

function wrongType(): ApiAnswer {
  const report = new Report();
  report.add(
    [],
    "CONTENT_TYPE_INVALID",
    'Expected "Content-Type" header to be one of {"application/json", "multipart/form-data"}.',
  );
  return invalidForm(report.tree);
}

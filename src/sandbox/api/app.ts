import { setTimeout as wait } from "node:timers/promises";
import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import type { Failure, RequestFaults } from "../faults.ts";
import { isRecord } from "../rules/json.ts";
import type { State } from "../state.ts";
import { refuseStatus, type ApiAnswer } from "./answer.ts";
import { RateLimits, tooMany } from "./rate-limits.ts";
import { readBody, type ApiContext, type ApiRequest } from "./request.ts";
import type { Route } from "./route.ts";

export type ApiApp = Hono<{ Bindings: HttpBindings }>;

const prefix = "/api/v10";

export interface ApiSetting {
  readonly state: State;
  /** What bots must present; null takes any. */
  readonly token: string | null;
  readonly faults: RequestFaults;
  readonly routes: readonly Route[];
  /** Fires when the sandbox closes: nothing waits longer. */
  readonly closing: AbortSignal;
}

/** Serves Discord's HTTP API: faults, authorization, rate limits, body, route, and a record of it, in that order. */
export function apiApp(setting: ApiSetting): ApiApp {
  const app: ApiApp = new Hono();
  const limits = new RateLimits(setting.state.now, setting.state.limits.globalRequests);
  for (const route of setting.routes) {
    app.on(route.method, prefix + route.path, (context) => serve(context, route, setting, limits));
  }
  for (const path of new Set(setting.routes.map((route) => prefix + route.path))) {
    app.all(path, () => toResponse(refuseStatus(405, "Method Not Allowed"), {}));
  }
  app.notFound(() => toResponse(refuseStatus(404, "Not Found"), {}));
  app.onError(() => toResponse(refuseStatus(500, "Internal Server Error"), {}));
  return app;
}

async function serve(context: ApiContext, route: Route, setting: ApiSetting, limits: RateLimits): Promise<Response> {
  const path = readable(context.req.path.slice(prefix.length));
  const faults = setting.faults.take(context.req.method, path);
  for (const fault of faults)
    if (fault.type === "delay") await wait(fault.ms, null, { signal: setting.closing }).catch(() => null);
  const fault = faults.find((candidate) => candidate.type !== "delay");
  if (fault?.type === "fail") return failing(context, fault.how, setting.closing);
  if (route.auth === "bot" && !isAuthorized(context, setting.token))
    return toResponse(refuseStatus(401, "Unauthorized"), {});
  const params = context.req.param();
  const major = route.limit.major === null ? "" : String(params[route.limit.major]);
  const { headers, refusal } = limits.count(route.limit, major, route.auth === "bot");
  if (refusal !== null) return toResponse(refusal, headers);
  if (fault?.type === "rate-limit") return toResponse(tooMany(fault.seconds, fault.scope), headers);
  const body = await readBody(context, setting.state.limits);
  if (!body.ok) return toResponse(body.answer, headers);
  const request: ApiRequest = {
    method: context.req.method,
    path,
    params,
    query: context.req.query(),
    body: body.body,
    uploads: body.uploads,
  };
  const answer = await route.run(request);
  record(setting.state, request, answer);
  if (fault?.type === "accept-then-fail") return failing(context, fault.how, setting.closing);
  return toResponse(answer, headers);
}

/** Clients write `@original` in more than one way. */
function readable(path: string): string {
  return path.replaceAll(/%40/g, "@");
}

function isAuthorized(context: ApiContext, token: string | null): boolean {
  const given = /^Bot (\S+)$/.exec(context.req.header("authorization") ?? "")?.[1];
  return given !== undefined && (token === null || given === token);
}

/** Interactions remember what the bot asked of them, so that a test can look. */
function record(state: State, request: ApiRequest, answer: ApiAnswer): void {
  const interaction = state.interactions.byToken(request.params["token"] ?? "");
  const code = answer.status >= 400 && isRecord(answer.body) ? Number(answer.body["code"]) : null;
  interaction?.requests.push({
    method: request.method,
    path: request.path,
    body: request.body,
    fileNames: [...request.uploads.values()].map((upload) => upload.name),
    status: answer.status,
    code,
    afterMs: interaction.ageMs,
  });
}

async function failing(context: ApiContext, how: Failure, closing: AbortSignal): Promise<Response> {
  if (how === "timeout") await untilGone(context, closing);
  if (how === "timeout" || how === "reset") {
    context.env.incoming.socket.destroy();
    return new Response(null, { status: 500 });
  }
  return toResponse(how, how.headers ?? {});
}

/** Waits until the bot has given up, or the sandbox closes. */
function untilGone(context: ApiContext, closing: AbortSignal): Promise<void> {
  const { socket } = context.env.incoming;
  if (closing.aborted || socket.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    closing.addEventListener("abort", () => resolve(), { once: true });
    socket.once("close", () => resolve());
  });
}

function toResponse(answer: ApiAnswer, headers: Readonly<Record<string, string>>): Response {
  const all = { ...headers, ...answer.headers, Via: "1.1 sandbox" };
  if (answer.status === 204 || answer.body === undefined)
    return new Response(null, { status: answer.status, headers: all });
  return Response.json(answer.body, { status: answer.status, headers: all });
}

import { setTimeout as wait } from "node:timers/promises";
import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import type { Failure, RequestFault, RequestFaults } from "../faults.ts";
import type { BotRequest } from "../interactions.ts";
import { isRecord } from "../rules/json.ts";
import type { State } from "../state.ts";
import { refuseStatus, type ApiAnswer } from "./answer.ts";
import { RateLimits, tooMany } from "./rate-limits.ts";
import { readBody, type ApiContext } from "./request.ts";
import type { Route } from "./route.ts";

type ApiApp = Hono<{ Bindings: HttpBindings }>;

const prefix = "/api/v10";

interface ApiSetting {
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

/** What came of a request, before any fault changes the answer. */
interface Handled {
  readonly answer: ApiAnswer;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly fileNames?: readonly string[];
}

async function serve(context: ApiContext, route: Route, setting: ApiSetting, limits: RateLimits): Promise<Response> {
  const path = readable(context.req.path.slice(prefix.length));
  const faults = setting.faults.take(context.req.method, path);
  for (const fault of faults) {
    if (fault.type === "delay") await wait(fault.ms, null, { signal: setting.closing }).catch(() => null);
  }
  const fault = faults.find((candidate) => candidate.type !== "delay");
  const handled = await handle(context, path, route, setting, limits, fault);
  const failure = fault?.type === "fail" || fault?.type === "accept-then-fail" ? fault.how : null;
  record(setting.state, context, path, failure === null ? handled : { ...handled, answer: answerOf(failure) });
  if (failure !== null) return failing(context, failure, setting.closing);
  return toResponse(handled.answer, handled.headers);
}

async function handle(
  context: ApiContext,
  path: string,
  route: Route,
  setting: ApiSetting,
  limits: RateLimits,
  fault: RequestFault | undefined,
): Promise<Handled> {
  if (fault?.type === "fail") return { answer: answerOf(fault.how), headers: {} };
  if (route.auth === "bot" && !isAuthorized(context, setting.token)) {
    return { answer: refuseStatus(401, "Unauthorized"), headers: {} };
  }
  const params = context.req.param();
  const major = route.limit.major === null ? "" : String(params[route.limit.major]);
  const { headers, refusal } = limits.count(route.limit, major, route.auth === "bot");
  if (refusal !== null) return { answer: refusal, headers };
  if (fault?.type === "rate-limit") return { answer: tooMany(fault.seconds, fault.scope), headers };
  const read = await readBody(context, setting.state.limits);
  if (!read.ok) return { answer: read.answer, headers };
  const { body, uploads } = read;
  const answer = await route.run({
    method: context.req.method,
    path,
    params,
    query: context.req.query(),
    body,
    uploads,
  });
  return { answer, headers, body, fileNames: [...uploads.values()].map((upload) => upload.name) };
}

/** How a failure is recorded: a connection that breaks has status 0. */
function answerOf(how: Failure): ApiAnswer {
  return typeof how === "string" ? { status: 0 } : how;
}

/** Clients write `@original` in more than one way. */
function readable(path: string): string {
  return path.replaceAll(/%40/g, "@");
}

function isAuthorized(context: ApiContext, token: string | null): boolean {
  const given = /^Bot (\S+)$/.exec(context.req.header("authorization") ?? "")?.[1];
  return given !== undefined && (token === null || given === token);
}

/** The sandbox and the interaction concerned remember what the bot asked, so that a test can look. */
function record(state: State, context: ApiContext, path: string, { answer, body, fileNames = [] }: Handled): void {
  const interaction = state.interactions.byToken(context.req.param("token") ?? "");
  const code = answer.status >= 400 && isRecord(answer.body) ? Number(answer.body["code"] ?? 0) : null;
  const request: BotRequest = {
    method: context.req.method,
    path,
    body,
    fileNames,
    status: answer.status,
    code,
    afterMs: interaction?.ageMs ?? null,
  };
  state.requests.push(request);
  if (state.requests.length > state.limits.requestLog) state.requests.shift();
  interaction?.requests.push(request);
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

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { WebSocketServer, type WebSocket } from "ws";

/** One HTTP request that arrived. */
interface Received {
  readonly method: string;
  readonly path: string;
  /** What follows the question mark. */
  readonly query: string;
  readonly authorization: string | undefined;
  readonly body: unknown;
  /** Files sent along: what each is called, and its text. */
  readonly files: Readonly<Record<string, string>>;
}

interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Behaviour {
  /** Answers a request in place of the ordinary answer; null leaves it, "stall" never answers. */
  readonly http?: (request: Received, before: number) => Answer | "stall" | null;
  /** What the gateway does with an IDENTIFY: a close code, or null to be ready. */
  readonly closeOnIdentify?: number | null;
  /** Address of the gateway to name, where it is not this one. */
  readonly gatewayUrl?: string;
}

/** The least of Discord that a bot can log in to, to be told what to do wrong. */
export interface MiniDiscord {
  readonly apiUrl: string;
  readonly requests: readonly Received[];
  readonly identifies: () => number;
  readonly dispatch: (event: string, data: unknown) => void;
  readonly closeGateway: (code: number) => void;
  readonly stop: () => Promise<void>;
}

export async function startMiniDiscord(behaviour: Behaviour = {}): Promise<MiniDiscord> {
  const requests: Received[] = [];
  const sockets = new Set<WebSocket>();
  let registered: unknown = [];
  let identified = 0;
  let sequence = 1;

  const ordinary = ({ method, path, body }: Received): Answer => {
    if (path === "/api/v10/gateway/bot") {
      const limit = { total: 1_000, remaining: 1_000, reset_after: 0, max_concurrency: 1 };
      return { status: 200, body: { url: behaviour.gatewayUrl ?? gateway(), shards: 1, session_start_limit: limit } };
    }
    if (path === "/api/v10/applications/42/commands") {
      if (method === "PUT") registered = body;
      return { status: 200, body: registered };
    }
    if (path === "/api/v10/users/@me/channels") return { status: 200, body: { id: "77", type: 1 } };
    if (path === "/api/v10/channels/77/messages") return { status: 200, body: { id: "78", channel_id: "77" } };
    return { status: 204 };
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const hasBody = request.method !== "GET" && request.method !== "DELETE";
    const received: Received = {
      method: request.method ?? "",
      path: decodeURIComponent((request.url ?? "").replace(/\?.*$/u, "")),
      query: /\?(?<query>.*)$/u.exec(request.url ?? "")?.groups?.["query"] ?? "",
      authorization: request.headers.authorization,
      ...(hasBody ? await readBody(request) : { body: null, files: {} }),
    };
    const before = requests.filter(({ path, method }) => path === received.path && method === received.method).length;
    requests.push(received);
    const said = behaviour.http?.(received, before) ?? ordinary(received);
    if (said === "stall") return;
    const type = said.body === undefined ? {} : { "content-type": "application/json" };
    response.writeHead(said.status, { ...type, ...said.headers });
    response.end(said.body === undefined ? "" : JSON.stringify(said.body));
  };

  const server = createServer((request, response) => void answer(request, response));
  const gatewayServer = new WebSocketServer({ server });
  const send = (socket: WebSocket, payload: object): void => socket.send(JSON.stringify(payload));
  gatewayServer.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("message", (data: Buffer) => {
      const { op }: { readonly op: number } = JSON.parse(data.toString());
      if (op === 1) send(socket, { op: 11 });
      if (op !== 2) return;
      identified += 1;
      if (typeof behaviour.closeOnIdentify === "number") socket.close(behaviour.closeOnIdentify);
      else send(socket, { op: 0, t: "READY", s: sequence++, d: ready(gateway()) });
    });
    send(socket, { op: 10, d: { heartbeat_interval: 40_000 } });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = portOf(server.address());
  const gateway = (): string => `ws://127.0.0.1:${port}`;

  return {
    apiUrl: `http://127.0.0.1:${port}/api`,
    requests,
    identifies: () => identified,
    dispatch: (event, data) => {
      for (const socket of sockets) send(socket, { op: 0, t: event, s: sequence++, d: data });
    },
    closeGateway: (code) => {
      for (const socket of sockets) socket.close(code);
    },
    stop: async () => {
      for (const socket of sockets) socket.terminate();
      gatewayServer.close();
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** JSON, or a form with JSON and files in it. */
async function readBody(request: IncomingMessage): Promise<Pick<Received, "body" | "files">> {
  const bytes = await buffer(request);
  const type = request.headers["content-type"] ?? "";
  if (!type.startsWith("multipart/form-data")) return { body: JSON.parse(bytes.toString()), files: {} };
  const form = await new Response(bytes, { headers: { "content-type": type } }).formData();
  const files: Record<string, string> = {};
  for (const [, part] of form) if (typeof part !== "string") files[part.name] = await part.text();
  const payload = form.get("payload_json");
  return { body: typeof payload === "string" ? JSON.parse(payload) : null, files };
}

function ready(gateway: string): object {
  const user = { id: "42", username: "Footnote", discriminator: "0", avatar: null, bot: true };
  const application = { id: "42", flags: 0 };
  return { v: 10, user, guilds: [], session_id: "s", resume_gateway_url: gateway, application, shard: [0, 1] };
}

function portOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === "string") throw new Error("not listening on a port");
  return address;
}

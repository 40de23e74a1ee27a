import * as z from "zod/mini";
import { rolePayload } from "../roles.ts";
import type { State } from "../state.ts";
import { refuse, type ApiAnswer } from "./answer.ts";
import type { ApiRequest } from "./request.ts";
import type { Quota, Route } from "./route.ts";

const limit: Quota = { bucket: "basic", major: null, requests: 50, seconds: 1 };

/** Where the gateway is, who the bot is, and which guild it is in. @param gatewayUrl a `ws:` address. */
export function basicRoutes(state: State, gatewayUrl: () => string): readonly Route[] {
  const { world } = state;
  const get = (path: string, run: Route["run"]): Route => ({ method: "GET", path, auth: "bot", limit, run });
  return [
    { ...get("/gateway", () => ({ status: 200, body: { url: gatewayUrl() } })), auth: "path" },
    get("/gateway/bot", () => ({
      status: 200,
      body: {
        url: gatewayUrl(),
        shards: 1,
        session_start_limit: { total: 1000, remaining: 999, reset_after: 86_400_000, max_concurrency: 1 },
      },
    })),
    get("/users/@me", () => ({ status: 200, body: world.bot })),
    { ...get("/users/@me/channels", (request) => openDirect(state, request)), method: "POST" },
    get("/users/:user", ({ params }) => userNamed(state, params["user"] ?? "")),
    get("/oauth2/applications/@me", () => application(state)),
    get("/applications/@me", () => application(state)),
    get("/guilds/:guild", ({ params }) =>
      params["guild"] === world.guildId ? { status: 200, body: world.guildPayload() } : refuse(10004),
    ),
    get("/guilds/:guild/channels", ({ params }) =>
      params["guild"] === world.guildId
        ? { status: 200, body: world.textChannels.map((channel) => world.channelPayload(channel)) }
        : refuse(10004),
    ),
    get("/guilds/:guild/roles", ({ params }) =>
      params["guild"] === world.guildId ? { status: 200, body: world.roles.map(rolePayload) } : refuse(10004),
    ),
    get("/guilds/:guild/members/:user", ({ params }) => {
      if (params["guild"] !== world.guildId) return refuse(10004);
      const user = world.userNamed(params["user"] ?? "");
      return user === undefined ? refuse(10007) : { status: 200, body: world.memberPayload(user) };
    }),
  ];
}

const recipient = z.object({ recipient_id: z.string() });

/** Where the bot writes to a person. Opening it always works; only writing there can be refused. */
function openDirect(state: State, { body }: ApiRequest): ApiAnswer {
  const asked = recipient.safeParse(body).data;
  const person = asked === undefined ? undefined : state.world.people.get(asked.recipient_id);
  if (person === undefined) return refuse(50033);
  const before = state.world.channels.size;
  const channel = state.world.directChannel(person);
  if (state.world.channels.size > before) state.happenings.tell({ type: "channel", change: "made", channel });
  return { status: 200, body: state.world.channelPayload(channel) };
}

function userNamed(state: State, id: string): ApiAnswer {
  const user = state.world.userNamed(id);
  return user === undefined
    ? { status: 404, body: { message: "Unknown User", code: 10013 } }
    : { status: 200, body: user };
}

function application(state: State): ApiAnswer {
  const { bot, applicationId, me } = state.world;
  return {
    status: 200,
    body: {
      id: applicationId,
      name: bot.global_name,
      icon: null,
      description: "",
      summary: "",
      bot,
      bot_public: false,
      bot_require_code_grant: false,
      owner: me.user,
      team: null,
      flags: 0,
      verify_key: "0".repeat(64),
      integration_types_config: { "0": {}, "1": {} },
      approximate_guild_count: 1,
    },
  };
}

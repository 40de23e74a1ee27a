import type { ApiAnswer } from "./answer.ts";
import type { ApiRequest } from "./request.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** A route of the API: where, who may call it, how often, and what it does. */
export interface Route {
  readonly method: Method;
  /** In hono's notation, without `/api/v10`. */
  readonly path: string;
  /** Interactions' routes need no token of the bot: the one in their path decides. */
  readonly auth: "bot" | "path";
  readonly limit: Quota;
  run(request: ApiRequest): ApiAnswer | Promise<ApiAnswer>;
}

/** So many requests in so many seconds, for each value of the major parameter. */
export interface Quota {
  /** Routes with the same name share one quota. */
  readonly bucket: string;
  /** Name of the path's parameter that has a quota each, or null. */
  readonly major: string | null;
  readonly requests: number;
  readonly seconds: number;
}

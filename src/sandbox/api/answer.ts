import type { ErrorTree } from "../rules/report.ts";

/** What the API answers: a status, a JSON body (undefined for none) and further headers. */
export interface ApiAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const errors = {
  10003: { status: 404, message: "Unknown Channel" },
  10004: { status: 404, message: "Unknown Guild" },
  10002: { status: 404, message: "Unknown Application" },
  10007: { status: 404, message: "Unknown Member" },
  10008: { status: 404, message: "Unknown Message" },
  10015: { status: 404, message: "Unknown Webhook" },
  10062: { status: 404, message: "Unknown interaction" },
  10063: { status: 404, message: "Unknown application command" },
  20012: { status: 403, message: "You are not authorized to perform this action on this application" },
  30032: { status: 400, message: "Maximum number of application commands reached (100)" },
  30046: { status: 429, message: "Maximum number of edits to messages older than 1 hour reached" },
  40005: { status: 413, message: "Request entity too large" },
  40060: { status: 400, message: "Interaction has already been acknowledged." },
  50001: { status: 403, message: "Missing Access" },
  50005: { status: 403, message: "Cannot edit a message authored by another user" },
  50006: { status: 400, message: "Cannot send an empty message" },
  50007: { status: 403, message: "Cannot send messages to this user" },
  50013: { status: 403, message: "Missing Permissions" },
  50027: { status: 401, message: "Invalid Webhook Token" },
  50033: { status: 400, message: "Invalid Recipient(s)" },
  50083: { status: 400, message: "Thread is archived" },
  50109: { status: 400, message: "The request body contains invalid JSON." },
  160002: { status: 400, message: "Cannot reply without permission to read message history" },
} as const;

type ErrorCode = keyof typeof errors;

/** An error by Discord's JSON error code. */
export function refuse(code: ErrorCode): ApiAnswer {
  return { status: errors[code].status, body: { message: errors[code].message, code } };
}

/** Code 30046: too many edits of old messages, with how long the bot is to wait in seconds. */
export function refuseEdit(seconds: number): ApiAnswer {
  const { status, message } = errors[30046];
  const headers = { "Retry-After": String(seconds), "X-RateLimit-Scope": "user" };
  return { status, body: { message, code: 30046, retry_after: seconds, global: false }, headers };
}

/** An error by HTTP status alone, in the form Discord gives those. */
export function refuseStatus(status: 401 | 404 | 405 | 500, words: string): ApiAnswer {
  return { status, body: { message: `${status}: ${words}`, code: 0 } };
}

/** Code 50035: what is wrong with the body, each error at its path. */
export function invalidForm(tree: ErrorTree): ApiAnswer {
  return { status: 400, body: { message: "Invalid Form Body", code: 50035, errors: tree } };
}

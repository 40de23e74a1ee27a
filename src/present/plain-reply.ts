import type { Reply } from "../domain/reply.ts";

/** A line for the person alone who did something that leads nowhere. */
export function plainReply(body: string): Reply {
  return { visibility: "private", outcome: "information", title: null, body, footer: null, controls: [] };
}

import type { APIUser } from "discord-api-types/v10";
import type { AllowedMentions } from "discord-api-spec/zod";

/** Whom a message calls, whatever it shows. */
interface Mentions {
  readonly users: APIUser[];
  readonly roles: string[];
  readonly everyone: boolean;
}

/** What `allowed_mentions` stands for where a message does not say. */
interface MentionDefaults {
  readonly parse: readonly ("users" | "roles" | "everyone")[];
}

/** In a channel everything is parsed; answers to interactions call users only. */
export const channelMentions: MentionDefaults = { parse: ["users", "roles", "everyone"] };
export const answerMentions: MentionDefaults = { parse: ["users"] };

/**
 * Works out whom a message's content calls.
 * @param allowed the message's own `allowed_mentions`, null or undefined where it has none.
 * @param userNamed gives a user by id, undefined for strangers, who cannot be called.
 */
export function mentionsIn(
  content: string,
  allowed: AllowedMentions | null | undefined,
  defaults: MentionDefaults,
  userNamed: (id: string) => APIUser | undefined,
): Mentions {
  const parse = allowed === null || allowed === undefined ? defaults.parse : (allowed.parse ?? []);
  const isAllowed = (kind: "users" | "roles", id: string) =>
    parse.includes(kind) || (allowed?.[kind] ?? []).includes(id);
  const users = idsIn(content, /<@!?(\d{1,20})>/g).filter((id) => isAllowed("users", id));
  return {
    users: users.map(userNamed).filter((user) => user !== undefined),
    roles: idsIn(content, /<@&(\d{1,20})>/g).filter((id) => isAllowed("roles", id)),
    everyone: parse.includes("everyone") && /@(?:everyone|here)\b/.test(content),
  };
}

function idsIn(content: string, pattern: RegExp): readonly string[] {
  return [...new Set([...content.matchAll(pattern)].map(([, id]) => id ?? ""))];
}

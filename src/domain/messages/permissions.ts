import type { NoValues } from "./values.ts";

/** What is said to people who may not do what they want to do here. */
export interface PermissionMessages {
  readonly "refused.needs-moderator": NoValues;
  readonly "refused.needs-manager": NoValues;
  readonly "refused.needs-maintainer": NoValues;
  /** For a maintainer: `key` is what the operator has to set. */
  readonly "refused.server-may-not-maintain": { readonly key: string };
  /** The same, in direct messages. */
  readonly "refused.needs-server": NoValues;
  readonly "refused.moderator-unsure": NoValues;
  readonly "refused.maintainer-unsure": NoValues;
  /** Below an answer that was to be shown to all in a channel where none is. */
  readonly "refused.stays-private": NoValues;
  /** What the bot may be forbidden, after "let it". */
  readonly "permission.read-message-history": NoValues;
}

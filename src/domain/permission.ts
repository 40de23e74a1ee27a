/** What the bot may be short of in a channel. */
export type Permission =
  | "view-channel"
  | "send-messages"
  | "send-messages-in-threads"
  | "embed-links"
  | "attach-files"
  /** Without it the bot does not find again what it posted. */
  | "read-message-history";

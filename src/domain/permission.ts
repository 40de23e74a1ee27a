/** What the bot may be short of in a channel. */
export type Permission = "view-channel" | "send-messages" | "send-messages-in-threads" | "embed-links" | "attach-files";

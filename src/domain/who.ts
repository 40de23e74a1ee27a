/** Who did something, and where. Ids are Discord's: digits, and secret to nobody, but personal all the same. */
export interface Who {
  readonly person: string;
  /** Null where the platform does not tell. */
  readonly channel: string | null;
  /** Null in direct messages. */
  readonly server: string | null;
  /** Whether the channel is a thread, whose members talk about one thing. */
  readonly inThread: boolean;
}

/** What no other publication has: a digest and the instant (ISO 8601) at which it was due. */
export function slotOf(digest: string, due: string): string {
  return `${digest}:${due}`;
}

/** Id of the digest of a slot. */
export function digestOfSlot(slot: string): string | null {
  const end = slot.indexOf(":");
  return end < 0 ? null : slot.slice(0, end);
}

import type { CommandContext } from "../../src/domain/command.ts";
import { digestRefusal } from "../../src/present/posts/digest-refusal.ts";

/**
 * Why no digest may be sent to a channel; null where one may.
 *
 * @param personMayWrite whether whoever wants it there may write there, as Discord tells
 */
export async function refusalFor(
  { words, desk }: CommandContext,
  channel: string,
  personMayWrite: boolean,
): Promise<string | null> {
  if (!personMayWrite) return digestRefusal(words, { id: "you-may-not", channel });
  const lacking = await desk.lacking(channel);
  if (lacking.ok) {
    return lacking.value.length === 0
      ? null
      : digestRefusal(words, { id: "bot-may-not", channel, lacking: lacking.value });
  }
  return lacking.error.id === "not-allowed"
    ? digestRefusal(words, { id: "bot-may-not", channel, lacking: lacking.error.lacking })
    : digestRefusal(words, { id: "unreachable" });
}

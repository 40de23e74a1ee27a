import type { Permission } from "../../domain/permission.ts";
import type { Words } from "../../domain/words.ts";
import { permissionsMissing } from "../operator/failures.ts";
import { channelMention } from "../text/markdown.ts";

/** Why a digest cannot be sent to a channel. */
export type DigestRefusal =
  | { readonly id: "you-may-not"; readonly channel: string }
  | { readonly id: "bot-may-not"; readonly channel: string; readonly lacking: readonly Permission[] }
  | { readonly id: "unreachable" };

/** The same in words, as Discord Markdown. */
export function digestRefusal(words: Words, refusal: DigestRefusal): string {
  switch (refusal.id) {
    case "you-may-not":
      return words.say("digest.you-may-not", { channel: channelMention(refusal.channel) });
    case "bot-may-not": {
      const names = permissionsMissing(refusal.lacking).map((permission) => words.say(`permission.${permission}`));
      const channel = channelMention(refusal.channel);
      return words.say("digest.bot-may-not", { channel, permissions: words.list(names, "and") });
    }
    case "unreachable":
      return words.say("digest.unreachable");
  }
}

import type { Permission } from "../../domain/permission.ts";
import type { Words } from "../../domain/words.ts";
import { quietLines } from "../text/markdown.ts";

/** What a moderator should know before composing: why nothing can be posted here. Markdown; empty where all is well. */
export function placeNotice(
  words: Words,
  { mayWrite, lacking }: { readonly mayWrite: boolean; readonly lacking: readonly Permission[] | "unknown" },
): string {
  if (!mayWrite) return quietLines([words.say("summary.you-cannot-write")]);
  if (lacking === "unknown") return quietLines([words.say("summary.channel-unknown")]);
  if (lacking.length === 0) return "";
  return quietLines([words.say("summary.cannot-post", { permissions: permissionList(words, lacking) })]);
}

/** "send messages and embed links". */
export function permissionList(words: Words, lacking: readonly Permission[]): string {
  const named = lacking.map((one) => words.say(`permission.${one}`));
  return words.list(named, "and");
}

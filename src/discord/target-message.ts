import { z } from "zod";
import type { TargetMessage } from "../domain/command.ts";
import { LIMITS } from "../present/text/limits.ts";
import { clean } from "./clean.ts";
import { plainText } from "./plain-text.ts";

const text = z.string().catch("");

const embed = z
  .object({
    title: text,
    description: text,
    fields: z.array(z.object({ name: text, value: text })).catch([]),
  })
  .catch({ title: "", description: "", fields: [] });

const content = z.object({ content: text, embeds: z.array(embed).catch([]) });

const message = z.object({
  ...content.shape,
  /** What a forwarded message forwards; it has no content of its own. */
  message_snapshots: z.array(z.object({ message: content })).catch([]),
  author: z.object({ bot: z.boolean().catch(false) }).catch({ bot: false }),
});

/**
 * Reads the message that a context-menu command was chosen for: what it says, then its embeds, as plain text, at most as
 * much as Discord lets embeds hold. Stickers and pictures say nothing.
 *
 * @returns null when it is no message.
 */
export function readTarget(payload: unknown): TargetMessage | null {
  const read = message.safeParse(payload);
  if (!read.success) return null;
  const { message_snapshots: forwarded, author } = read.data;
  const parts = [read.data, ...forwarded.map(({ message }) => message)].flatMap(textsOf);
  const said = parts
    .map((part) => plainText(clean(part.slice(0, LIMITS.message.readLength))).trim())
    .filter((part) => part !== "")
    .join("\n\n");
  return { text: clean(said.slice(0, LIMITS.message.readLength)), byBot: author.bot };
}

function textsOf({ content: said, embeds }: z.infer<typeof content>): readonly string[] {
  const shown = embeds.flatMap(({ title, description, fields }) => [
    title,
    description,
    ...fields.flatMap(({ name, value }) => [name, value]),
  ]);
  return [said, ...shown];
}

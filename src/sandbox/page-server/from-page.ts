import { Locale } from "discord-api-types/v10";
import * as z from "zod/mini";
import type { FilledOption } from "../page-protocol.ts";

const text = z.string().check(z.maxLength(8000));
const id = z.string().check(z.maxLength(64));

const filledOption: z.ZodMiniType<FilledOption> = z.lazy(() =>
  z.pipe(
    z.object({
      name: id,
      type: z.number(),
      value: z.optional(z.union([text, z.number(), z.boolean()])),
      options: z.optional(z.array(filledOption).check(z.maxLength(25))),
    }),
    z.transform(({ name, type, value, options }) => ({
      name,
      type,
      ...(value === undefined ? {} : { value }),
      ...(options === undefined ? {} : { options }),
    })),
  ),
);
const options = z.array(filledOption).check(z.maxLength(25));

const acting = { personaId: id };
const asking = { ...acting, nonce: id };
const asked = { ...asking, channelId: id };

const schema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("command"), ...asked, commandId: id, options, targetId: z.optional(id) }),
  z.object({ type: z.literal("autocomplete"), ...asked, commandId: id, options, focused: id }),
  z.object({
    type: z.literal("component"),
    ...asked,
    messageId: id,
    customId: z.string().check(z.maxLength(100)),
    componentType: z.number(),
    values: z.array(z.string().check(z.maxLength(100))).check(z.maxLength(25)),
  }),
  z.object({
    type: z.literal("modal-submit"),
    ...asking,
    modalId: id,
    values: z.record(z.string().check(z.maxLength(100)), text),
  }),
  z.object({ type: z.literal("say"), ...asked, content: text }),
  z.object({ type: z.literal("post-sample"), ...asked, sample: z.enum(["picture", "preview"]) }),
  z.object({ type: z.literal("start-thread"), ...asked, name: text }),
  z.object({ type: z.literal("delete-channel"), ...asked }),
  z.object({ type: z.literal("delete-message"), ...asking, messageId: id }),
  z.object({ type: z.literal("dismiss"), ...acting, messageId: id }),
  z.object({ type: z.literal("locale"), ...acting, locale: z.enum(Locale) }),
  z.object({ type: z.literal("close-direct"), ...acting, closed: z.boolean() }),
  z.object({ type: z.literal("play"), nonce: id, text: z.string() }),
  z.object({ type: z.literal("stop-playing"), nonce: id }),
]);

/** What a page may send, read from its JSON; the type is the protocol's with Discord's own locales. */
export type PageRequest = z.infer<typeof schema>;

/** @returns undefined for anything that is not of the protocol. */
export function readFromPage(json: string): PageRequest | undefined {
  try {
    return schema.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}

import { Locale } from "discord-api-types/v10";
import * as z from "zod/mini";
import { mostSteps, mostWaitMs } from "./conversation.ts";

const name = z.string().check(z.minLength(1), z.maxLength(100));
const words = z.string().check(z.maxLength(4000));
const value = z.union([words, z.number(), z.boolean()]);

/** What a step can do; exactly one of them. */
export const deedKeys = ["command", "press", "choose", "fill", "message-command", "say", "thread", "wait"] as const;

const stepSchema = z.strictObject({
  as: z.optional(z.enum(["member", "moderator", "restricted", "second"])),
  locale: z.optional(z.enum(Locale)),
  in: z.optional(name),
  command: z.optional(name),
  options: z.optional(z.record(name, value)),
  press: z.optional(name),
  choose: z.optional(z.union([name, z.array(name).check(z.minLength(1), z.maxLength(25))])),
  fill: z.optional(z.record(name, words)),
  "message-command": z.optional(name),
  on: z.optional(name),
  say: z.optional(words.check(z.minLength(1))),
  thread: z.optional(name),
  wait: z.optional(z.number().check(z.minimum(0), z.maximum(mostWaitMs))),
});

/** The form of a conversation's file. */
export const fileSchema = z.strictObject({
  title: z.optional(name),
  steps: z.array(stepSchema).check(z.minLength(1), z.maxLength(mostSteps)),
});

export type StepFields = z.infer<typeof stepSchema>;

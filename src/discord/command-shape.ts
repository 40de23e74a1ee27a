import { z } from "zod";
import type { AnyCommand } from "../domain/command.ts";
import { LIMITS } from "../present/limits.ts";
import { nameSchema } from "./command-naming.ts";

const { command: limits } = LIMITS;

const common = { required: z.boolean() };

const option = z.discriminatedUnion("type", [
  z.strictObject({
    ...common,
    type: z.literal("text"),
    maxLength: z.number().int().min(1).max(limits.textValueLength),
    autocomplete: z.boolean(),
  }),
  z.strictObject({ ...common, type: z.literal("flag") }),
  z
    .strictObject({ ...common, type: z.literal("count"), min: z.number().int(), max: z.number().int() })
    .refine(({ min, max }) => min <= max, "min must not exceed max"),
  z.strictObject({
    ...common,
    type: z.literal("choice"),
    values: z.array(z.string().min(1).max(limits.choiceValueLength)).min(1).max(limits.choices),
  }),
]);

const standing = z.enum(["moderator", "manager"]);

const NEEDS_OF_NOTHING = { path: ["actionNeeds"], message: "must name actions of the command" };

const callable = z.custom<unknown>((value) => typeof value === "function", "must be a function");

/** Who may do it, and its actions. */
const rights = {
  needs: standing.optional(),
  actions: z.record(z.string().min(1), callable).optional(),
  actionNeeds: z.record(z.string(), standing).optional(),
};

const commandSchema = z
  .strictObject({
    ...rights,
    name: nameSchema,
    options: z.record(nameSchema, option).refine((options) => Object.keys(options).length <= limits.options, {
      message: `must be at most ${limits.options}`,
    }),
    visibility: z.literal("private").optional(),
    run: callable,
    complete: callable.optional(),
  })
  .refine(needsAreOfActions, NEEDS_OF_NOTHING)
  .refine(({ options }) => requiredComeFirst(Object.values(options).map(({ required }) => required)), {
    path: ["options"],
    message: "must list the required ones first",
  })
  .refine(({ options, complete }) => complete !== undefined || !Object.values(options).some(autocompletes), {
    path: ["complete"],
    message: "is missing, although an option has autocomplete",
  });

const messageCommandSchema = z
  .strictObject({
    ...rights,
    type: z.literal("message"),
    name: z
      .string()
      .regex(
        new RegExp(`^[a-z][a-z-]{0,${limits.nameLength - 1}}$`, "u"),
        `must be 1 to ${limits.nameLength} small letters or hyphens`,
      ),
    run: callable,
  })
  .refine(needsAreOfActions, NEEDS_OF_NOTHING);

const anyType = z.object({ type: z.unknown() });

/** What keeps a value from being a command that Discord accepts, a sentence each; empty where nothing does. */
export function commandProblems(value: unknown): readonly string[] {
  const typed = anyType.safeParse(value);
  const { error } = (typed.success && typed.data.type !== undefined ? messageCommandSchema : commandSchema).safeParse(
    value,
  );
  return (error?.issues ?? []).map(({ path, message }) => `${path.join(".") || "the command"}: ${message}`);
}

/** Whether a value is a command, as far as it tells by itself. What people read of it is in the catalogues. */
export function isCommand(value: unknown): value is AnyCommand {
  return commandProblems(value).length === 0;
}

function requiredComeFirst(required: readonly boolean[]): boolean {
  return !required.some((needed, index) => needed && required[index - 1] === false);
}

/** A slip in a name would leave the action to everybody. */
function needsAreOfActions({ actions = {}, actionNeeds = {} }: z.infer<z.ZodObject<typeof rights>>): boolean {
  return Object.keys(actionNeeds).every((action) => Object.hasOwn(actions, action));
}

function autocompletes(spec: z.infer<typeof option>): boolean {
  return spec.type === "text" && spec.autocomplete;
}

import { z } from "zod";
import type { AnyCommand } from "../domain/command.ts";
import { LIMITS } from "../present/text/limits.ts";
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
  z.strictObject({ ...common, type: z.literal("file"), maxBytes: z.number().int().positive() }),
]);

const need = z.enum(["moderator", "manager", "maintainer"]);

const NEEDS_OF_NOTHING = { path: ["actionNeeds"], message: "must name actions of the command" };

const callable = z.custom<unknown>((value) => typeof value === "function", "must be a function");

const deadlineMs = z.number().int().positive().max(limits.deadlineMs).optional();

/** Who may do it, and its actions. */
const rights = {
  needs: need.optional(),
  deadlineMs,
  actions: z.record(z.string().min(1), callable).optional(),
  actionNeeds: z.record(z.string(), need).optional(),
};

/** What is done when it is typed and sent. */
const typed = {
  options: z.record(nameSchema, option).refine((options) => Object.keys(options).length <= limits.options, {
    message: `must be at most ${limits.options}`,
  }),
  visibility: z.literal("private").optional(),
  run: callable,
  complete: callable.optional(),
};

type Typed = z.infer<z.ZodObject<typeof typed>>;

function soundParts({ options, complete }: Typed, issues: z.core.$RefinementCtx): void {
  const specs = Object.values(options);
  if (!requiredComeFirst(specs.map(({ required }) => required))) {
    issues.addIssue({ code: "custom", path: ["options"], message: "must list the required ones first" });
  }
  if (complete === undefined && specs.some(autocompletes)) {
    issues.addIssue({ code: "custom", path: ["complete"], message: "is missing, although an option has autocomplete" });
  }
}

const commandSchema = z
  .strictObject({ ...rights, ...typed, name: nameSchema })
  .refine(needsAreOfActions, NEEDS_OF_NOTHING)
  .superRefine(soundParts);

const subcommandSchema = z.strictObject({ ...typed, needs: need.optional(), deadlineMs }).superRefine(soundParts);

const groupSchema = z
  .strictObject({
    ...rights,
    name: nameSchema,
    subcommands: z
      .record(nameSchema, subcommandSchema)
      .refine((subcommands) => isWithin(Object.keys(subcommands).length, 1, limits.options), {
        message: `must be 1 to ${limits.options}`,
      }),
  })
  .refine(needsAreOfActions, NEEDS_OF_NOTHING);

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

const told = z.object({ type: z.unknown(), subcommands: z.unknown() }).partial();

/** What keeps a value from being a command that Discord accepts, a sentence each; empty where nothing does. */
export function commandProblems(value: unknown): readonly string[] {
  const { type, subcommands } = told.safeParse(value).data ?? {};
  const schema = type !== undefined ? messageCommandSchema : subcommands !== undefined ? groupSchema : commandSchema;
  const { error } = schema.safeParse(value);
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

function isWithin(count: number, least: number, most: number): boolean {
  return count >= least && count <= most;
}

import { Command, InvalidArgumentError, Option } from "commander";
import { z } from "zod";
import { SYSTEM_NAMES, type SystemName } from "../systems/roster.ts";
import { OWN_SET } from "./question-set.ts";
import { wholeNumber } from "./whole-number.ts";

const OPTIONS = z.object({
  set: z.array(z.string()),
  corpus: z.string().optional(),
  sample: z.number().optional(),
  only: z.array(z.enum(SYSTEM_NAMES)),
  json: z.string().optional(),
  sentenceModel: z.enum(["minilm"]).optional(),
  parts: z.boolean(),
  misses: z.number(),
  write: z.boolean(),
  updateBaseline: z.boolean(),
});

export type EvalOptions = z.infer<typeof OPTIONS>;

/** Reads the command line; ends the process with a message where it is wrong or asks for help. */
export function parseOptions(argv: readonly string[]): EvalOptions {
  const command = new Command("npm run eval --")
    .description("Measures how well questions are answered, beside other means; eval/README.md says how.")
    .option(
      "--set <path>",
      `folder or .jsonl of questions, may be repeated (default: "${OWN_SET}", the project's)`,
      several,
    )
    .option("--corpus <path>", "the articles of a .jsonl of questions")
    .option("--sample <number>", "asks at most so many questions of a set, spread evenly", wholeNumber)
    .option("--only <names>", `only these systems: ${SYSTEM_NAMES.join(", ")}`, systems, [...SYSTEM_NAMES])
    .addOption(
      new Option("--sentence-model <name>", "measures Footnote with this sentence model too").choices(["minilm"]),
    )
    .option("--parts", "measures Footnote with each part of its ranking switched off too", false)
    .option("--json <file>", "writes all figures, every question's outcome and the worst misses")
    .option("--misses <number>", "how many of the worst misses of each kind are shown", wholeNumber, 0)
    .option("--write", "writes the tables, the picture and the figures into eval/", false)
    .option("--update-baseline", `keeps Footnote's figures on "${OWN_SET}" as what tests compare with`, false);
  command.parse(argv, { from: "user" });
  return OPTIONS.parse({ set: [OWN_SET], ...command.opts() });
}

function several(path: string, earlier: readonly string[] | undefined): readonly string[] {
  return [...(earlier ?? []), path];
}

function systems(text: string): readonly SystemName[] {
  const parsed = z.array(z.enum(SYSTEM_NAMES)).safeParse(text.split(","));
  if (!parsed.success) throw new InvalidArgumentError(`Known are ${SYSTEM_NAMES.join(", ")}.`);
  return SYSTEM_NAMES.filter((name) => parsed.data.includes(name));
}

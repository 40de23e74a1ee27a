import { join } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import { z } from "zod";
import { projectRoot } from "../../src/app/project-root.ts";
import { learnedWithout } from "./left-out.ts";

const OPTIONS = z.object({
  eval: z.string(),
  out: z.string(),
  without: z.array(z.string()),
  features: z.string().optional(),
  ablate: z.boolean().default(false),
  sentenceModel: z.enum(["minilm"]).optional(),
});

export type AnswerTrainOptions = z.infer<typeof OPTIONS>;

/** Reads the command line; ends the process with a message where it is wrong or asks for help. */
export function parseOptions(argv: readonly string[]): AnswerTrainOptions {
  const command = new Command("npm run train:answers --")
    .description("Learns models/answer-model.json; models/README.md says how.")
    .requiredOption("--eval <folder>", "the public question sets: a folder that holds squad2/, selqa/ and multihop/")
    .option("--out <file>", "where to write the model (default: models/answer-model.json)")
    .option("--without <names>", "leaves these features or signals out: words,silence:margin", names, [])
    .addOption(
      new Option("--sentence-model <name>", "learns with this sentence model at hand; installed beforehand").choices([
        "minilm",
      ]),
    )
    .option("--ablate", "writes no model, but a table of what each part of ranking earns; some ten minutes")
    .option("--features <file>", "writes what ranking is learned from, a question a line, some 200 MB");
  command.parse(argv, { from: "user" });
  return OPTIONS.parse({ out: join(projectRoot(), "models", "answer-model.json"), ...command.opts() });
}

function names(text: string): readonly string[] {
  const list = text.split(",");
  for (const name of list) {
    if (learnedWithout([name]) === null) throw new InvalidArgumentError(`There is no feature or signal "${name}".`);
  }
  return list;
}

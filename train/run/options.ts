import { Command } from "commander";
import { z } from "zod";

const OPTIONS = z.object({ eval: z.array(z.string()), write: z.boolean() });

export type TrainOptions = z.infer<typeof OPTIONS>;

/** Reads the command line; ends the process with a message where it is wrong or asks for help. */
export function parseOptions(argv: readonly string[]): TrainOptions {
  const command = new Command("npm run train:vectors --")
    .description("Makes models/word-vectors.bin; models/README.md says how.")
    .option(
      "--eval <folder>",
      "then measure on the question sets in this folder's folders; may be given again",
      (folder: string, earlier: string[]) => [...earlier, folder],
      [],
    )
    .option("--no-write", "leave the file as it is");
  command.parse(argv, { from: "user" });
  return OPTIONS.parse(command.opts());
}

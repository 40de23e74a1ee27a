import { Command, Option } from "commander";
import { z } from "zod";
import { wholeNumber } from "../run/whole-number.ts";

const OPTIONS = z.object({
  words: z.number().optional(),
  sentences: z.number().optional(),
  limit: z.number().optional(),
  json: z.string().optional(),
});

export interface SummaryOptions extends z.infer<typeof OPTIONS> {
  readonly file: string;
}

/** Reads the command line; ends the process with a message where it is wrong or asks for help. */
export function parseSummaryOptions(argv: readonly string[]): SummaryOptions {
  const command = new Command("npm run eval -- summaries")
    .description("Measures summaries by ROUGE, beside other means; eval/README.md says how.")
    .argument("[file]", `JSON Lines of {"id","docs","references"}; the project's own when left out`, "own")
    .option("--words <number>", "length of every summary; the mean of the references when left out", wholeNumber)
    .addOption(
      new Option("--sentences <number>", "length of every summary, in sentences")
        .conflicts("words")
        .argParser(wholeNumber),
    )
    .option("--limit <number>", "measures the first so many only", wholeNumber)
    .option("--json <file>", "writes all figures, cluster by cluster");
  command.parse(argv, { from: "user" });
  return { ...OPTIONS.parse(command.opts()), file: z.string().parse(command.processedArgs[0]) };
}

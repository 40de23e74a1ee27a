import { Command } from "commander";
import { z } from "zod";
import { wholeNumber } from "../run/whole-number.ts";

const OPTIONS = z.object({
  dates: z.number().optional(),
  sentences: z.number().optional(),
  limit: z.number().optional(),
  json: z.string().optional(),
});

export interface TimelineOptions extends z.infer<typeof OPTIONS> {
  readonly file: string;
}

/** Reads the command line; ends the process with a message where it is wrong or asks for help. */
export function parseTimelineOptions(argv: readonly string[]): TimelineOptions {
  const command = new Command("npm run eval -- timelines")
    .description("Measures timelines by their days and by ROUGE, beside other means; eval/README.md says how.")
    .argument("[file]", `JSON Lines of {"id","docs","references"}; the project's own when left out`, "own")
    .option("--dates <number>", "days of every timeline; as many as its reference has when left out", wholeNumber)
    .option("--sentences <number>", "sentences for a day; the mean of the reference when left out", wholeNumber)
    .option("--limit <number>", "measures the first so many only", wholeNumber)
    .option("--json <file>", "writes all figures, line by line");
  command.parse(argv, { from: "user" });
  return { ...OPTIONS.parse(command.opts()), file: z.string().parse(command.processedArgs[0]) };
}

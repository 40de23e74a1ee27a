import { Command, InvalidArgumentError, Option } from "commander";
import { z } from "zod";
import { PEER_NAMES, type PeerName } from "./roster.ts";

const OPTIONS = z.object({
  sentences: z.array(z.number()),
  corpus: z.string().optional(),
  questions: z.string().optional(),
  peers: z.array(z.enum(PEER_NAMES)),
  questionsCount: z.number(),
  seed: z.number(),
  rounds: z.number(),
  buildLimit: z.number(),
  queryLimit: z.number(),
  stepLimit: z.number(),
  out: z.string().optional(),
  publish: z.boolean(),
});

export type BenchOptions = z.infer<typeof OPTIONS>;

/** Reads the command line; ends the process with a message where it is wrong or asks for help. */
export function parseOptions(argv: readonly string[]): BenchOptions {
  const command = new Command("npm run bench --")
    .description("Measures Footnote's search beside other engines; bench/README.md says how.")
    .option("--sentences <sizes>", "sizes of generated corpora", sizes, [10_000, 100_000, 1_000_000])
    .option("--corpus <file>", "measure on this JSON Lines file of articles instead")
    .option("--questions <file>", "with the questions of this JSON Lines file")
    .option("--peers <names>", `only these engines: ${PEER_NAMES.join(", ")}`, peers, [...PEER_NAMES])
    .option("--questions-count <number>", "questions to make from the sentences", wholeNumber, 1000)
    .option("--seed <number>", "what the corpus and the questions are made from", wholeNumber, 1)
    .option("--rounds <number>", "how often each question is asked", wholeNumber, 3)
    .option("--build-limit <seconds>", "what building may take", wholeNumber, 180)
    .option("--query-limit <seconds>", "what all questions of an engine may take", wholeNumber, 60)
    .option("--step-limit <seconds>", "what a single question may take, or a start from disk", wholeNumber, 120)
    .option("--out <folder>", "where the result is written (default: bench/results)")
    .addOption(new Option("--publish", "write the tables into bench/README.md").default(false));
  command.parse(argv, { from: "user" });
  return OPTIONS.parse(command.opts());
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1) throw new InvalidArgumentError("Not a whole number above 0.");
  return number;
}

function sizes(text: string): readonly number[] {
  return text
    .split(",")
    .map((size) => wholeNumber(size))
    .toSorted((a, b) => a - b);
}

function peers(text: string): readonly PeerName[] {
  const parsed = z.array(z.enum(PEER_NAMES)).safeParse(text.split(","));
  if (!parsed.success) throw new InvalidArgumentError(`Known are ${PEER_NAMES.join(", ")}.`);
  return PEER_NAMES.filter((name) => parsed.data.includes(name));
}

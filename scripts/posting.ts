/**
 * Kills the bot again and again while moderators post, and prints what was lost and what was posted twice. Run with
 * `npm run check:posting -- --kills 200 --seed 1`; ends with 1 where there was any.
 */
import { parseArgs } from "node:util";
import { killOverAndOver } from "../test/e2e/posting/kills.ts";

const { values } = parseArgs({
  options: { kills: { type: "string", default: "200" }, seed: { type: "string", default: "1" } },
});
const [kills, seed] = [Number(values.kills), Number(values.seed)];
if (!Number.isInteger(kills) || kills < 1 || !Number.isInteger(seed)) {
  throw new Error("--kills wants a whole number from 1 on, --seed a whole number");
}
const tally = await killOverAndOver({ kills, seed });
const { lost, twice, ...figures } = tally;
const rows = { seed, ...figures, lost: lost.length, twice: twice.length };
for (const [name, figure] of Object.entries(rows)) process.stdout.write(`${name.padEnd(12)} ${String(figure)}\n`);
for (const line of [...lost, ...twice]) process.stdout.write(`${line}\n`);
process.exitCode = lost.length + twice.length === 0 ? 0 : 1;

import { SHARES, type SetFigures } from "./measure.ts";

export interface MeasuredMeaning {
  readonly name: string;
  readonly figures: readonly SetFigures[];
}

/**
 * A table in Markdown: a row for each meaning, a column for each set with MRR@10 by cosine alone and together with BM25, the
 * latter with the share that is best over all sets.
 */
export function figuresTable(measured: readonly MeasuredMeaning[]): string {
  const sets = measured[0]?.figures ?? [];
  const rows = measured.map(({ name, figures }) => {
    const best = SHARES.map((_, n) => mean(figures.map(({ fused }) => fused[n] ?? 0)));
    const n = best.indexOf(Math.max(...best));
    const cells = figures.map(({ cosine, fused }) => `${digits(cosine)} / ${digits(fused[n] ?? 0)}`);
    const overall = `${digits(mean(figures.map(({ cosine }) => cosine)))} / ${digits(best[n] ?? 0)}`;
    return [name, ...cells, overall, String(SHARES[n] ?? "")];
  });
  const words = sets.map((set) => `– / ${digits(set.words)}`);
  const header = ["", ...sets.map(({ name }) => name), "mean", "λ"];
  const alone = ["BM25 alone", ...words, `– / ${digits(mean(sets.map((set) => set.words)))}`, "–"];
  return [header, header.map(() => "---"), alone, ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function digits(value: number): string {
  return value.toFixed(3).replace(/^0/u, "");
}

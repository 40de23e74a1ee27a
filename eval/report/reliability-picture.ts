import type { ReliabilityBin } from "../metrics/calibration.ts";

/** One diagram of the picture. */
export interface ReliabilityPanel {
  readonly title: string;
  readonly bins: readonly ReliabilityBin[];
  /** Expected calibration error, null where there is none. */
  readonly expectedError: number | null;
}

/** All in pixels of the picture. */
const SIDE = 260;
const LEFT = 58;
const TOP = 46;
const WIDTH = LEFT + SIDE + 26;
const HEIGHT = TOP + SIDE + 62;
const COLUMNS = 2;

const STYLE = `
  svg { background: #fff; font: 12px system-ui, sans-serif; fill: #1f2328 }
  .bar { fill: #3273c4 } .axis { stroke: #59636e } .grid { stroke: #d1d9e0 } .ideal { stroke: #b35900; stroke-width: 1.5; stroke-dasharray: 5 4 }
  .quiet { fill: #59636e; font-size: 11px } .count { stroke: #fff; stroke-width: 3; paint-order: stroke } .title { font-weight: 600; font-size: 14px }
  @media (prefers-color-scheme: dark) {
    svg { background: #0d1117; fill: #f0f6fc }
    .bar { fill: #4f97ec } .axis { stroke: #9198a1 } .grid { stroke: #3d444d } .ideal { stroke: #f0a04b } .quiet { fill: #9198a1 }
    .count { stroke: #0d1117 }
  }`;

/**
 * The reliability diagrams as an SVG: for each tenth of confidence the share of questions with a right sentence shown, with the number of
 * questions above the bar. Where confidence is honest, bars end at the dashed line. Follows the viewer's light or dark.
 */
export function reliabilityPicture(panels: readonly ReliabilityPanel[]): string {
  const columns = Math.min(COLUMNS, Math.max(1, panels.length));
  const width = WIDTH * columns;
  const height = HEIGHT * Math.max(1, Math.ceil(panels.length / columns));
  const drawn = panels.map((panel, place) => {
    const x = (place % columns) * WIDTH;
    const y = Math.floor(place / columns) * HEIGHT;
    return `<g transform="translate(${String(x)} ${String(y)})">\n${drawPanel(panel)}\n</g>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}" viewBox="0 0 ${String(width)} ${String(height)}" role="img">`,
    `<title>Reliability of the confidence: ${panels.map((panel) => escaped(summary(panel))).join("; ")}</title>`,
    `<style>${STYLE}\n</style>`,
    ...drawn,
    "</svg>",
    "",
  ].join("\n");
}

function drawPanel(panel: ReliabilityPanel): string {
  const ticks = [0, 0.25, 0.5, 0.75, 1];
  return [
    `<text class="title" x="${String(LEFT)}" y="20">${escaped(panel.title)}</text>`,
    `<text class="quiet" x="${String(LEFT)}" y="36">${escaped(errorText(panel))}</text>`,
    ...ticks.flatMap((tick) => [
      `<line class="grid" x1="${px(0)}" y1="${py(tick)}" x2="${px(1)}" y2="${py(tick)}"/>`,
      `<text class="quiet" x="${String(LEFT - 8)}" y="${py(tick)}" dy="4" text-anchor="end">${percent(tick)}</text>`,
      `<text class="quiet" x="${px(tick)}" y="${String(TOP + SIDE + 16)}" text-anchor="middle">${percent(tick)}</text>`,
    ]),
    ...panel.bins.map((bin) => drawBar(bin)),
    `<line class="ideal" x1="${px(0)}" y1="${py(0)}" x2="${px(1)}" y2="${py(1)}"/>`,
    ...panel.bins.map((bin) => drawCount(bin)),
    `<line class="axis" x1="${px(0)}" y1="${py(0)}" x2="${px(1)}" y2="${py(0)}"/>`,
    `<text class="quiet" x="${px(0.5)}" y="${String(TOP + SIDE + 36)}" text-anchor="middle">confidence</text>`,
    `<text class="quiet" transform="translate(14 ${py(0.5)}) rotate(-90)" text-anchor="middle">a right sentence shown</text>`,
  ].join("\n");
}

function drawBar({ from, to, count, confidence, right }: ReliabilityBin): string {
  if (right === null || confidence === null) return "";
  const told = `confidence ${confidence.toFixed(2)}, right ${right.toFixed(2)}, ${String(count)} questions`;
  const place = `x="${round(LEFT + SIDE * from + 2)}" y="${py(right)}"`;
  const size = `width="${round(SIDE * (to - from) - 4)}" height="${round(SIDE * right)}"`;
  return `<rect class="bar" ${place} ${size}><title>${told}</title></rect>`;
}

/** The number of questions above the bar, over the dashed line. */
function drawCount({ from, to, count, right }: ReliabilityBin): string {
  if (right === null) return "";
  const place = `x="${px((from + to) / 2)}" y="${py(right)}" dy="-4"`;
  return `<text class="quiet count" ${place} text-anchor="middle">${String(count)}</text>`;
}

function px(share: number): string {
  return round(LEFT + SIDE * share);
}

function py(share: number): string {
  return round(TOP + SIDE * (1 - share));
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function percent(share: number): string {
  return `${String(Math.round(share * 100))} %`;
}

function summary(panel: ReliabilityPanel): string {
  return `${panel.title}, ${errorText(panel)}`;
}

function errorText({ bins, expectedError }: ReliabilityPanel): string {
  const questions = bins.reduce((sum, { count }) => sum + count, 0);
  const error = expectedError === null ? "" : `, calibration error ${expectedError.toFixed(3)}`;
  return `${questions.toLocaleString("en")} questions${error}`;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, " ").replaceAll(/[&<>"]/gu, (character) => ENTITIES[character] ?? "");
}

/** Milliseconds before a line of progress is worth showing, and between two of them. */
const BEFORE_FIRST = 1_000;
const BETWEEN = 200;

/** A line of progress that overwrites itself. */
export interface ProgressLine {
  show(text: string): void;
  /** Takes the line away. */
  clear(): void;
}

/** For work that takes long; nothing is shown where `stream` is no terminal. */
export function progressLine(stream: NodeJS.WritableStream): ProgressLine {
  if (!("isTTY" in stream) || stream.isTTY !== true) return { show: () => {}, clear: () => {} };
  let next = performance.now() + BEFORE_FIRST;
  let isShown = false;
  return {
    show(text) {
      if (performance.now() < next) return;
      next = performance.now() + BETWEEN;
      isShown = true;
      stream.write(`\r\u001B[K${text}`);
    },
    clear() {
      if (isShown) stream.write("\r\u001B[K");
      isShown = false;
    },
  };
}

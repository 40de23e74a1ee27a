/** Milliseconds between two words about progress: what takes less is not worth one. */
const PROGRESS_MS = 2_000;

/** Passes progress on once in a while. */
export function nowAndThen<A extends readonly unknown[]>(tell: (...progress: A) => void): (...progress: A) => void {
  let told = performance.now();
  return (...progress) => {
    if (performance.now() - told < PROGRESS_MS) return;
    told = performance.now();
    tell(...progress);
  };
}

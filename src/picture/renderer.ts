import { renderAsync } from "@resvg/resvg-js";
import type { Svg } from "./svg.ts";

/** How many pictures may wait for the one that is being drawn. */
const MOST_WAITING = 8;

/** Draws one picture after the other, in a thread of its own: each takes some megabytes while it is drawn. */
export class Renderer {
  #waiting = 0;
  #last: Promise<unknown> = Promise.resolve();

  /**
   * Makes a PNG of an SVG.
   *
   * @param fontFiles the only fonts there are
   * @throws (rejects with) the signal's reason once it fires, an error where too many wait or the SVG cannot be drawn
   */
  async png(svg: Svg, fontFiles: readonly string[], signal: AbortSignal): Promise<Uint8Array> {
    signal.throwIfAborted();
    if (this.#waiting > MOST_WAITING) throw new Error("too many pictures are waiting to be drawn");
    this.#waiting += 1;
    const drawn = this.#last.then(async () => {
      signal.throwIfAborted();
      const image = await renderAsync(svg, { font: { loadSystemFonts: false, fontFiles: [...fontFiles] } });
      return image.asPng();
    });
    // Whoever gives up does not wait, but the next still does: there is one at a time.
    this.#last = drawn.then(
      () => this.#leave(),
      () => this.#leave(),
    );
    return Promise.race([drawn, whenAborted(signal)]);
  }

  #leave(): void {
    this.#waiting -= 1;
  }
}

async function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}

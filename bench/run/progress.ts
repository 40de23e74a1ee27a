import type { WriteStream } from "node:tty";

export interface Progress {
  readonly show: (message: string) => void;
  readonly end: () => void;
}

const EVERY_MS = 10_000;

/** Tells on a terminal's last line what is going on; elsewhere in a line of its own now and then. */
export function createProgress(stream: WriteStream): Progress {
  let last = 0;
  return {
    show: (message) => {
      if (stream.isTTY) {
        stream.write(`\r\u001B[K${message.slice(0, stream.columns - 1)}`);
        return;
      }
      const now = performance.now();
      if (last !== 0 && now - last < EVERY_MS) return;
      last = now;
      stream.write(`${message}\n`);
    },
    end: () => {
      if (stream.isTTY) stream.write("\r\u001B[K");
    },
  };
}

/** What the command line may touch of the process it runs in: handed in, so that a test can stand in for a terminal. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream;
  /** Answers and results, and nothing else. */
  readonly output: NodeJS.WritableStream;
  /** Progress and problems. */
  readonly messages: NodeJS.WritableStream;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Fires when the person presses Ctrl-C. */
  readonly signal: AbortSignal;
}

/** Writes a line and waits until it has gone out, so that a slow reader slows us down instead of filling memory. */
export async function writeLine(stream: NodeJS.WritableStream, line: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    stream.write(`${line}\n`, (error) => {
      if (error === null || error === undefined) resolve();
      else reject(error);
    });
  });
}

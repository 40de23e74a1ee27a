/** What is asked of the process: `process` itself. */
interface OwnProcess {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly ppid: number;
}

const CHECK_EVERY_MS = 500;

/**
 * Tells when `npm start` was asked to end. npm passes a signal to the shell between it and this process, and the shell
 * dies of it without passing it on; what can be seen is that the parent is another then.
 *
 * Nothing but our own `npm start` is watched: whoever starts the bot otherwise may leave it behind on purpose. On Windows
 * a process keeps its parent's number for good, so nothing is ever told there.
 */
export function whenNpmStartEnds(own: OwnProcess, tell: () => void): void {
  if (own.env["npm_lifecycle_event"] !== "start" || own.env["npm_package_name"] !== "footnote") return;
  const parent = own.ppid;
  const timer = setInterval(() => {
    if (own.ppid === parent) return;
    clearInterval(timer);
    tell();
  }, CHECK_EVERY_MS);
  timer.unref();
}

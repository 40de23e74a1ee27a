import { setTimeout as sleep } from "node:timers/promises";
import { createGate, type Gate } from "./gate.ts";

/** Who may ask which host when: one request at a time to a host, a pause between, a few hosts at once. */
export interface Turns {
  /** Waits for a turn at a host; null if `signal` aborts before. */
  readonly take: (host: string, signal: AbortSignal) => Promise<Turn | null>;
}

export interface Turn {
  /** Ends the turn; the next one at this host begins no sooner than after `pauseMs`. */
  readonly end: (pauseMs: number) => void;
}

interface Queue {
  readonly gate: Gate;
  /** On the clock of `performance.now()`. */
  freeAt: number;
}

/** So many hosts are remembered before those that nobody waits for are forgotten. */
const HOSTS_REMEMBERED = 500;

export function createTurns(hostsAtOnce: number): Turns {
  const queues = new Map<string, Queue>();
  const all = createGate(hostsAtOnce);

  const queueOf = (host: string): Queue => {
    const known = queues.get(host);
    if (known !== undefined) return known;
    if (queues.size >= HOSTS_REMEMBERED) forgetIdle(queues);
    const queue = { gate: createGate(1), freeAt: 0 };
    queues.set(host, queue);
    return queue;
  };

  return {
    take: async (host, signal) => {
      const queue = queueOf(host);
      if (!(await queue.gate.enter(signal))) return null;
      if (!(await pause(queue.freeAt - performance.now(), signal)) || !(await all.enter(signal))) {
        queue.gate.leave();
        return null;
      }
      return {
        end: (pauseMs) => {
          queue.freeAt = performance.now() + pauseMs;
          all.leave();
          queue.gate.leave();
        },
      };
    },
  };
}

function forgetIdle(queues: Map<string, Queue>): void {
  const now = performance.now();
  for (const [host, queue] of queues) if (!queue.gate.busy() && queue.freeAt <= now) queues.delete(host);
}

/** False if `signal` aborts before the time is over. */
async function pause(ms: number, signal: AbortSignal): Promise<boolean> {
  if (ms > 0) await sleep(ms, undefined, { signal }).catch(() => undefined);
  return !signal.aborted;
}

/** Which requests a fault is for: all that fit every field given. */
export interface RequestMatcher {
  readonly method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Tested against the path without `/api/v10`. */
  readonly path?: RegExp;
}

/** An answer in place of the true one; `timeout` keeps the bot waiting, `reset` breaks its connection. */
export type Failure =
  | { readonly status: number; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> }
  | "timeout"
  | "reset";

export type RequestFault =
  | { readonly type: "fail"; readonly how: Failure }
  | { readonly type: "accept-then-fail"; readonly how: Failure }
  | { readonly type: "rate-limit"; readonly seconds: number; readonly scope: "user" | "global" | "shared" }
  | { readonly type: "delay"; readonly ms: number };

interface Armed {
  readonly matcher: RequestMatcher;
  readonly fault: RequestFault;
  left: number;
}

const mostArmed = 100;
const mostTimes = 10_000;

/** Faults waiting for the requests they are meant for, in the order they were armed. */
export class RequestFaults {
  #armed: Armed[] = [];

  arm(matcher: RequestMatcher, fault: RequestFault, times: number): void {
    if (this.#armed.length >= mostArmed) this.#armed.shift();
    this.#armed.push({ matcher, fault, left: Math.min(times, mostTimes) });
  }

  /** Takes the faults due for a request: any delays before the first that changes its answer, and that one. */
  take(method: string, path: string): readonly RequestFault[] {
    const due: RequestFault[] = [];
    for (const armed of this.#armed) {
      if (!fits(armed.matcher, method, path)) continue;
      armed.left -= 1;
      due.push(armed.fault);
      if (armed.fault.type !== "delay") break;
    }
    this.#armed = this.#armed.filter((armed) => armed.left > 0);
    return due;
  }

  clear(): void {
    this.#armed = [];
  }
}

function fits(matcher: RequestMatcher, method: string, path: string): boolean {
  return (matcher.method ?? method) === method && (matcher.path === undefined || path.search(matcher.path) >= 0);
}

import type { Failure, RequestFaults, RequestMatcher } from "./faults.ts";
import type { Gateway } from "./gateway/gateway.ts";
import type { State } from "./state.ts";

/** Ways to make the sandbox fail as Discord and networks do. All end with `clear`, and with the sandbox. */
export class SandboxFaults {
  readonly #gateway: Gateway;
  readonly #requests: RequestFaults;
  readonly #edits: State["edits"];
  readonly #nonces: State["nonces"];

  constructor(gateway: Gateway, requests: RequestFaults, { edits, nonces }: Pick<State, "edits" | "nonces">) {
    this.#edits = edits;
    this.#nonces = nonces;
    this.#gateway = gateway;
    this.#requests = requests;
  }

  /** Breaks all gateway connections without a close frame. @param options whether the sessions can be resumed. */
  dropGateway(options: { readonly resumable: boolean }): void {
    for (const connection of this.#gateway.connections) connection.cut(options.resumable);
  }

  /** Closes all gateway connections with a code. After 4004 and 4010 to 4014 sessions are gone, as with Discord. */
  closeGateway(code: number): void {
    const fatal = code === 4004 || code === 4007 || code === 4009 || (code >= 4010 && code <= 4014);
    for (const connection of this.#gateway.connections) connection.close(code, !fatal);
  }

  /** Asks bots to reconnect (opcode 7). */
  askReconnect(): void {
    for (const connection of this.#gateway.connections) connection.askReconnect();
  }

  /** Tells bots that their session is invalid (opcode 9). */
  invalidateSessions(options: { readonly resumable: boolean }): void {
    for (const connection of this.#gateway.connections) connection.invalidate(options.resumable);
  }

  /** Asks bots for a heartbeat at once (opcode 1). */
  askHeartbeat(): void {
    for (const connection of this.#gateway.connections) connection.askHeartbeat();
  }

  /** Refuses gateway connections for so many milliseconds. */
  refuseReconnect(ms: number): void {
    this.#gateway.faults.refuseFor(ms);
  }

  /** Keeps gateway connections open and says nothing on them, until `flowGateway`. */
  stallGateway(): void {
    this.#gateway.faults.stall();
  }

  /** Ends a stall: what was held back is sent. */
  flowGateway(): void {
    this.#gateway.faults.flow();
  }

  /** Never answers a Resume, until cleared. */
  neverAnswerResume(): void {
    this.#gateway.faults.silentOnResume = true;
  }

  /** Answers the next fitting requests with a failure and does nothing. */
  failNext(matcher: RequestMatcher, how: Failure, times = 1): void {
    this.#requests.arm(matcher, { type: "fail", how }, times);
  }

  /** Does what the next fitting requests ask, then answers with a failure: the bot cannot know that it was done. */
  acceptThenFail(matcher: RequestMatcher, how: Failure, times = 1): void {
    this.#requests.arm(matcher, { type: "accept-then-fail", how }, times);
  }

  /** Answers the next fitting requests with 429. */
  rateLimitNext(
    matcher: RequestMatcher,
    seconds: number,
    scope: "user" | "global" | "shared" = "user",
    times = 1,
  ): void {
    this.#requests.arm(matcher, { type: "rate-limit", seconds, scope }, times);
  }

  /** Holds the next fitting requests back for so many milliseconds before they are looked at. */
  delay(matcher: RequestMatcher, ms: number, times = 1): void {
    this.#requests.arm(matcher, { type: "delay", ms }, times);
  }

  /**
   * Refuses every edit of a message in a channel, as Discord does after many of old ones, until cleared: status 429 with
   * code 30046, which asks the bot to wait so many seconds.
   */
  refuseEdits(seconds = 60): void {
    this.#edits.refusedFor = seconds;
  }

  /** Forgets at once which nonces were posted with, as Discord does after minutes. */
  forgetNonces(): void {
    this.#nonces.forget();
  }

  clear(): void {
    this.#edits.refusedFor = null;
    this.#gateway.faults.clear();
    this.#requests.clear();
  }
}

import { randomBytes } from "node:crypto";
import type { ActionRef } from "../domain/reply.ts";

/** Stands where an action names its command: no command can be called so. */
const COMMAND = "footnote:cancel";
const ID_BYTES = 9;

/** Work that its person can cancel while it goes on. */
export interface Cancellable {
  /** Fires when it is cancelled. */
  readonly signal: AbortSignal;
  /** Of the button that cancels it. */
  readonly action: ActionRef;
  /** To be called once it is over. */
  end(): void;
}

/** Whether an action is the one that cancels what goes on. */
export function isCancelling({ command }: ActionRef): boolean {
  return command === COMMAND;
}

/** What goes on now, in memory alone: after a restart nothing of it does. */
export class Cancellations {
  readonly #running = new Map<string, { readonly person: string; readonly controller: AbortController }>();

  begin(person: string): Cancellable {
    const id = randomBytes(ID_BYTES).toString("base64url");
    const controller = new AbortController();
    this.#running.set(id, { person, controller });
    return {
      signal: controller.signal,
      action: { command: COMMAND, action: "cancel", state: [id] },
      end: () => void this.#running.delete(id),
    };
  }

  /** Cancels what the action names. Only the person whose work it is can. */
  cancel({ state: [id = ""] }: ActionRef, person: string): "cancelled" | "not-theirs" | "ended" {
    const work = this.#running.get(id);
    if (work === undefined) return "ended";
    if (work.person !== person) return "not-theirs";
    work.controller.abort();
    return "cancelled";
  }

  /** Cancels all that goes on. */
  cancelAll(): void {
    for (const { controller } of this.#running.values()) controller.abort();
  }
}

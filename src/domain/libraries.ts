import type { Library } from "./command.ts";

/** What is served at the moment: one library for each event. */
export interface Libraries {
  /** At least one, in the order in which the operator named them. */
  all(): readonly Library[];
  /** That of an event, by its id; the first where it is null, or served no more. For whoever asks. */
  choose(event: string | null): Library;
  /**
   * That of the event from which something was made. Where only one is served it is that one, whatever its id is now: an
   * event's id changes when its folder is renamed. The first for null, which is how things are kept from before there
   * could be several. Undefined where it is served no more.
   */
  find(event: string | null): Library | undefined;
}

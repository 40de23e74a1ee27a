import type { Budget } from "../../../src/digest/summary/choose.ts";
import type { Document } from "../../given/document.ts";

/** A means of summarising. */
export interface Summariser {
  readonly name: string;
  readonly title: string;
  /** Sentences in the order in which they are told, at least as much as the budget where there is as much. */
  summarise(documents: readonly Document[], budget: Budget): Promise<readonly string[]>;
}

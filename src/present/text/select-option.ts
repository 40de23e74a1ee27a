import type { SelectOption } from "../../domain/reply.ts";
import { cleanText } from "./clean.ts";
import { cut } from "./cut.ts";
import { LIMITS } from "./limits.ts";

/** An entry of a list to choose from: plain text on one line, cut to what Discord shows. */
export function selectOption(label: string, description: string, value: string): SelectOption {
  const { selectLabelLength, selectDescriptionLength } = LIMITS.component;
  return {
    label: cut(cleanText(label).trim(), selectLabelLength),
    description: cut(cleanText(description).trim(), selectDescriptionLength),
    value,
  };
}

const NEGATED =
  / (?:not(?! only )|never|no(?! (?:idea|clue|doubt|matter|problem|worries|one knows) )|none|nobody|nothing|neither|nor|without|cannot|aint|no one|nowhere|(?:did|do|does|is|are|was|were|has|have|had|ca|could|wo|would|should|must|need)nt)(?= )/u;
/** Frames that say no and mean none: "or not", "why not say". */
const FRAME = / or (?:not|no)(?= )/gu;

/** Whether plain English words ask about something not being so. */
export function isNegated(wording: string): boolean {
  return NEGATED.test(wording.replace(FRAME, " "));
}

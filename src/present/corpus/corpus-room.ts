import { type ListRoom, fits, fittingList } from "../text/list-room.ts";

const GAP = "\n\n";

/**
 * A body of paragraphs with as much shown as Discord takes. Where even the least of each is too much, the last ones are
 * left out and dots stand for them: what matters most comes first.
 */
export function fittingParagraphs(body: (room: ListRoom) => string): string {
  const whole = fittingList(body);
  if (fits(whole)) return whole;
  const kept = whole.split(GAP);
  while (kept.length > 1 && !fits([...kept, "…"].join(GAP))) kept.pop();
  return [...kept, "…"].join(GAP);
}

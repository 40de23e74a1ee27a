import type { Answer, Point } from "../../domain/answer.ts";

/** What the reply to an answer quotes, in order: a contradiction before the closest passages. */
export function shownPoints(answer: Answer): readonly Point[] {
  switch (answer.status) {
    case "answered": {
      return answer.points;
    }
    case "not-in-articles": {
      return answer.contradiction === null ? answer.closest : [answer.contradiction, ...answer.closest];
    }
    case "unusable-question": {
      return [];
    }
  }
}

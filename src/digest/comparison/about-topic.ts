import type { Statement } from "../../answer/statement.ts";
import type { Evidence } from "../../domain/answer.ts";
import type { Overlap } from "./overlap.ts";

/** Overlap with a sentence about the topic that makes another one about it, whatever words it has for it. */
const ABOUT_OVERLAP = 0.5;
/** Share of the topic's words that a sentence must have; what stands beside it, or means about the same, counts in part. */
const TOPIC_SHARE = 0.6;
const FIELD_SHARES = { sentence: 1, title: 0.7, neighbours: 0.5 } as const;
const MEANING_SHARE = 0.6;

/**
 * Statements about the topic, rather than about some word of it: they have most of what any has of it, or say much the
 * same as one that has.
 *
 * @param unknown how many words of the topic nothing has
 */
export function aboutTopic(found: readonly Statement[], unknown: number, overlap: Overlap): readonly Statement[] {
  const asked = new Set(found.flatMap(({ evidence }) => evidence.contributions.map((one) => one.asked)));
  const sure = found.filter(({ evidence }) => topicShare(evidence) >= (asked.size + unknown) * TOPIC_SHARE);
  return found.filter((one) => sure.some((other) => one === other || overlap(one, other) >= ABOUT_OVERLAP));
}

/** How many of the topic's words a passage has. */
function topicShare({ contributions }: Evidence): number {
  if (!contributions.some(({ field }) => field === "sentence")) return 0;
  const shares = new Map<string, number>();
  for (const { asked, field, how } of contributions) {
    const share = FIELD_SHARES[field] * (how === "meaning" ? MEANING_SHARE : 1);
    shares.set(asked, Math.max(share, shares.get(asked) ?? 0));
  }
  return [...shares.values()].reduce((sum, share) => sum + share, 0);
}

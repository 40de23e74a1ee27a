import type { DigestPlan } from "../domain/digest-plan.ts";
import type { Publication } from "../domain/publication.ts";
import type { DeliveryTools } from "./delivery.ts";
import { digestOfSlot } from "./slot.ts";

/**
 * Pauses the digest that a publication is of, since its channel takes none, so that nobody is told so every day.
 *
 * @returns the digest; null for what is no digest's, and where the store does not tell
 */
export async function pauseDigest(
  { store, now }: Pick<DeliveryTools, "store" | "now">,
  { slot }: Publication,
): Promise<DigestPlan | null> {
  const id = slot === null ? null : digestOfSlot(slot);
  if (id === null) return null;
  const found = await store.digests.get(id);
  if (!found.ok || found.value === null || found.value.paused) return found.ok ? found.value : null;
  const { server, revision, channel } = found.value;
  await store.digests.change(
    id,
    revision,
    { paused: true },
    { server, at: now().toISOString(), person: null, deed: "digest-paused", subject: id, detail: channel },
  );
  return found.value;
}

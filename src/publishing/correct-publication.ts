import type { Publication } from "../domain/publication.ts";
import type { PublishFailure } from "../domain/publisher.ts";
import type { Result } from "../domain/result.ts";
import {
  type Attempt,
  CLOCK_MARGIN_MS,
  type Delivered,
  type DeliveryTools,
  GIVEN_UP_AFTER_MS,
  LATER,
} from "./delivery.ts";
import { before, elapsed } from "./instants.ts";
import type { Lease } from "./lease.ts";

/**
 * Brings a message up to date with its publication, or, where Discord no longer allows that, says below it what is to be
 * corrected. Doing so twice shows nothing twice: an edit is the same edit, and the message below is found by its key.
 */
export async function correctPublication(
  tools: DeliveryTools,
  publication: Publication,
  message: string,
  lease: Lease,
  attempt: Attempt,
): Promise<Delivered> {
  const { publisher, rendering } = tools;
  const reply = await rendering.publication(publication);
  if (!(await lease.take())) return LATER;
  const edited = await publisher.edit(publication.channel, message, reply);
  if (edited.ok) return settle(tools, publication, null, attempt);
  if (edited.error.id === "message-gone") return noteRemoval(tools, publication);
  if (edited.error.id === "unreachable") return unlessTooOld(tools, publication, edited.error, attempt);
  const said = await sayBelow(tools, publication, message, lease);
  if (said === null) return LATER;
  if (said.ok) return settle(tools, publication, null, attempt);
  if (said.error.id === "unreachable") return unlessTooOld(tools, publication, said.error, attempt);
  return settle(tools, publication, said.error, attempt);
}

/** Null where somebody else has taken over. */
async function sayBelow(
  { publisher, rendering }: DeliveryTools,
  publication: Publication,
  message: string,
  lease: Lease,
): Promise<Result<unknown, PublishFailure> | null> {
  const { id, channel, revision, changedAt } = publication;
  const key = `${id}.${revision}`;
  const found = await publisher.find(channel, key, before(changedAt, CLOCK_MARGIN_MS));
  if (!found.ok || found.value !== null) return found;
  const reply = await rendering.correction(publication, key);
  if (!(await lease.take())) return null;
  return publisher.post({ channel, reply, key, replyTo: message });
}

async function unlessTooOld(
  tools: DeliveryTools,
  publication: Publication,
  failure: PublishFailure,
  attempt: Attempt,
): Promise<Delivered> {
  const isOld = elapsed(publication.changedAt, tools.now()) > GIVEN_UP_AFTER_MS;
  return isOld ? settle(tools, publication, failure, attempt) : LATER;
}

/** @param failure why the correction is to be seen nowhere; null where it is */
async function settle(
  { store, notices, now }: DeliveryTools,
  publication: Publication,
  failure: PublishFailure | null,
  { undo }: Attempt,
): Promise<Delivered> {
  const { id, revision, server } = publication;
  const undone = failure === null ? null : undo();
  // Before it is noted down: told twice after a kill is better than never.
  if (undone === null) await notices.corrected(publication, failure === null);
  const at = now().toISOString();
  const entry = { server, at, person: null, deed: "failed", subject: id, detail: failure?.id ?? null } as const;
  const change = undone ?? ({ state: "posted" } as const);
  const noted = await store.publications.change(id, revision, change, at, failure === null ? null : entry);
  if (!noted.ok || typeof noted.value === "string") return LATER;
  return failure === null
    ? { status: "delivered", publication: noted.value }
    : { status: "refused", publication: noted.value, failure };
}

/** Somebody deleted the message in the channel itself. */
async function noteRemoval({ store, now }: DeliveryTools, { id, revision, server }: Publication): Promise<Delivered> {
  const at = now().toISOString();
  const entry = { server, at, person: null, deed: "removed", subject: id, detail: null } as const;
  const noted = await store.publications.change(id, revision, { state: "removed" }, at, entry);
  if (!noted.ok || typeof noted.value === "string") return LATER;
  return { status: "settled", publication: noted.value };
}

import type { Publication, PublicationChange } from "../domain/publication.ts";
import type { PublishFailure } from "../domain/publisher.ts";
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
import { pauseDigest } from "./pause-digest.ts";

/** Much shorter than a lease: whoever had one meanwhile has it still. */
const FRESH_MS = 10_000;
/** Entries of the log that are looked through, the latest first. */
const ENTRIES = 50;

/**
 * Posts a publication, unless an earlier attempt did so and was cut off before it could note that down: then its message
 * is found by its key.
 */
export async function postPublication(
  tools: DeliveryTools,
  publication: Publication,
  lease: Lease,
  attempt: Attempt,
): Promise<Delivered> {
  const { publisher, rendering, store, now } = tools;
  const { id, server, channel, createdAt, changedAt } = publication;
  const refused = async (failure: PublishFailure): Promise<Delivered> => refuse(tools, publication, failure, attempt);
  const age = elapsed(changedAt, now());
  const log = await store.log({ server, subject: id, offset: 0, limit: ENTRIES });
  if (!log.ok) return LATER;
  // It became a draft again without anybody being able to see whether it was posted.
  const hadFailed = log.value.some(({ deed }) => deed === "failed");
  if (hadFailed || attempt.decidedAt !== changedAt || age > FRESH_MS) {
    const found = await publisher.find(channel, id, before(hadFailed ? createdAt : changedAt, CLOCK_MARGIN_MS));
    if (!found.ok) return refused(found.error);
    if (found.value !== null) return noteMessage(tools, publication, found.value);
    if (age > GIVEN_UP_AFTER_MS) return refused({ id: "unreachable", reason: "given up" });
  }
  const reply = await rendering.publication(publication);
  if (!(await lease.take())) return LATER;
  const posted = await publisher.post({ channel, reply, key: id, replyTo: null });
  return posted.ok ? noteMessage(tools, publication, posted.value) : refused(posted.error);
}

async function noteMessage(
  { store, notices, now }: DeliveryTools,
  { id, revision, author, approver }: Publication,
  message: string,
): Promise<Delivered> {
  const at = now().toISOString();
  const noted = await store.publications.change(id, revision, { state: "posted", message, postedAt: at }, at, null);
  if (!noted.ok || noted.value === "changed-meanwhile") return LATER;
  if (noted.value === "gone") return { status: "settled", publication: null };
  if (approver !== null && approver !== author) await notices.approved(noted.value);
  return { status: "delivered", publication: noted.value };
}

async function refuse(
  tools: DeliveryTools,
  publication: Publication,
  failure: PublishFailure,
  { undo }: Attempt,
): Promise<Delivered> {
  const { store, notices, now } = tools;
  const { id, revision, server, changedAt } = publication;
  if (failure.id === "unreachable" && elapsed(changedAt, now()) <= GIVEN_UP_AFTER_MS) return LATER;
  const undone = undo();
  const at = now().toISOString();
  const changed = await store.publications.change(id, revision, undone ?? again(publication), at, {
    server,
    at,
    person: null,
    deed: "failed",
    subject: id,
    detail: failure.id,
  });
  if (!changed.ok || typeof changed.value === "string") return LATER;
  const digest = failure.id === "unreachable" ? null : await pauseDigest(tools, publication);
  if (undone === null) await notices.notPosted(publication, digest);
  return { status: "refused", publication: changed.value, failure };
}

/** A digest is made anew when it is due; what people wrote is theirs to post again. */
function again({ slot, approver }: Publication): PublicationChange {
  if (slot !== null) return { state: "failed" };
  return { state: approver === null ? "draft" : "awaiting-approval", approver: null };
}

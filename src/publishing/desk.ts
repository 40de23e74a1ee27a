import type { Desk, DeskOutcome } from "../domain/desk.ts";
import type { NewLogEntry } from "../domain/log.ts";
import type { Publication, PublicationChange } from "../domain/publication.ts";
import type { Publisher } from "../domain/publisher.ts";
import type { Store } from "../domain/store.ts";
import { within } from "../ops/within.ts";
import { type Delivered, LATER } from "./delivery.ts";
import type { Outbox } from "./outbox.ts";
import type { Notices } from "./notices.ts";
import { nextDue } from "./schedule.ts";

/** Milliseconds that whoever pressed a button is made to wait for Discord, before being told that it will come. */
const WAIT_MS = 6_000;

export interface DeskOptions {
  readonly store: Pick<Store, "publications">;
  readonly publisher: Publisher;
  readonly outbox: Outbox;
  readonly notices: Pick<Notices, "sentBack">;
  readonly now: () => Date;
  readonly waitMs?: number;
}

/** A desk whose decisions are written down first and then carried out by the outbox. */
export function createDesk(options: DeskOptions): Desk {
  const { publisher, now } = options;
  return {
    lacking: (channel) => publisher.lacking(channel),
    personMayWrite: (channel, person) => publisher.personMayWrite(channel, person),

    async post(id, revision, by) {
      const seen = await seenAt(options, id, revision, ["draft", "awaiting-approval"]);
      if ("status" in seen) return seen;
      const { publication } = seen;
      const [lacking, theirs] = await Promise.all([
        publisher.lacking(publication.channel),
        publisher.personMayWrite(publication.channel, by),
      ]);
      if (!lacking.ok) return { status: "refused", failure: lacking.error };
      if (lacking.value.length > 0) {
        return { status: "refused", failure: { id: "not-allowed", lacking: lacking.value } };
      }
      // What cannot be looked up is not allowed: the bot lends nobody its own rights.
      if (!theirs.ok) return { status: "refused", failure: theirs.error };
      if (!theirs.value) return { status: "not-theirs" };
      const { state, approver, topic } = publication;
      const isApproval = state === "awaiting-approval";
      return decide(options, publication, {
        change: { state: "posting", approver: isApproval ? by : approver },
        undo: { state, approver },
        entry: { person: by, deed: isApproval ? "approved" : "posted", detail: topic },
      });
    },

    async strike(id, revision, lines, by) {
      const seen = await seenAt(options, id, revision, ["posted"]);
      if ("status" in seen) return seen;
      const { publication } = seen;
      const at = now().toISOString();
      const struck = publication.lines.map((line) =>
        lines.includes(line.id) && line.correction?.how !== "struck"
          ? { ...line, correction: { how: "struck", at } as const }
          : line,
      );
      const taken = struck.filter((line, place) => line !== publication.lines[place]);
      if (taken.length === 0) return { status: "done", publication };
      return decide(options, publication, {
        change: { state: "posting", lines: struck },
        undo: { state: "posted", lines: publication.lines },
        entry: { person: by, deed: "corrected", detail: taken.map(({ cited }) => cited.text).join(" ") },
      });
    },

    async remove(id, revision, by) {
      const seen = await seenAt(options, id, revision, ["posted"]);
      if ("status" in seen) return seen;
      const { channel, message, server, topic } = seen.publication;
      if (message !== null) {
        const removed = await publisher.remove(channel, message);
        if (!removed.ok) return { status: "refused", failure: removed.error };
      }
      const at = now().toISOString();
      const entry: NewLogEntry = { server, at, person: by, deed: "removed", subject: id, detail: topic };
      return noted(await options.store.publications.change(id, revision, { state: "removed" }, at, entry), options, id);
    },

    tellSentBack: (publication, reason) => options.notices.sentBack(publication, reason),

    nextDue: (plan) => nextDue(plan, now())?.toISOString() ?? null,
  };
}

/** The publication as somebody saw it, or what has become of it since. */
async function seenAt(
  options: DeskOptions,
  id: string,
  revision: number,
  states: readonly Publication["state"][],
): Promise<{ readonly publication: Publication } | DeskOutcome> {
  const found = await options.store.publications.get(id);
  if (!found.ok) return { status: "failed", failure: found.error };
  if (found.value === null) return { status: "gone" };
  const isAsSeen = found.value.revision === revision && states.includes(found.value.state);
  return isAsSeen ? { publication: found.value } : { status: "changed-meanwhile", publication: found.value };
}

interface Decision {
  readonly change: PublicationChange;
  /** Brings back what was before. */
  readonly undo: PublicationChange;
  readonly entry: Pick<NewLogEntry, "person" | "deed" | "detail">;
}

/** Writes a decision down and has it carried out; what takes longer than anybody waits goes on. */
async function decide(
  options: DeskOptions,
  { id, revision, server }: Publication,
  { change, undo, entry }: Decision,
): Promise<DeskOutcome> {
  const { store, outbox, now } = options;
  const at = now().toISOString();
  const changed = await store.publications.change(id, revision, change, at, { ...entry, server, at, subject: id });
  const decided = await noted(changed, options, id);
  if (decided.status !== "done") return decided;
  let isAwaited = true;
  const attempt = { decidedAt: at, undo: () => (isAwaited ? undo : null) };
  const delivered = await within(outbox.send(id, attempt), options.waitMs ?? WAIT_MS);
  isAwaited = false;
  return outcomeOf(delivered ?? LATER, decided.publication);
}

function outcomeOf(delivered: Delivered, decided: Publication): DeskOutcome {
  switch (delivered.status) {
    case "delivered":
      return { status: "done", publication: delivered.publication };
    case "refused":
      return { status: "refused", failure: delivered.failure };
    case "later":
    case "busy":
      return { status: "later", publication: decided };
    case "settled": {
      const { publication } = delivered;
      if (publication === null) return { status: "gone" };
      return { status: publication.state === "posted" ? "done" : "changed-meanwhile", publication };
    }
  }
}

async function noted(
  changed: Awaited<ReturnType<Store["publications"]["change"]>>,
  { store }: DeskOptions,
  id: string,
): Promise<DeskOutcome> {
  if (!changed.ok) return { status: "failed", failure: changed.error };
  if (changed.value === "gone") return { status: "gone" };
  if (changed.value !== "changed-meanwhile") return { status: "done", publication: changed.value };
  const now = await store.publications.get(id);
  if (!now.ok) return { status: "failed", failure: now.error };
  return now.value === null ? { status: "gone" } : { status: "changed-meanwhile", publication: now.value };
}

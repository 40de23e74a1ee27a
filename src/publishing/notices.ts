import type { DigestPlan } from "../domain/digest-plan.ts";
import type { Notifier } from "../domain/notifier.ts";
import type { Publication } from "../domain/publication.ts";
import type { Reply } from "../domain/reply.ts";
import type { Store } from "../domain/store.ts";
import type { Languages, Words } from "../domain/words.ts";
import {
  approvedNotice,
  correctedNotice,
  digestPausedNotice,
  notPostedNotice,
  sentBackNotice,
} from "../present/posts/publication-notices.ts";
import { digestOfSlot } from "./slot.ts";

export interface NoticesOptions {
  readonly store: Pick<Store, "language" | "serverSettings" | "digests">;
  readonly notifier: Notifier;
  readonly languages: Languages;
}

/** Tells moderators, by direct message and in their language, what became of what they posted. Nothing here rejects. */
export interface Notices {
  /** Tells who drafted it that another agreed to it, and that it is posted. */
  approved(publication: Publication): Promise<void>;
  /** Tells who drafted it that another sent it back, and why. */
  sentBack(publication: Publication, reason: string): Promise<void>;
  /** @param digest what it was a digest of, which is paused now; null for anything else */
  notPosted(publication: Publication, digest: DigestPlan | null): Promise<void>;
  /**
   * Tells what the articles no longer bear out; nobody is told of what a moderator took back.
   *
   * @param isSeen whether the correction is to be seen in the channel
   */
  corrected(publication: Publication, isSeen: boolean): Promise<void>;
}

export function createNotices(options: NoticesOptions): Notices {
  return {
    async approved(publication) {
      await tell(options, publication, [publication.author], (words) => approvedNotice(words, publication));
    },

    async sentBack(publication, reason) {
      await tell(options, publication, [publication.author], (words) => sentBackNotice(words, publication, reason));
    },

    async notPosted(publication, digest) {
      const people = digest === null ? [publication.author, publication.approver] : [digest.author];
      await tell(options, publication, people, (words) =>
        digest === null ? notPostedNotice(words, publication) : digestPausedNotice(words, digest),
      );
    },

    async corrected(publication, isSeen) {
      const { lines, changedAt } = publication;
      const isNews = lines.some(
        ({ correction }) => correction !== null && correction.how !== "struck" && correction.at === changedAt,
      );
      if (!isNews && isSeen) return;
      const people = [publication.author, publication.approver, await authorOfDigest(options, publication)];
      await tell(options, publication, people, (words) => correctedNotice(words, publication, isSeen));
    },
  };
}

async function tell(
  { store, notifier, languages }: NoticesOptions,
  { server, language }: Publication,
  people: readonly (string | null)[],
  notice: (words: Words) => Reply,
): Promise<void> {
  for (const person of new Set(people)) {
    if (person === null) continue;
    const [own, settings] = await Promise.all([store.language(person), store.serverSettings(server)]);
    const locale = (own.ok ? own.value : null) ?? (settings.ok ? settings.value.language : null) ?? language;
    await notifier.tell(person, notice(languages.wordsFor(locale)));
  }
}

async function authorOfDigest({ store }: NoticesOptions, { slot }: Publication): Promise<string | null> {
  const id = slot === null ? null : digestOfSlot(slot);
  if (id === null) return null;
  const found = await store.digests.get(id);
  return found.ok ? (found.value?.author ?? null) : null;
}

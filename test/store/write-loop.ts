import type { Publication } from "../../src/domain/publication.ts";
import { openStore } from "../../src/store/open-store.ts";
import { draftOf, entryOf } from "./desk-samples.ts";
import { done, feedbackOf, followOf } from "./samples.ts";

/** Writes to the store in a file over and over, saying what was acknowledged, until it is killed: `write-loop FILE FROM`. */
const [file = "", from = "0"] = process.argv.slice(2);
const opened = await openStore({ url: null, file });
if (!opened.ok) throw new Error(opened.error.id);
const store = opened.value;
for (let place = Number(from); ; place += 1) {
  await done(store.addFeedback(feedbackOf({ person: String(place) })));
  await done(store.follow(followOf({ person: String(place) })));
  const { subject: _, ...entry } = entryOf({ person: String(place) });
  const draft = await done(store.publications.add(draftOf({ author: String(place), slot: String(place) }), entry));
  // A process before this one may have been killed between writing it and saying so.
  if (draft !== "taken") await post(draft, String(place));
  process.stdout.write(`${place}\n`);
}

async function post(draft: Publication, person: string): Promise<void> {
  const entry = entryOf({ person, deed: "posted", subject: draft.id });
  await done(store.publications.change(draft.id, 1, { state: "posting" }, entry.at, entry));
}

import { openStore } from "../../src/store/open-store.ts";
import { draftOf, entryOf } from "./desk-samples.ts";
import { done } from "./samples.ts";

/** Wants twenty slots and posts what it got, saying which: `take-slots FILE PERSON`. */
const [file = "", person = ""] = process.argv.slice(2);
const opened = await openStore({ url: null, file });
if (!opened.ok) throw new Error(JSON.stringify(opened.error));
const store = opened.value;
const { subject: _, ...entry } = entryOf({ person });
for (let slot = 0; slot < 20; slot += 1) {
  const added = await done(store.publications.add(draftOf({ slot: String(slot) }), entry));
  if (added === "taken") continue;
  const posted = entryOf({ person, deed: "posted", subject: added.id });
  await done(store.publications.change(added.id, 1, { state: "posting" }, posted.at, posted));
  process.stdout.write(`${slot}\n`);
}
await store.close();

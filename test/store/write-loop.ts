import { openStore } from "../../src/store/open-store.ts";
import { done, feedbackOf, followOf } from "./samples.ts";

/** Writes to the store in a file over and over, saying what was acknowledged, until it is killed: `write-loop FILE FROM`. */
const [file = "", from = "0"] = process.argv.slice(2);
const opened = await openStore({ url: null, file });
if (!opened.ok) throw new Error(opened.error.id);
const store = opened.value;
for (let place = Number(from); ; place += 1) {
  await done(store.addFeedback(feedbackOf({ person: String(place) })));
  await done(store.follow(followOf({ person: String(place) })));
  process.stdout.write(`${place}\n`);
}

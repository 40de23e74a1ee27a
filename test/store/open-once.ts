import { openStore } from "../../src/store/open-store.ts";
import { done } from "./samples.ts";

/** Opens the store in a file, sets a language and ends: `open-once FILE PERSON`. */
const [file = "", person = ""] = process.argv.slice(2);
const opened = await openStore({ url: null, file });
if (!opened.ok) throw new Error(JSON.stringify(opened.error));
await done(opened.value.setLanguage(person, "fr"));
await opened.value.close();

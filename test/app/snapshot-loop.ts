import { openIndex, saveIndex } from "../../src/app/index-files.ts";
import { largeCorpus } from "./large-corpus.ts";

/** Writes the snapshot of a corpus over and over, until it is killed: `snapshot-loop FOLDER VERSION`. */
const [folder = "", version = ""] = process.argv.slice(2);
const corpus = { ...largeCorpus(), version };
const options = { folder, paths: ["loop"], vectors: null, onEvent: () => undefined };
const { index } = await openIndex(corpus, options);
process.stdout.write("writing\n");
for (;;) await saveIndex(corpus, index.generation, options);

/** The process of one engine: does what the orchestrator asks, one request at a time. */
import { join } from "node:path";
import type { Corpus, Peer } from "../peers/peer.ts";
import { DATA_FILES, type Facts, readFacts } from "../run/data-files.ts";
import { folderBytes } from "../run/folder-bytes.ts";
import { REQUEST, type Request } from "../run/protocol.ts";
import { readLines } from "../run/read-lines.ts";
import { addWhileAsking } from "./adding.ts";
import { loadPeer } from "./load-peer.ts";
import { peakBytes, residentBytes } from "./memory.ts";
import { timeQuestions } from "./timing.ts";

const LIMIT = 10;

interface Session {
  readonly peer: Peer;
  readonly facts: Facts;
  readonly corpus: Corpus;
  /** Resident bytes before the engine's code was loaded. */
  readonly before: number;
}

let session: Session | null = null;

function current(): Session {
  if (session === null) throw new Error("nothing is loaded");
  return session;
}

async function handle(request: Request): Promise<unknown> {
  switch (request.kind) {
    case "load": {
      const facts = await readFacts(request.data);
      const corpus = await readCorpus(request.data);
      const bare = await residentBytes();
      const peer = await loadPeer(request.peer);
      await peer.load?.(corpus);
      const before = peer.load === undefined ? bare : await residentBytes();
      session = { peer, facts, corpus, before };
      return {
        fuzzy: peer.searchFuzzy !== undefined,
        save: peer.save !== undefined,
        open: peer.open !== undefined,
        add: peer.add !== undefined,
      };
    }
    case "build": {
      const { peer, corpus, before } = current();
      const start = performance.now();
      await peer.build(corpus, request.folder);
      const ms = performance.now() - start;
      const peak = peakBytes();
      return { ms, peakBytes: peak - before, residentBytes: (await residentBytes()) - before };
    }
    case "save":
      await current().peer.save?.(request.folder);
      return { bytes: await folderBytes(request.folder) };
    case "ask": {
      const { peer, facts } = current();
      const questions = facts.questions[request.set].slice(request.from, request.to);
      const search = request.set === "slips" && peer.searchFuzzy !== undefined ? peer.searchFuzzy : peer.search;
      return timeQuestions(questions, request.budgetMs, (question) => search(question, LIMIT));
    }
    case "add": {
      const { peer, facts } = current();
      const { add } = peer;
      if (add === undefined) throw new Error("cannot add");
      return addWhileAsking(facts.added, facts.questions.plain, request.budgetMs, add, (question) =>
        peer.search(question, LIMIT),
      );
    }
    case "open": {
      const { questions } = await readFacts(request.data);
      const before = await residentBytes();
      const peer = await loadPeer(request.peer);
      const start = performance.now();
      await peer.open?.(request.folder);
      const [first] = questions.plain;
      if (first !== undefined) await peer.search(first, LIMIT);
      const ms = performance.now() - start;
      return { ms, residentBytes: (await residentBytes()) - before };
    }
  }
}

async function readCorpus(data: string): Promise<Corpus> {
  const words: string[] = [];
  for await (const line of readLines(join(data, DATA_FILES.words))) words.push(line);
  return { words, textFile: join(data, DATA_FILES.text), articlesFile: join(data, DATA_FILES.articles) };
}

async function answer(message: unknown): Promise<void> {
  try {
    process.send?.({ ok: true, value: await handle(REQUEST.parse(message)) });
  } catch (error) {
    process.send?.({ ok: false, reason: error instanceof Error ? error.message : String(error) });
  }
}

process.on("message", (message) => void answer(message));
process.on("disconnect", () => process.exit());

import { type TransferListItem, parentPort, workerData } from "node:worker_threads";
import { createAnalyzer } from "../text/analyzer.ts";
import type { BuildWorkerData, FromBuildWorker, ToBuildWorker } from "./build-protocol.ts";
import { SegmentSeries, joinSegments } from "./segment-series.ts";
import { buffersOf } from "./segment-buffers.ts";

/** A thread that analyses its share of the articles. See `build-protocol.ts` for what is said. */
function serve({ glossary, parameters }: BuildWorkerData): void {
  const series = new SegmentSeries(createAnalyzer(glossary));
  const answer = (message: FromBuildWorker, transfer: readonly TransferListItem[] = []): void => {
    parentPort?.postMessage(message, transfer);
  };
  parentPort?.on("message", (message: ToBuildWorker) => {
    switch (message.kind) {
      case "add": {
        for (const article of message.articles) series.add(article);
        answer({ kind: "added", articles: message.articles.length });
        break;
      }
      case "total": {
        answer({ kind: "totals", totals: series.totals() });
        break;
      }
      case "pack": {
        const segments = series.build(message.averages, parameters);
        answer({ kind: "segments", segments }, segments.flatMap(buffersOf));
        break;
      }
      case "join": {
        const segments = joinSegments(message.segments);
        answer({ kind: "segments", segments }, segments.flatMap(buffersOf));
        break;
      }
    }
  });
}

serve(workerData);

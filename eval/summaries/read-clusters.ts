import { decodeUtf8 } from "../../src/corpus/decode-utf8.ts";
import { readLines } from "../../src/corpus/read-lines.ts";
import { InputError } from "../run/read-questions.ts";
import { type Cluster, parseClusterLine } from "./cluster-line.ts";

/** Bytes of the longest line: a cluster with all its documents. */
const MAX_LINE_BYTES = 32_000_000;

/**
 * The clusters of a JSON Lines file; blank lines are passed over.
 *
 * @param limit reads no more than so many; all when null
 * @throws InputError naming file, line and field at the first line that is wrong
 */
export async function readClusters(file: string, limit: number | null): Promise<readonly Cluster[]> {
  const clusters: Cluster[] = [];
  try {
    for await (const { number, bytes } of readLines(file, MAX_LINE_BYTES)) {
      if (limit !== null && clusters.length >= limit) break;
      const where = `${file}:${String(number)}`;
      if (bytes === null) throw new InputError(`${where}: longer than ${String(MAX_LINE_BYTES)} bytes`);
      const text = decodeUtf8(bytes);
      if (!text.ok) throw new InputError(`${where}: not UTF-8`);
      if (text.value.trim() === "") continue;
      const cluster = parseClusterLine(text.value);
      if (!cluster.ok) throw new InputError(`${where}: ${cluster.error}`);
      clusters.push(cluster.value);
    }
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`${file}: cannot be read (${error instanceof Error ? error.message : String(error)})`);
  }
  if (clusters.length === 0) throw new InputError(`${file}: there is nothing in it`);
  return clusters;
}

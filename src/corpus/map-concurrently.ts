/**
 * Maps every item with at most `limit` calls under way, results in the order of the items.
 * @throws whatever `map` rejects with, or the signal's reason once it fires
 */
export async function mapConcurrently<T, U>(
  items: readonly T[],
  limit: number,
  map: (item: T) => Promise<U>,
  signal?: AbortSignal,
): Promise<readonly U[]> {
  const results: U[] = [];
  const queue = items.entries();
  const work = async () => {
    for (const [index, item] of queue) {
      signal?.throwIfAborted();
      results[index] = await map(item);
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, work));
  return results;
}

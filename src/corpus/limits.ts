/** How much of anything the corpus accepts. Lengths are UTF-16 code units, sizes bytes. */
export const corpusLimits = Object.freeze({
  articleFileBytes: 1024 * 1024,
  eventFileBytes: 64 * 1024,
  frontMatterLength: 16 * 1024,
  jsonLinesFileBytes: 1024 * 1024 * 1024,
  /** A body of the longest kind still fits when every character of it is written as an escape. */
  jsonLineBytes: 4 * 1024 * 1024,
  importedTextBytes: 1024 * 1024,
  importedJsonLinesBytes: 64 * 1024 * 1024,
  bodyLength: 200_000,
  jsonIdLength: 200,
  /** Problems of one JSON Lines file told one by one; the rest are counted. */
  problemsPerJsonLinesFile: 10_000,
  filesReadAtOnce: 16,
  yamlAliases: 50,
  /** Keys of one file told one by one that are unknown, or there twice. */
  keysTold: 20,
});

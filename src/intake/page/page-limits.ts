/** How much of a page is read. Lengths are UTF-16 code units. */
export const pageLimits = Object.freeze({
  /** Pages of news sites have up to 5 million, most of it script. */
  htmlLength: 8 * 1024 * 1024,
  /** Real pages reach 60. Readability's time grows with the square of the depth: at 256 it is under a second. */
  depth: 256,
  /** A long live blog has 20,000. So many paragraphs are read in about two seconds. */
  elements: 30_000,
  /** Of one attribute; longer ones are cut. No address, date or description that counts is longer. */
  attributeLength: 4000,
  /** Of one block of JSON-LD; `articleBody` is in it. */
  jsonLdLength: 1024 * 1024,
  jsonLdBlocks: 50,
  /** Values nested in JSON-LD that are looked at, all blocks together. */
  jsonLdNodes: 20_000,
  jsonLdDepth: 40,
  /** What the thread that reads the page may use up: milliseconds from its start, bytes of the process. */
  thread: { time: 10_000, memory: 512 * 1024 * 1024 },
  /** Below this a text is told to be short: most reports have ten times as much. */
  shortText: 400,
  /** Below this it is no article. */
  leastText: 100,
  title: 300,
  name: 100,
  authors: 50,
});

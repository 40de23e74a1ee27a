/** How much of a source is read. Sizes are bytes, lengths UTF-16 code units, times milliseconds. */
export const intakeLimits = Object.freeze({
  htmlBytes: 10 * 1024 * 1024,
  feedBytes: 10 * 1024 * 1024,
  pdfBytes: 20 * 1024 * 1024,
  feedEntries: 500,
  addressLength: 2000,
  titleLength: 300,
  nameLength: 100,
  pdfPages: 200,
  /** Text of a PDF that is looked at; what the corpus takes is much less. */
  pdfTextLength: 2_000_000,
  /** For taking a PDF or a feed apart, in a thread of its own. */
  threadTime: 15_000,
  /** How much the process may grow meanwhile: a few kilobytes of a PDF can unpack to gigabytes. */
  threadMemoryBytes: 512 * 1024 * 1024,
});

/**
 * Raised whenever texts are taken apart differently: other sentences, other terms, other folded words. A test pins what
 * the analysis makes of a text rich in odd words, so that no change goes by unnoticed.
 */
const ANALYSIS_VERSION = 1;

/**
 * Names the analysis, so that what was made with another is told from what is made now. The tables of Unicode come with
 * Node and part sentences and letters too.
 */
export function analysisVersion(): string {
  const { versions } = process;
  return `${String(ANALYSIS_VERSION)}/${versions["icu"] ?? ""}/${versions["unicode"] ?? ""}`;
}

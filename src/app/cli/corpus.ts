export async function runCorpusCheck(): Promise<number> { return 0; }
export async function runCorpusImport(): Promise<number> { return 0; }

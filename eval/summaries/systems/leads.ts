import type { Summariser } from "./system.ts";

/** The first three sentences of each document, one document after the other (First-3 of Fabbri et al. 2019). */
export const LEAD_3: Summariser = {
  name: "lead-3",
  title: "Lead-3",
  summarise: async (documents) =>
    Promise.resolve(documents.flatMap(({ sentences }) => sentences.slice(0, 3).map(({ text }) => text))),
};

/** The first sentence of every document, then the second of every one, and so on until the budget is spent. */
export const FIRST_K: Summariser = {
  name: "first-k",
  title: "First-k",
  summarise: async (documents) => {
    const longest = Math.max(0, ...documents.map(({ sentences }) => sentences.length));
    return Promise.resolve(
      Array.from({ length: longest }, (_, place) =>
        documents.flatMap(({ sentences }) => sentences[place]?.text ?? []),
      ).flat(),
    );
  },
};

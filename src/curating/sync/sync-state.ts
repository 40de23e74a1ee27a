import { z } from "zod";

const validators = {
  etag: z.string().max(1024).nullable(),
  lastModified: z.string().max(1024).nullable(),
};
const address = z.string().max(2048);

const stateSchema = z.object({
  version: z.literal(1),
  sources: z.array(z.object({ url: address, ...validators })).max(1_000),
  pages: z
    .array(
      z.object({
        url: address,
        ...validators,
        /** Address of the source that told of it. */
        source: address,
        /** Id of its article; null for a page that was passed over. */
        article: z.string().max(200).nullable(),
        isGone: z.boolean(),
      }),
    )
    .max(20_000),
});

/** What servers said of the version that was fetched last, to ask whether there is another. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** A page that was looked at. */
export type KnownPage = z.infer<typeof stateSchema>["pages"][number];

/** What is known from the last time. */
export interface SyncState {
  readonly sources: ReadonlyMap<string, Validators>;
  /** By address, in the order in which they were first seen. */
  readonly pages: ReadonlyMap<string, KnownPage>;
}

export const noState: SyncState = { sources: new Map(), pages: new Map() };

/** Pages that are remembered: beyond, the first seen are forgotten. */
const MOST_PAGES = 20_000;

/** Null where it cannot be understood. */
export function parseSyncState(text: string): SyncState | null {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = stateSchema.safeParse(data);
  if (!parsed.success) return null;
  return {
    sources: new Map(parsed.data.sources.map(({ url, ...rest }) => [url, rest])),
    pages: new Map(parsed.data.pages.map((page) => [page.url, page])),
  };
}

export function serializeSyncState({ sources, pages }: SyncState): string {
  const state: z.infer<typeof stateSchema> = {
    version: 1,
    sources: [...sources].map(([url, { etag, lastModified }]) => ({ url, etag, lastModified })),
    pages: [...pages.values()].slice(-MOST_PAGES),
  };
  return `${JSON.stringify(state, null, 1)}\n`;
}

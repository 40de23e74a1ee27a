/** What happens while an index is opened and kept, for the operator. `file` is the snapshot's path. */
export type IndexEvent =
  /** The index was read from its snapshot. */
  | { readonly id: "index-read"; readonly file: string }
  /** The index is being built from the articles: there was no snapshot, or none that serves. */
  | { readonly id: "index-building"; readonly file: string; readonly reason: "missing" | "outdated" | "unusable" }
  /** While it is being built: how many articles have been analysed. */
  | { readonly id: "index-progress"; readonly articles: number; readonly of: number }
  /** A file that is no sound snapshot. `aside` is where it was moved, null where it could not be. */
  | { readonly id: "snapshot-damaged"; readonly file: string; readonly aside: string | null }
  /** `reason` is the system's code: `EACCES`. */
  | { readonly id: "snapshot-unreadable"; readonly file: string; readonly reason: string }
  | { readonly id: "snapshot-written"; readonly file: string; readonly bytes: number }
  | { readonly id: "snapshot-not-written"; readonly file: string; readonly reason: string };

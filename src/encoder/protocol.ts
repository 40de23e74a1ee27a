/** What the encoder's thread is told when it begins. */
export interface EncoderWorkerData {
  /** Of the program's package for the model. */
  readonly folder: string;
}

export interface EncodeRequest {
  readonly id: number;
  readonly texts: readonly string[];
}

export type FromEncoder =
  /** The model has been loaded: requests are answered. */
  | { readonly kind: "ready" }
  /** It cannot be loaded; the thread ends. */
  | { readonly kind: "unusable"; readonly reason: string }
  | { readonly kind: "encoded"; readonly id: number; readonly vectors: readonly Int8Array[] }
  /** A request failed; the next may not. */
  | { readonly kind: "failed"; readonly id: number; readonly reason: string };

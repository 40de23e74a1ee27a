import type { APIAttachment } from "discord-api-types/v10";
import { pictureType } from "./pictures.ts";

/** A file as a bot or a person sent it. */
export interface Upload {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** Keeps the files of messages and hands them out by id, up to a cap in bytes; the oldest go first. */
export class Files {
  readonly #files = new Map<string, { readonly upload: Upload; readonly told: APIAttachment }>();
  readonly #address: () => string;
  readonly #mostBytes: number;
  #bytes = 0;

  constructor(address: () => string, mostBytes: number) {
    this.#address = address;
    this.#mostBytes = mostBytes;
  }

  keep(id: string, upload: Upload, description: string | null): APIAttachment {
    const url = `${this.#address()}/attachments/${id}/${encodeURIComponent(upload.name)}`;
    const told: APIAttachment = {
      id,
      filename: upload.name,
      size: upload.bytes.byteLength,
      url,
      proxy_url: url,
      content_type: pictureType(upload.bytes) ?? upload.contentType,
      ...(description === null ? {} : { description }),
    };
    this.#files.set(id, { upload, told });
    this.#bytes += upload.bytes.byteLength;
    this.#dropOldest();
    return told;
  }

  get(id: string): Upload | undefined {
    return this.#files.get(id)?.upload;
  }

  /** A file as Discord tells of it. */
  told(id: string): APIAttachment | undefined {
    return this.#files.get(id)?.told;
  }

  drop(id: string): void {
    this.#bytes -= this.#files.get(id)?.upload.bytes.byteLength ?? 0;
    this.#files.delete(id);
  }

  #dropOldest(): void {
    for (const id of this.#files.keys()) {
      if (this.#bytes <= this.#mostBytes) return;
      this.drop(id);
    }
  }
}

import type { APIAttachment } from "discord-api-types/v10";
import { pictureType } from "./pictures.ts";

/** A file as a bot sent it. */
export interface Upload {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** Keeps the files of messages and hands them out by id, up to a cap in bytes; the oldest go first. */
export class Files {
  readonly #files = new Map<string, Upload>();
  readonly #address: () => string;
  readonly #mostBytes: number;
  #bytes = 0;

  constructor(address: () => string, mostBytes: number) {
    this.#address = address;
    this.#mostBytes = mostBytes;
  }

  keep(id: string, upload: Upload, description: string | null): APIAttachment {
    this.#files.set(id, upload);
    this.#bytes += upload.bytes.byteLength;
    this.#dropOldest();
    const url = `${this.#address()}/attachments/${id}/${encodeURIComponent(upload.name)}`;
    return {
      id,
      filename: upload.name,
      size: upload.bytes.byteLength,
      url,
      proxy_url: url,
      content_type: pictureType(upload.bytes) ?? upload.contentType,
      ...(description === null ? {} : { description }),
    };
  }

  get(id: string): Upload | undefined {
    return this.#files.get(id);
  }

  drop(id: string): void {
    this.#bytes -= this.#files.get(id)?.bytes.byteLength ?? 0;
    this.#files.delete(id);
  }

  #dropOldest(): void {
    for (const id of this.#files.keys()) {
      if (this.#bytes <= this.#mostBytes) return;
      this.drop(id);
    }
  }
}

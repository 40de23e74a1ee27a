import type { Saying } from "../client/deeds.ts";

/** A grey square, 8 by 8, as PNG. */
const square = "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAAAAADhZOFXAAAAD0lEQVR42mNoQAMMQ0UAACh2IAEMEPIxAAAAAElFTkSuQmCC";

/** Messages without words, as people post them: a picture alone, and a link whose preview alone is left. */
export function sampleOf(sample: "picture" | "preview"): Saying {
  if (sample === "picture") {
    const bytes = new Uint8Array(Buffer.from(square, "base64"));
    return { content: "", files: [{ name: "picture.png", contentType: "image/png", bytes }] };
  }
  const title = "A preview of a page";
  const description = "Text that stands in an embed, as the preview of a link does. The message itself has no words.";
  return { content: "", embeds: [{ title, description, url: "https://example.org/page" }] };
}

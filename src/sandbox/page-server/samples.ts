import type { Saying } from "../client/deeds.ts";

/** A chequered picture, 96 by 64, as PNG. */
const chequered =
  "iVBORw0KGgoAAAANSUhEUgAAAGAAAABACAAAAADAXy3SAAAAQklEQVR42u3XIQ4AMAgDQF7Mc/beGVTtZkiutgknG6ojJ/LaFwAAAABWAL8PZg8AAACAHYDJBAAAAID/AAAAAACTC8FSMLUJogiUAAAAAElFTkSuQmCC";

/** Messages without words, as people post them: a picture alone, and a link whose preview alone is left. */
export function sampleOf(sample: "picture" | "preview"): Saying {
  if (sample === "picture") {
    const bytes = new Uint8Array(Buffer.from(chequered, "base64"));
    return { content: "", files: [{ name: "picture.png", contentType: "image/png", bytes }] };
  }
  const title = "A preview of a page";
  const description = "Text that stands in an embed, as the preview of a link does. The message itself has no words.";
  return { content: "", embeds: [{ title, description, url: "https://example.org/page" }] };
}

import type { Article } from "../../domain/article.ts";

/** Path of the event's `event.yaml`, beside the folder its first article stands in. */
export function eventFileOf(articles: readonly Article[]): string {
  for (const { source } of articles) {
    const folder = /^(?<event>.*)articles\/[^/]+\.md$/u.exec(source.file)?.groups?.["event"];
    if (folder !== undefined) return `${folder}event.yaml`;
  }
  return "event.yaml";
}

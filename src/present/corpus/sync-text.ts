import type { ArticleUse, SyncedSource } from "../../domain/syncing.ts";
import { count } from "../text/count.ts";
import { list, plain } from "../text/plain-line.ts";

/** What was found since last time, source by source, for a terminal. */
export function syncText(sources: readonly SyncedSource[]): string {
  return sources.flatMap((source) => [sourceLine(source), ...goneLines(source)]).join("\n");
}

function sourceLine({
  url,
  outcome,
  added,
  changed,
  unchanged,
  notModified,
  passedOver,
  gone,
  failed,
}: SyncedSource): string {
  const same =
    notModified > 0
      ? `${String(unchanged)} unchanged (${String(notModified)} by the server's word)`
      : `${String(unchanged)} unchanged`;
  const counts = [
    `${String(added.length)} new`,
    `${String(changed.length)} changed`,
    same,
    ...(gone.length > 0 ? [`${String(gone.length)} gone`] : []),
    ...(passedOver > 0 ? [`${String(passedOver)} passed over`] : []),
    ...(failed.length > 0 ? [`${String(failed.length)} failed, to be tried again`] : []),
  ].join(", ");
  return `${plain(url, 300)}: ${OUTCOMES[outcome]}${counts}`;
}

const OUTCOMES: Readonly<Record<SyncedSource["outcome"], string>> = {
  read: "",
  "not-modified": "not modified; ",
  failed: "could not be read; ",
};

function goneLines({ gone }: SyncedSource): readonly string[] {
  return gone.map(({ url, article }) => {
    const then = article === null ? "" : ` ${article} stays; “corpus withdraw ${article} --reason …” takes it out.`;
    return `  gone: ${plain(url, 300)}.${then}`;
  });
}

/** What rests on articles that are others now, or whose pages have gone. */
export function usesText(uses: readonly ArticleUse[]): string {
  return uses
    .map(({ article, posts, gold }) => {
      const by = [
        ...(posts > 0 ? [count(posts, "post")] : []),
        ...(gold.length > 0 ? [`${count(gold.length, "gold question")} (${list(gold)})`] : []),
      ];
      return `${article} is used by ${by.join(" and ")}. Look whether they still hold.`;
    })
    .join("\n");
}

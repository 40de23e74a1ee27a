import type { Article } from "../../domain/article.ts";
import type { Problem } from "../../domain/problem.ts";
import { fold } from "../../text/fold.ts";
import { grouped } from "../grouped.ts";
import { fieldDoubt } from "./doubt.ts";
import { hostOf } from "./host-of.ts";

/** Where many publish under one host. */
const PLATFORMS =
  /(?:^|\.)(?:medium\.com|substack\.com|youtube\.com|facebook\.com|twitter\.com|x\.com|t\.me|telegram\.(?:me|org)|instagram\.com|linkedin\.com|reddit\.com|tiktok\.com|blogspot\.com|wordpress\.com|github\.com|github\.io|news\.google\.com|news\.yahoo\.com|msn\.com|reliefweb\.int|archive\.org)$/u;

/** Articles that name another publisher than most articles from the same host; of equally many, than the one met first. */
export function doubtfulPublishers(articles: readonly Article[]): readonly Problem[] {
  const byHost = grouped(articles, ({ url }) => hostOf(url ?? "") ?? "");
  byHost.delete("");
  return [...byHost].flatMap(([host, own]) => {
    if (PLATFORMS.test(host)) return [];
    const byName = grouped(own, ({ publisher }) => nameKey(publisher));
    const usual = [...byName.values()].reduce((most, group) => (group.length > most.length ? group : most));
    const [{ publisher: expected }] = usual.length > 0 ? usual : own;
    return own
      .filter(({ publisher }) => nameKey(publisher) !== nameKey(expected))
      .map((article) => fieldDoubt(article, "publisher", { id: "publisher-differs", host, usual: expected }));
  });
}

function nameKey(publisher: string): string {
  return fold(publisher)
    .replace(/^the\s+/u, "")
    .replaceAll(/[^\p{L}\p{N}]+/gu, "");
}

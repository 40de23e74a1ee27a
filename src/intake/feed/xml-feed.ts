import { parseFeed } from "feedsmith";
import type { Result } from "../../domain/result.ts";
import type { RawEntry } from "./feed-entries.ts";
import { mendXml } from "./mend-xml.ts";

type XmlFeed = ReturnType<typeof parseFeed>;

/** Reads RSS 0.90 to 2.0, RDF or Atom; malformed XML is mended first. The error says what is wrong with it. */
export function readXmlFeed(xml: string): Result<readonly RawEntry[], string> {
  const strict = parsed(xml);
  const feed = strict.ok ? strict : parsed(mendXml(xml));
  return feed.ok ? { ok: true, value: entriesOf(feed.value) } : feed;
}

function parsed(xml: string): Result<XmlFeed, string> {
  try {
    return { ok: true, value: parseFeed(xml) };
  } catch (error) {
    return { ok: false, error: error instanceof Error ? error.message : String(error) };
  }
}

function entriesOf(parsed: XmlFeed): readonly RawEntry[] {
  switch (parsed.format) {
    case "rss": {
      const { link, xml, items = [] } = parsed.feed;
      return items.map((item) => ({
        links: [
          item.link,
          alternate(item.atom?.links),
          item.guid?.isPermaLink === false ? undefined : absolute(item.guid?.value),
        ],
        bases: [link, xml?.base, item.xml?.base],
        title: item.title ?? item.dc?.titles?.[0],
        dates: [item.pubDate, item.dc?.dates?.[0], item.dcterms?.issued?.[0], item.atom?.published],
        authors: [...(item.authors ?? []).map(nameOf), ...(item.dc?.creators ?? [])],
      }));
    }
    case "rdf": {
      const { link, xml, items = [] } = parsed.feed;
      return items.map((item) => ({
        links: [item.link, absolute(item.rdf?.about)],
        bases: [link, xml?.base],
        title: item.title ?? item.dc?.titles?.[0],
        dates: [item.dc?.dates?.[0], item.dcterms?.issued?.[0]],
        authors: item.dc?.creators ?? [],
      }));
    }
    case "atom": {
      const { authors: feedAuthors, xml, entries = [] } = parsed.feed;
      return entries.map((entry) => ({
        links: [alternate(entry.links), absolute(entry.id)],
        bases: [xml?.base, entry.xml?.base],
        title: entry.title?.value,
        // An entry need not say when it was published, only when it was last changed, and that is another day.
        dates: [entry.published, entry.dc?.dates?.[0]],
        authors: (entry.authors ?? feedAuthors ?? []).map(nameOf),
      }));
    }
    case "json":
      return [];
  }
}

interface Link {
  readonly href?: string | undefined;
  readonly rel?: string | undefined;
  readonly type?: string | undefined;
}

/** The entry's own page among its links: a link without a relation is one to it. */
function alternate(links: readonly Link[] | undefined): string | undefined {
  const pages = (links ?? []).filter(({ rel = "alternate" }) => rel === "alternate");
  return (pages.find(({ type }) => type === undefined || /html/iu.test(type)) ?? pages[0])?.href;
}

function absolute(id: string | undefined): string | undefined {
  return /^https?:\/\//iu.test(id ?? "") ? id : undefined;
}

function nameOf(
  person: string | { readonly name?: string | undefined; readonly email?: string | undefined },
): string | undefined {
  return typeof person === "string" ? person : (person.name ?? person.email);
}

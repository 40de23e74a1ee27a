import type { PartialDate } from "../../domain/article.ts";
import type { FieldValue } from "./choose-value.ts";
import { metaValues, microdataValues, type PageFacts } from "./page-facts.ts";
import { plainText } from "./plain-text.ts";
import { attributeOf, elementsOf, holdersOf, type PageElement } from "./tree.ts";
import { visibleText } from "./visible.ts";
import { writtenDates } from "./written-date.ts";

/** A moment as a page states it: the calendar day there, and the instant where it has a time with an offset. */
interface Stated {
  readonly day: PartialDate;
  readonly instant: number | null;
  /** Stated in a zone of its own rather than in UTC, so that the day is the one that readers there have. */
  readonly isLocal: boolean;
}

const sureNames = ["article:published_time", "article:published", "og:article:published_time", "og:published_time"];
const metaNames = [
  "datepublished",
  "dc.date.issued",
  "dcterms.issued",
  "dcterms.created",
  "dc.date.created",
  "dc.date",
  "parsely-pub-date",
  "sailthru.date",
  "cxenseparse:recs:publishtime",
  "publication_date",
  "publish-date",
  "publishdate",
  "pubdate",
  "citation_publication_date",
  "dcterms.date",
  "date",
  "article.published",
];

/**
 * The day on which the article was first published, as its page states it, never shifted to another time zone. In order
 * of trust: JSON-LD, `article:published_time` and microdata, which are told of where they differ; other metadata; what
 * stands above the text; and, as an assumption, the address.
 * @param address the article's own
 */
export function publishedOf(facts: PageFacts, address: string | null): FieldValue<PartialDate | null> {
  const texts = [
    facts.article?.datePublished ?? "",
    ...metaValues(facts, sureNames),
    ...microdataValues(facts, "datepublished"),
  ];
  const sure = texts.flatMap((text) => stated(text));
  const [best] = sure;
  if (best !== undefined) {
    const sameInstant = sure.find(({ isLocal, instant }) => isLocal && instant !== null && instant === best.instant);
    const value = (best.isLocal ? best : (sameInstant ?? best)).day;
    const others = sure.filter((one) => one.day !== value && !(one.instant !== null && one.instant === best.instant));
    const days = [...new Set(others.map(({ day }) => day))];
    return { value, doubts: days.length === 0 ? [] : [{ id: "values-differ", values: [value, ...days] }] };
  }
  const [meta] = metaValues(facts, metaNames).flatMap((text) => stated(text));
  const day = meta?.day ?? timeElement(facts) ?? headDate(facts);
  if (day !== undefined) return { value: day, doubts: [] };
  const assumed = addressDate(address);
  if (assumed !== null) return { value: assumed, doubts: [{ id: "value-assumed", value: assumed }] };
  return { value: null, doubts: [{ id: "value-unknown", value: "published" }] };
}

/** ISO 8601 as pages write it, or a date in words. */
function stated(text: string): readonly Stated[] {
  const [, date = "", time, offset = ""] =
    /^\s*(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?/iu.exec(text) ??
    [];
  const compact = /^\s*(\d{4})(\d{2})(\d{2})(?:\D|$)/u.exec(text);
  const [day] = writtenDates(date === "" ? (compact?.slice(1).join("-") ?? text) : date);
  if (day === undefined) return [];
  const isUtc = /^(?:z|utc|gmt|\+00:?00)$/iu.test(offset);
  const iso = `${date}T${time ?? ""}${isUtc ? "Z" : offset.replace(/^([+-]\d{2})(\d{2})$/u, "$1:$2")}`;
  const instant = time === undefined || offset === "" ? Number.NaN : Date.parse(iso);
  return [{ day, instant: Number.isNaN(instant) ? null : instant, isLocal: !isUtc }];
}

const changed =
  /updated?|modified|edited|corrected|aktualisiert|geändert|mis à jour|modifié|actualizado|modificado|aggiornat|modificat|përditësuar|ndryshuar|روزرسانی|ویرایش/iu;

/** The first `time` above the text, or in it, that is not said to be of a change. */
function timeElement({ root, head }: PageFacts): PartialDate | undefined {
  const near = new Set(head.map(({ element }) => element));
  const times = [...elementsOf(root)].filter(({ name }) => name === "time");
  const isNear = (element: PageElement): boolean =>
    [...holdersOf(element)].slice(0, 4).some((holder) => near.has(holder));
  const isChange = (element: PageElement): boolean =>
    changed.test(`${attributeOf(element, "class")} ${attributeOf(element, "itemprop")} ${labelBefore(element)}`);
  const dated = times.filter((element) => isNear(element) && !isChange(element));
  return dated.flatMap((element) => stated(attributeOf(element, "datetime")).map(({ day }) => day))[0];
}

/** What stands before an element within its own line. */
function labelBefore(element: PageElement): string {
  const { parent } = element;
  if (parent === null) return "";
  const before = parent.children.slice(0, parent.children.indexOf(element));
  // The nearest label counts: "Published … Updated …" stand on one line.
  return plainText(
    before
      .map((node) => (typeof node === "string" ? node : node.name === "time" ? "\u0000" : visibleText(node)))
      .join("")
      .split("\u0000")
      .at(-1) ?? "",
  );
}

/** A date in words above the text; what follows "updated" is another's. */
function headDate({ head, today }: PageFacts): PartialDate | undefined {
  for (const { text } of head.toReversed()) {
    if (text.length > 200) continue;
    const [before = ""] = text.split(changed);
    const day = writtenDates(before).find((date) => date <= today);
    if (day !== undefined) return day;
  }
  return undefined;
}

function addressDate(url: string | null): PartialDate | null {
  const [, year = "", month = "", day = ""] = /\/(20\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:\/|-|$)/u.exec(url ?? "") ?? [];
  return writtenDates(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`)[0] ?? null;
}

import type { ProblemDetail } from "../../domain/problem.ts";
import { webAddress } from "../web-address.ts";
import type { FieldValue } from "./choose-value.ts";
import { metaValues, microdataValues, type PageSources } from "./page-facts.ts";
import { attributeOf, elementsOf, tokensOf } from "./tree.ts";

/**
 * The article's own address: rel=canonical, `og:url`, JSON-LD, the address fetched. Only http(s), whole, without what
 * only counts visitors. One that lies on another site than the page was fetched from is not taken, and told of; nor is a
 * site's front page, which careless templates name on every page.
 */
export function addressOf(sources: PageSources): FieldValue<string | null> {
  const { root, url, article } = sources;
  const fetched = addressIn(url ?? "", null);
  const link = [...elementsOf(root)].find(
    (element) => element.name === "link" && tokensOf(element, "rel").includes("canonical"),
  );
  const base = [...elementsOf(root)].find(({ name }) => name === "base");
  const said = [
    link === undefined ? "" : attributeOf(link, "href"),
    ...metaValues(sources, ["og:url"]),
    ...(article?.urls ?? []),
    ...microdataValues(sources, "mainentityofpage"),
    ...microdataValues(sources, "url"),
  ];
  const start = fetched ?? said.map((address) => addressIn(address, null)).find((address) => address !== null) ?? null;
  const from = addressIn(base === undefined ? "" : attributeOf(base, "href"), start) ?? start;
  const addresses = said.flatMap((address) => addressIn(address, from) ?? []);
  const own = addresses.filter(({ pathname, search }) => pathname !== "/" || search !== "");
  const [canonical] = own;
  const place = fetched ?? own.find((address) => canonical !== undefined && !isSameSite(address, canonical)) ?? null;
  const doubts: ProblemDetail[] = [];
  if (canonical !== undefined && place !== null && !isSameSite(canonical, place)) {
    doubts.push({ id: "canonical-elsewhere", received: canonical.href });
  }
  const chosen = fetched === null ? canonical : (own.find((address) => isSameSite(address, fetched)) ?? fetched);
  return chosen === undefined
    ? { value: null, doubts: [{ id: "value-unknown", value: "url" }] }
    : { value: chosen.href, doubts };
}

const counters =
  /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|ocid|cmpid|ref_src|smid|s_cid|xtor|at_\w+)$/iu;

function addressIn(text: string, from: URL | null): URL | null {
  const href = webAddress(text, from?.href ?? null);
  if (href === null) return null;
  const address = new URL(href);
  address.hash = "";
  for (const name of new Set(address.searchParams.keys())) if (counters.test(name)) address.searchParams.delete(name);
  return address;
}

/** Whether two addresses are of one site: the last two parts of the host agree, three where the last two are short. */
function isSameSite(one: URL, other: URL): boolean {
  return siteOf(one) === siteOf(other);
}

function siteOf({ hostname }: URL): string {
  const parts = hostname.split(".");
  const isShort = /^(?:com?|org|net|gov|edu|ac)$/u.test(parts.at(-2) ?? "") && parts.at(-1)?.length === 2;
  return parts.slice(isShort ? -3 : -2).join(".");
}

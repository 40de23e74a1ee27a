/** Parameters that say where a reader came from, and nothing of what is read. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|mkt_tok|_hsenc|_hsmi|vero_id|oly_anon_id|oly_enc_id|wickedid|ref_src|ref_url|cmpid|ocid|at_medium|at_campaign|smid|ncid|spm)$/iu;

/** Names of the tracking parameters of an address, each once. */
export function trackingParametersOf(url: URL): readonly string[] {
  return [...new Set(url.searchParams.keys())].filter((name) => TRACKING.test(name));
}

/** An address without what makes no other page of it: protocol, `www.`, tracking, the place on the page, a last slash. */
export function comparableUrl(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  for (const name of trackingParametersOf(url)) url.searchParams.delete(name);
  url.searchParams.sort();
  const path = url.pathname.replace(/\/+$/u, "");
  return `${hostOf(url)}${path}${url.search}`;
}

/** Host without `www.`, in small letters. */
export function hostOf({ hostname }: URL): string {
  return hostname.toLowerCase().replace(/^www\d?\./u, "");
}

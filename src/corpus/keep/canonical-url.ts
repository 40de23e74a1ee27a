const tracking =
  /^(?:utm_.*|mtm_.*|pk_.*|at_.*|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|igshid|igsh|mc_cid|mc_eid|_hsenc|_hsmi|cmpid|ns_.*|ocid|smid|smtyp|sref|ref_src|ref_url|xtor|__twitter_impression)$/iu;

/** Whether a parameter of an address tells where a reader came from, not what is read. */
export function isTrackingParameter(name: string): boolean {
  return tracking.test(name);
}

/**
 * What two addresses of one page have in common, to recognise an article by. Scheme, `www.`, default port, fragment,
 * trailing slash, tracking parameters and the order of the others do not count. It need be no address that opens.
 * @param url an absolute http(s) address
 */
export function canonicalUrl(url: string): string {
  if (!URL.canParse(url)) return url;
  const { hostname, port, pathname, searchParams } = new URL(url);
  const host = hostname.replace(/^www\.(?=[^.]+\.)/u, "").replace(/\.$/u, "");
  // After a change of scheme the other scheme's default port is no default any more.
  const door = port === "" || port === "80" || port === "443" ? "" : `:${port}`;
  const parameters = [...searchParams]
    .filter(([name]) => !isTrackingParameter(name))
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort();
  const query = parameters.length === 0 ? "" : `?${parameters.join("&")}`;
  return `${host}${door}${pathname.replace(/\/+$/u, "")}${query}`;
}

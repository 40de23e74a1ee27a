/** The host of an address without `www.`, in small letters; null where it is no address. */
export function hostOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).hostname.toLowerCase().replace(/^www\d?\./u, "") : null;
}

import type { AddressFault, FetchFailure, ForbiddenPlace } from "../../domain/fetching.ts";
import { cleanText } from "../text/clean.ts";
import { cut } from "../text/cut.ts";

/** Why something could not be fetched, in a line for a terminal: what happened and what to do next. */
export function describeFetchFailure(failure: FetchFailure): string {
  return cleanText(wordsFor(failure));
}

function wordsFor(failure: FetchFailure): string {
  switch (failure.id) {
    case "address-invalid":
      return `“${shown(failure.received)}” cannot be fetched: ${ADDRESS_FAULTS[failure.why]}. Give an address such as https://news.example/article.`;
    case "address-forbidden":
      return describeForbidden(failure);
    case "name-unknown":
      return `There is no host called ${shown(failure.host)}. Check the spelling of the address.`;
    case "unreachable":
      return `${shown(failure.host)} cannot be reached (${shown(failure.reason)}). Check the network, or try again later.`;
    case "timed-out":
      return `${shown(failure.host)} took longer than ${seconds(failure.ms)} ${STAGES[failure.stage]}. Try again later, or save the page and import the file.`;
    case "too-slow":
      return `${shown(failure.host)} sends less than ${size(failure.bytes)} in ${seconds(failure.ms)}. Try again later, or save the page and import the file.`;
    case "too-large":
      return describeTooLarge(failure);
    case "too-many-redirects":
      return `The address was passed on more than ${failure.limit} times. Open it in a browser and give the address it ends at.`;
    case "redirect-refused":
      return describeRedirect(failure);
    case "refused-by-robots":
      return failure.why === "rule"
        ? `The site's robots.txt does not allow programs to fetch ${shown(failure.url)}. Save the page in a browser and import the file.`
        : `The site's robots.txt cannot be read, so ${shown(failure.url)} is left alone. Try again in a quarter of an hour, or save the page and import the file.`;
    case "http-status":
      return describeStatus(failure);
    case "encoding-unsupported":
      return `The answer is packed in a way that is not understood (“${shown(failure.encoding)}”). Save the page in a browser and import the file.`;
    case "answer-invalid":
      return `The answer of ${shown(failure.host)} is damaged or cut short (${shown(failure.reason)}). Try again, or save the page and import the file.`;
    case "tls":
      return `The secure connection to ${shown(failure.host)} cannot be trusted (${shown(failure.reason)}). Check the address and this machine's clock; the site may have to renew its certificate.`;
    case "aborted":
      return "Fetching was cancelled. Nothing was changed.";
  }
}

const ADDRESS_FAULTS: Readonly<Record<AddressFault, string>> = {
  unreadable: "it is no address",
  "too-long": "it is too long",
  scheme: "it does not begin with http:// or https://",
  credentials: "it holds a name or password",
  port: "its port is none of 80, 443, 8080 and 8443, and was not allowed together with the host",
  "host-invalid": "its host is no name",
};

const PLACES: Readonly<Record<ForbiddenPlace, string>> = {
  loopback: "this machine itself",
  private: "a private network",
  "link-local": "a machine beside this one",
  carrier: "the network of a provider",
  multicast: "many machines at once",
  unspecified: "no machine",
  reserved: "a reserved address",
  embedded: "an address hidden in another",
  metadata: "the inside of a data centre",
  "local-name": "a name of this machine or its network",
};

const STAGES = {
  connect: "to accept a connection",
  headers: "to begin its answer",
  whole: "to send the page",
} as const;

function describeForbidden({
  host,
  address,
  why,
}: Extract<FetchFailure, { readonly id: "address-forbidden" }>): string {
  const where = address === null || address === host ? shown(host) : `${shown(host)} (${shown(address)})`;
  return `${where} is not fetched: it is ${PLACES[why]}, not a public site. If that is meant, an operator can allow the host by name.`;
}

function describeTooLarge({ what, limit }: Extract<FetchFailure, { readonly id: "too-large" }>): string {
  if (what === "headers") return `The headers of the answer exceed ${size(limit)}. Save the page and import the file.`;
  const more = what === "packed" ? "than" : "once unpacked than";
  return `The page is larger ${more} ${size(limit)}, so the rest was not read. Save what matters of it and import the file.`;
}

function describeRedirect({ from, to, why }: Extract<FetchFailure, { readonly id: "redirect-refused" }>): string {
  if (why === "nowhere") return `${shown(from)} passes on to another address and does not say which. Try again later.`;
  const because = why === "downgrade" ? "the connection would no longer be secure" : ADDRESS_FAULTS[why];
  return `${shown(from)} passes on to “${shown(to)}”, which is not followed: ${because}. Open it in a browser and give the address it ends at.`;
}

function describeStatus({ url, status, retryAfter }: Extract<FetchFailure, { readonly id: "http-status" }>): string {
  const later = retryAfter === null ? "Try again later." : `It asks to come again in ${seconds(retryAfter * 1000)}.`;
  if (status === 404 || status === 410) return `There is no page at ${shown(url)} (${status}). Check the address.`;
  if (status === 429) return `The site wants to be asked less often (429, ${shown(url)}). ${later}`;
  if (status >= 500) return `The site has a fault of its own (${status}, ${shown(url)}). ${later}`;
  return `The site does not give out ${shown(url)} (${status}). Open it in a browser, save the page and import the file.`;
}

/** As much of a stranger's text as fits a line. */
function shown(text: string): string {
  return cut(cleanText(text), 200);
}

function seconds(ms: number): string {
  const whole = Math.max(1, Math.ceil(ms / 1000));
  return whole === 1 ? "1 second" : `${whole} seconds`;
}

function size(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KiB` : `${Math.ceil(bytes / (1024 * 1024))} MiB`;
}

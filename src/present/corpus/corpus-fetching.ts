import type { FetchFailure } from "../../domain/fetching.ts";
import type { Words } from "../../domain/words.ts";
import { shortText } from "./corpus-names.ts";
import { quoted } from "../text/words.ts";

const ADDRESS_LENGTH = 150;
const GONE: ReadonlySet<number> = new Set([404, 410]);

/** Why something could not be fetched, for a person: plain text, with what to do. */
export function fetchText(words: Words, failure: FetchFailure): string {
  switch (failure.id) {
    case "address-invalid":
      return words.say("fetch.address", { address: quoted(words, shortText(failure.received, ADDRESS_LENGTH)) });
    case "address-forbidden":
      return words.say("fetch.forbidden", { host: shortText(failure.host, ADDRESS_LENGTH) });
    case "name-unknown":
    case "unreachable":
    case "tls":
      return words.say("fetch.unreachable", { host: shortText(failure.host, ADDRESS_LENGTH) });
    case "timed-out":
    case "too-slow":
      return words.say("fetch.slow", { host: shortText(failure.host, ADDRESS_LENGTH) });
    case "too-large":
      return words.say("fetch.too-large");
    case "too-many-redirects":
    case "redirect-refused":
      return words.say("fetch.redirect");
    case "refused-by-robots":
      return words.say("fetch.robots");
    case "http-status":
      return GONE.has(failure.status)
        ? words.say("fetch.missing", { address: quoted(words, shortText(failure.url, ADDRESS_LENGTH)) })
        : words.say("fetch.status", { status: String(failure.status) });
    case "encoding-unsupported":
    case "answer-invalid":
      return words.say("fetch.damaged");
    case "aborted":
      return words.say("working.cancelled");
  }
}

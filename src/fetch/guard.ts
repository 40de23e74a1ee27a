import { once } from "node:events";
import { isIP, type Socket } from "node:net";
import type { FetchFailure } from "../domain/fetching.ts";
import type { Result } from "../domain/result.ts";
import { bareHost, portOf, type AllowedHosts } from "./address.ts";
import type { Dial, DialTarget, Lookup } from "./dial.ts";
import type { FetchLimits } from "./limits.ts";
import { dialFailure, lookupFailure } from "./network-error.ts";
import { forbiddenAddress, isLocalName } from "./place.ts";
import { createStopper, unlessAborted, type Stopper } from "./stopper.ts";

export interface GuardOptions {
  readonly limits: FetchLimits;
  readonly allowed: AllowedHosts;
  readonly lookup: Lookup;
  readonly dial: Dial;
}

/**
 * Connects to where an address leads, if that is a public place or a host that the operator opened. A name is looked up
 * once, and what is dialled are the very addresses that were checked, so that no second answer of a name server can
 * come between. One forbidden address among several forbids them all: no public page needs that.
 *
 * @returns a connected socket, after the TLS handshake; or why there is none. Stops with `stopper`.
 */
export async function connectGuarded(
  url: URL,
  stopper: Stopper,
  options: GuardOptions,
): Promise<Result<Socket, FetchFailure>> {
  const host = bareHost(url);
  const { connectMs, addressesTried } = options.limits;
  const inTime = stopper.after(connectMs, { id: "timed-out", host, stage: "connect", ms: connectMs });
  try {
    const addresses = await checkedAddresses(host, portOf(url), stopper, options);
    if (!addresses.ok) return addresses;
    const targets = addresses.value.slice(0, addressesTried).map((address) => targetOf(url, address));
    return await dialInTurn(targets, host, stopper, options);
  } finally {
    inTime();
  }
}

async function checkedAddresses(
  host: string,
  port: number,
  stopper: Stopper,
  { allowed, lookup }: GuardOptions,
): Promise<Result<readonly string[], FetchFailure>> {
  const open = allowed.opens(host, port);
  const literal = isIP(host) !== 0;
  if (!open && !literal && isLocalName(host)) {
    return { ok: false, error: { id: "address-forbidden", host, address: null, why: "local-name" } };
  }
  let addresses: readonly string[];
  try {
    addresses = literal ? [host] : await unlessAborted(lookup(host), stopper.signal);
  } catch (error) {
    return { ok: false, error: stopper.reason() ?? lookupFailure(error, host) };
  }
  if (addresses.length === 0) return { ok: false, error: { id: "name-unknown", host } };
  for (const address of open ? [] : addresses) {
    const why = forbiddenAddress(address);
    if (why !== null) return { ok: false, error: { id: "address-forbidden", host, address, why } };
  }
  return { ok: true, value: addresses };
}

function targetOf(url: URL, address: string): DialTarget {
  return { address, port: portOf(url), secure: url.protocol === "https:", host: bareHost(url) };
}

/** Tries one address after the other; each may take its share of the time, so that a dead one does not take it all. */
async function dialInTurn(
  targets: readonly DialTarget[],
  host: string,
  stopper: Stopper,
  { dial, limits }: GuardOptions,
): Promise<Result<Socket, FetchFailure>> {
  const timedOut: FetchFailure = { id: "timed-out", host, stage: "connect", ms: limits.connectMs };
  let last: FetchFailure = timedOut;
  for (const target of targets) {
    const socket = dial(target);
    // Whoever takes the socket listens only a moment later.
    socket.on("error", () => undefined);
    const attempt = createStopper([stopper.signal]);
    attempt.after(Math.ceil(limits.connectMs / targets.length), timedOut);
    try {
      await once(socket, target.secure ? "secureConnect" : "connect", { signal: attempt.signal });
      return { ok: true, value: socket };
    } catch (error) {
      socket.destroy();
      last = attempt.reason() ?? dialFailure(error, host, target.secure);
    } finally {
      attempt.end();
    }
    const reason = stopper.reason();
    if (reason !== null) return { ok: false, error: reason };
  }
  return { ok: false, error: last };
}

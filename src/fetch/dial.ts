import { lookup } from "node:dns/promises";
import { connect, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";

/** A literal address to connect to. */
export interface DialTarget {
  readonly address: string;
  readonly port: number;
  readonly secure: boolean;
  /** What the certificate has to be for; also told to the server (SNI) where it is a name. */
  readonly host: string;
}

/** Begins to connect. The socket tells by its events how it went. */
export type Dial = (target: DialTarget) => Socket;

/** All addresses of a name. Rejects as `dns.lookup` does. */
export type Lookup = (host: string) => Promise<readonly string[]>;

export const dialAddress: Dial = ({ address, port, secure, host }) => {
  if (!secure) return connect({ host: address, port });
  return connectTls({
    host: address,
    port,
    ...(host === address ? {} : { servername: host }),
    ALPNProtocols: ["http/1.1"],
    // Said here, so that no environment variable says otherwise.
    rejectUnauthorized: true,
  });
};

export const lookUpName: Lookup = async (host) => {
  const found = await lookup(host, { all: true, verbatim: true });
  return found.map(({ address }) => address);
};

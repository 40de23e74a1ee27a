import type { APIAttachment } from "discord-api-types/v10";

/**
 * The address of a picture or file if it lies on this machine, otherwise null: nothing outside is ever fetched.
 * `attachment://name` is looked up among the message's attachments.
 */
export function loopbackAddress(url: string, attachments: readonly APIAttachment[]): string | null {
  const name = /^attachment:\/\/(.+)$/.exec(url)?.[1];
  const address = name === undefined ? url : attachments.find(({ filename }) => filename === name)?.url;
  if (address === undefined || !URL.canParse(address)) {
    return null;
  }
  const { protocol, hostname, href } = new URL(address);
  const here = hostname === "localhost" || hostname === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(hostname);
  return here && (protocol === "http:" || protocol === "https:") ? href : null;
}

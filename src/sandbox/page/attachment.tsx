import type { APIAttachment } from "discord-api-types/v10";
import type { JSX } from "preact";
import { FileIcon } from "./icons.tsx";
import { loopbackAddress } from "./loopback.ts";

/** A picture of this machine's, or a note where it lies elsewhere. */
export function Picture({
  address,
  description,
  small = false,
}: {
  readonly address: string | null;
  readonly description: string;
  readonly small?: boolean;
}): JSX.Element {
  return address === null ? (
    <p class="note">A picture outside this machine is not shown.</p>
  ) : (
    <img class={small ? "picture picture-small" : "picture"} src={address} alt={description} loading="lazy" />
  );
}

export function Attachment({ attachment }: { readonly attachment: APIAttachment }): JSX.Element {
  const address = loopbackAddress(attachment.url, []);
  if (attachment.content_type?.startsWith("image/") === true) {
    return <Picture address={address} description={attachment.description ?? attachment.filename} />;
  }
  const size = `${attachment.size.toLocaleString("en-GB")} bytes`;
  return (
    <div class="file">
      <FileIcon />
      <span class="file-name">
        {address === null ? (
          attachment.filename
        ) : (
          <a href={address} download={attachment.filename}>
            {attachment.filename}
          </a>
        )}
        <small>{size}</small>
      </span>
    </div>
  );
}

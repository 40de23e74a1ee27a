import type { APIAttachment } from "discord-api-types/v10";
import type { JSX } from "preact";
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

function FileIcon(): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
      <path fill="currentColor" d="M6 2h8l6 6v12a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V4c0-1.1.9-2 2-2Zm7 1.5V9h5.5L13 3.5Z" />
    </svg>
  );
}

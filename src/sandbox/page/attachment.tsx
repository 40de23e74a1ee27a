import type { APIAttachment } from "discord-api-types/v10";
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
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
  const [open, setOpen] = useState(false);
  if (attachment.content_type?.startsWith("image/") === true) {
    return <Picture address={address} description={attachment.description ?? attachment.filename} />;
  }
  const readable = address !== null && isText(attachment);
  return (
    <>
      <div class="file">
        <FileIcon />
        <span class="file-name file-words">
          {address === null ? (
            attachment.filename
          ) : (
            <a href={address} download={attachment.filename}>
              {attachment.filename}
            </a>
          )}
          <small>{sizeText(attachment.size)}</small>
        </span>
        {readable && (
          <button type="button" class="button button-secondary" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? "Hide the text" : "Show the text"}
          </button>
        )}
      </div>
      {open && readable && <FileText address={address} name={attachment.filename} />}
    </>
  );
}

const mostShown = 100_000;

/** The text of a file, fetched when it is asked for. */
function FileText({ address, name }: { readonly address: string; readonly name: string }): JSX.Element {
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    const leaving = new AbortController();
    fetchText(address, leaving.signal).then(setText, () => {
      if (!leaving.signal.aborted) {
        setText("The file is not there any more.");
      }
    });
    return () => leaving.abort();
  }, [address]);
  return (
    <pre class="file-text" tabIndex={0} role="region" aria-label={`Text of ${name}`}>
      {text === null ? "…" : text.slice(0, mostShown)}
      {text !== null && text.length > mostShown && "\n… The rest is in the file."}
    </pre>
  );
}

async function fetchText(address: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(address, { signal });
  if (!response.ok) {
    throw new Error(`status ${response.status}`);
  }
  return response.text();
}

function isText({ content_type: type, filename }: APIAttachment): boolean {
  return type?.startsWith("text/") === true || /\.(?:txt|md|csv|json|ya?ml|log)$/i.test(filename);
}

/** Bytes in words: thousands from the thousandth on. */
function sizeText(bytes: number): string {
  if (bytes < 1_000) {
    return `${bytes} bytes`;
  }
  const [size, unit] = bytes < 1_000_000 ? [bytes / 1_000, "KB"] : [bytes / 1_000_000, "MB"];
  return `${size.toLocaleString("en-GB", { maximumFractionDigits: 1 })} ${unit}`;
}

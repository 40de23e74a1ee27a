import type { APIEmbed, APIEmbedImage, APIMessage } from "discord-api-types/v10";
import type { JSX } from "preact";
import { useContext } from "preact/hooks";
import { loopbackAddress } from "./loopback.ts";
import { webAddress } from "./markdown/link.ts";
import { Markdown } from "./markdown-view.tsx";
import { PageContext } from "./page-context.ts";
import { Picture } from "./attachment.tsx";
import { sentText } from "./time.ts";

interface EmbedProps {
  readonly embed: APIEmbed;
  readonly message: APIMessage;
}

export function Embed({ embed, message }: EmbedProps): JSX.Element {
  const { author, title, description, fields = [], image, thumbnail } = embed;
  const bar =
    embed.color === undefined || embed.color === 0 ? undefined : `#${embed.color.toString(16).padStart(6, "0")}`;
  return (
    <article class="embed" style={bar === undefined ? {} : { borderInlineStartColor: bar }}>
      <div class="embed-text">
        {author && <div class="embed-author">{linked(author.url, <>{author.name}</>)}</div>}
        {title !== undefined && (
          <div class="embed-title">{linked(embed.url, <Markdown text={title} message={message} titleOnly />)}</div>
        )}
        {description !== undefined && (
          <div class="embed-description markdown">
            <Markdown text={description} message={message} />
          </div>
        )}
        {fields.length > 0 && (
          <dl class="embed-fields">
            {fields.map((field, place) => (
              <div key={place} class={field.inline === true ? "embed-field embed-field-inline" : "embed-field"}>
                <dt>
                  <Markdown text={field.name} message={message} titleOnly />
                </dt>
                <dd class="markdown">
                  <Markdown text={field.value} message={message} />
                </dd>
              </div>
            ))}
          </dl>
        )}
        {image && <EmbedPicture picture={image} message={message} />}
        <EmbedFooter embed={embed} />
      </div>
      {thumbnail && <EmbedPicture picture={thumbnail} message={message} small />}
    </article>
  );
}

function EmbedFooter({ embed }: { readonly embed: APIEmbed }): JSX.Element | null {
  const { locale, now } = useContext(PageContext);
  const time = embed.timestamp === undefined ? "" : sentText(embed.timestamp, locale, now);
  const parts = [embed.footer?.text ?? "", time].filter((part) => part !== "");
  return parts.length === 0 ? null : <footer class="embed-footer">{parts.join(" • ")}</footer>;
}

function EmbedPicture({
  picture,
  message,
  small = false,
}: {
  readonly picture: APIEmbedImage;
  readonly message: APIMessage;
  readonly small?: boolean;
}): JSX.Element {
  const { url, description = "" } = picture;
  return <Picture address={loopbackAddress(url, message.attachments)} description={description} small={small} />;
}

function linked(url: string | undefined, children: JSX.Element): JSX.Element {
  const address = url === undefined ? null : webAddress(url);
  return address === null ? (
    children
  ) : (
    <a href={address} title={address} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}

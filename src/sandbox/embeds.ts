import { EmbedType, type APIAttachment, type APIEmbed } from "discord-api-types/v10";

const prefix = "attachment://";

/** Embeds as Discord gives them back: marked as rich, with files of the message under the address they are served at. */
export function shownEmbeds(embeds: readonly APIEmbed[], attachments: readonly APIAttachment[]): APIEmbed[] {
  const served = (url: string): string => {
    const name = url.startsWith(prefix) ? url.slice(prefix.length) : null;
    return attachments.find((attachment) => attachment.filename === name)?.url ?? url;
  };
  return embeds.map((embed) => shown(embed, served));
}

function shown(embed: APIEmbed, served: (url: string) => string): APIEmbed {
  const { image, thumbnail, author, footer } = embed;
  const result: APIEmbed = { ...embed, type: EmbedType.Rich };
  if (image) result.image = { ...image, url: served(image.url) };
  if (thumbnail) result.thumbnail = { ...thumbnail, url: served(thumbnail.url) };
  if (author?.icon_url) result.author = { ...author, icon_url: served(author.icon_url) };
  if (footer?.icon_url) result.footer = { ...footer, icon_url: served(footer.icon_url) };
  return result;
}

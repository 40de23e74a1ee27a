import { EmbedType, type APIAttachment, type APIEmbed, type APIEmbedImage } from "discord-api-types/v10";

const prefix = "attachment://";

/**
 * Embeds as Discord gives them back: marked as rich, with files of the message under the address they are served at and
 * with the words that describe them.
 */
export function shownEmbeds(embeds: readonly APIEmbed[], files: readonly APIAttachment[]): APIEmbed[] {
  const named = (url: string): APIAttachment | undefined => {
    const name = url.startsWith(prefix) ? url.slice(prefix.length) : null;
    return files.find((file) => file.filename === name);
  };
  return embeds.map((embed) => shown(embed, named));
}

/** The files that no embed shows: Discord lists those alone among a message's attachments. */
export function unshown(files: readonly APIAttachment[], embeds: readonly APIEmbed[]): APIAttachment[] {
  const addresses = new Set(embeds.flatMap(addressesIn));
  return files.filter(({ url }) => !addresses.has(url));
}

function addressesIn({ image, thumbnail, author, footer }: APIEmbed): readonly (string | undefined)[] {
  return [image?.url, thumbnail?.url, author?.icon_url, footer?.icon_url];
}

function shown(embed: APIEmbed, named: (url: string) => APIAttachment | undefined): APIEmbed {
  const { image, thumbnail, author, footer } = embed;
  const address = (url: string): string => named(url)?.url ?? url;
  const result: APIEmbed = { ...embed, type: EmbedType.Rich };
  if (image) result.image = picture(image, named(image.url));
  if (thumbnail) result.thumbnail = picture(thumbnail, named(thumbnail.url));
  if (author?.icon_url) result.author = { ...author, icon_url: address(author.icon_url) };
  if (footer?.icon_url) result.footer = { ...footer, icon_url: address(footer.icon_url) };
  return result;
}

function picture(given: APIEmbedImage, file: APIAttachment | undefined): APIEmbedImage {
  if (file === undefined) return { ...given };
  const { url, proxy_url, content_type, description } = file;
  return {
    ...given,
    url,
    proxy_url,
    ...(content_type === undefined ? {} : { content_type }),
    ...(description === undefined ? {} : { description }),
  };
}

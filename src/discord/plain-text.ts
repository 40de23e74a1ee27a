/**
 * Discord's Markdown, a token at a time. Of the groups at most one takes part in a match: what is left of the token. Every
 * repetition is bounded or of one class of characters, so that no text makes matching slow.
 */
const TOKEN = new RegExp(
  [
    // An escaped character stands for itself.
    String.raw`\\(?<escaped>[\\\x60*_~|[\]()<>#@:+\-=.])`,
    // Mentions, custom emoji, timestamps and commands: names that only Discord can resolve.
    String.raw`<(?:[@#&!tT/:]|a:)[^<>\s]{1,100}(?: [^<>\n]{1,100})?>`,
    String.raw`\[(?<label>(?:\\.|[^[\]\\\n]){1,500})\]\([^()\s]{1,2000}(?: "[^"\n]{0,200}")?\)`,
    String.raw`<(?<address>https?:\/\/[^<>\s]{1,2000})>`,
    String.raw`(?<bare>https?:\/\/[^\s<>]{1,2000})`,
    // Quotes, headings, small print and lists at the start of a line.
    String.raw`(?<=^|\n)[ \t]{0,20}(?:>>> |> |#{1,3} |-# |[-*] )`,
    String.raw`\*{2,3}|__|~~|\|\||\x60{1,3}`,
    String.raw`(?<![ \n])\*|\*(?![ \n])`,
    String.raw`(?<![\p{L}\p{N}_])_(?=\S)|(?<=\S)_(?![\p{L}\p{N}_])`,
  ].join("|"),
  "gu",
);

/** What a reader sees of Discord Markdown, without the marks: links by their labels, nothing of mentions and emoji. */
export function plainText(markdown: string): string {
  let plain = "";
  let from = 0;
  for (const match of markdown.matchAll(TOKEN)) {
    const { escaped, label, address, bare } = match.groups ?? {};
    plain += markdown.slice(from, match.index) + (escaped ?? address ?? bare ?? plainText(label ?? ""));
    from = match.index + match[0].length;
  }
  return plain + markdown.slice(from);
}

/** An element of a drawing: its name, its attributes, and its text. */
export interface Part {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

/** The elements of an SVG in order, their texts unescaped; fails for what is no sound XML. */
export function partsOf(svg: string): readonly Part[] {
  const open: string[] = [];
  const parts: Part[] = [];
  let rest = svg;
  while (rest !== "") {
    const tag = /^<(?<close>\/?)(?<name>[a-z]+)(?<attributes>(?: [a-zA-Z-]+="[^"<>]*")*)>(?<text>[^<>]*)/u.exec(rest);
    if (tag?.groups === undefined) throw new Error(`no XML: ${rest.slice(0, 80)}`);
    const { close = "", name = "", attributes = "", text = "" } = tag.groups;
    if (close === "") {
      open.push(name);
      const pairs = [...attributes.matchAll(/ ([a-zA-Z-]+)="([^"]*)"/gu)].map(([, key = "", value = ""]) => [
        key,
        value,
      ]);
      parts.push({ name, attributes: Object.fromEntries(pairs), text: unescaped(text) });
    } else if (open.pop() !== name) throw new Error(`</${name}> closes nothing`);
    rest = rest.slice(tag[0].length);
  }
  if (open.length > 0) throw new Error(`<${open.join(">, <")}> stay open`);
  return parts;
}

/** All lines of text that are drawn. */
export function textsOf(svg: string): readonly string[] {
  return partsOf(svg)
    .filter(({ name }) => name === "text")
    .map(({ text }) => text);
}

function unescaped(text: string): string {
  if (/&(?!(?:amp|lt|gt|quot);)/u.test(text)) throw new Error(`an ampersand stands alone: ${text}`);
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}

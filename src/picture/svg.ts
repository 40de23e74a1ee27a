/** A piece of SVG whose texts are escaped already. */
export type Svg = string & { readonly kind?: "svg" };

export type Attributes = Readonly<Record<string, string | number>>;

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
/** Finer than a pixel of any screen. */
const DECIMALS = 1;

/** An element with others inside. Names are ours; values are escaped. */
export function element(name: string, attributes: Attributes, children: readonly Svg[] = []): Svg {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(valueOf(value))}"`);
  return `<${name}${written.join("")}>${children.join("")}</${name}>`;
}

/** An element that holds a text. */
export function textElement(attributes: Attributes, text: string): Svg {
  return element("text", attributes, [escapeXml(text)]);
}

function valueOf(value: string | number): string {
  return typeof value === "string" ? value : String(Number(value.toFixed(DECIMALS)));
}

function escapeXml(text: string): string {
  return text.replaceAll(/[&<>"]/gu, (character) => ENTITIES[character] ?? "");
}

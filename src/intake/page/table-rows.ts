import { plainText } from "./plain-text.ts";
import { attributeOf, elementsOf, type PageElement } from "./tree.ts";
import { isHidden, visibleText } from "./visible.ts";

/** A cell with more than this holds paragraphs, so its table was made for layout. */
const longestCell = 250;

/**
 * The rows of a table that holds figures, each as one line with its cells parted by " | ". Null for a table that only
 * arranges the page: one with another in it, with a single column, or with paragraphs in its cells.
 */
export function dataRows(table: PageElement): readonly string[] | null {
  if (["presentation", "none"].includes(attributeOf(table, "role"))) return null;
  const inside = [...elementsOf(table)];
  if (inside.some(({ name }) => name === "table" || name === "article" || name === "h1")) return null;
  const rows = inside
    .filter(({ name }) => name === "tr")
    .map((row) =>
      row.children
        .filter((cell) => typeof cell !== "string")
        .filter((cell) => ["td", "th"].includes(cell.name) && !isHidden(cell))
        .map((cell) => plainText(visibleText(cell))),
    );
  const cells = rows.flat();
  const wide = rows.filter((row) => row.length > 1);
  if (wide.length < 2 || wide.length * 2 < rows.length || cells.some(({ length }) => length > longestCell)) return null;
  return rows.map((row) => row.filter((cell) => cell !== "").join(" | ")).filter((row) => row !== "");
}
